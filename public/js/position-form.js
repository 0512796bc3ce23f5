/** Saves a position while it is written: on the server when it can, in this browser until then. Without it, the buttons do the same. */

const form = document.querySelector('form[data-autosave]');
const status = document.getElementById('enregistrement');
const prefix = 'brouillon ';
const own = new Set(['_jeton', 'cle', 'version', 'origine']);
const pause = 1500;
const again = 15_000;

let timer = 0;
let changes = 0;
let isSaving = false;
let isStopped = false;
/** What was sent and not answered: the very same is sent again, so that it is applied once. */
let unanswered = null;
let waitingToSubmit = null;

function storage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

const keyOf = () => prefix + new URL(form.action).pathname;
const say = (text) => {
  status.textContent = text;
};

/** What was typed, by the name of its field; files stay where they are. */
function typed() {
  const fields = [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !own.has(name));
  return Object.fromEntries(fields);
}

function keepCopy(sent = false) {
  storage()?.setItem(keyOf(), JSON.stringify({ at: new Date().toISOString(), sent, fields: typed() }));
}

function onInput() {
  changes += 1;
  keepCopy();
  if (isStopped) return;
  window.clearTimeout(timer);
  timer = window.setTimeout(save, pause);
}

async function save() {
  if (isSaving || isStopped) return;
  isSaving = true;
  unanswered ??= { saved: changes, body: bodyNow() };
  const { saved, body } = unanswered;
  try {
    const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } });
    unanswered = null;
    if (answer.headers.get('content-type')?.startsWith('application/json')) await hear(await answer.json(), saved);
    else
      stop(
        'Votre session est terminée. Vos mots sont gardés dans ce navigateur : reconnectez-vous, revenez ici, et reprenez-les.',
      );
  } catch {
    say('Pas de connexion : pas encore enregistré. Vos mots sont gardés dans ce navigateur ; nouvel essai dans un instant.');
    timer = window.setTimeout(save, again);
  }
  isSaving = false;
  if (waitingToSubmit) form.requestSubmit(waitingToSubmit);
  else if (!unanswered && changes > saved && !isStopped) timer = window.setTimeout(save, pause);
}

/** The form's own key is for its buttons; each saving by itself has another. */
function bodyNow() {
  const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
  const random = crypto.getRandomValues(new Uint8Array(16));
  body.set('cle', `auto-${[...random].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`);
  return body;
}

/** `saved` counts the changes that were sent: what was typed since is not saved yet. */
function hear({ state, text, draft, alike = [] }, saved) {
  say(text);
  if (state === 'conflict') stop(text);
  if (state !== 'saved') return;
  if (changes === saved) storage()?.removeItem(keyOf());
  const isNew = form.getAttribute('action') !== draft.action;
  const copy = storage()?.getItem(keyOf());
  if (isNew) {
    storage()?.removeItem(keyOf());
    form.action = draft.action;
    history.replaceState(null, '', draft.action);
    if (copy) storage()?.setItem(keyOf(), copy);
  }
  form.elements.version.value = draft.version;
  const others = alike.length > 1 ? `, et ${alike.length - 1} autre${alike.length > 2 ? 's' : ''}` : '';
  if (alike.length > 0) say(`${text} Déjà saisi\u202f? ${alike[0]}${others}.`);
}

function stop(text) {
  isStopped = true;
  say(text);
}

/** What this browser kept and the server did not: offered, never imposed. */
function offerCopy() {
  const store = storage();
  const before = `${keyOf()} avant`;
  const found = store?.getItem(keyOf()) ?? store?.getItem(before);
  if (!found) return;
  store.removeItem(keyOf());
  const copy = JSON.parse(found);
  if (isSame(copy.fields)) return store.removeItem(before);
  store.setItem(before, found);
  const offer = document.createElement('section');
  offer.className = 'notice';
  offer.innerHTML =
    '<h2></h2><p></p><p class="actions"><button type="button"></button> <button type="button" class="second"></button></p>';
  offer.querySelector('h2').textContent = 'Des mots non enregistrés sont restés dans ce navigateur';
  const when = new Date(copy.at).toLocaleString('fr', { dateStyle: 'long', timeStyle: 'short' });
  offer.querySelector('p').textContent = `Écrits le ${when}. Ils ne sont pas encore dans le formulaire.`;
  const [take, drop] = offer.querySelectorAll('button');
  take.textContent = 'Les reprendre';
  drop.textContent = 'Les effacer';
  const close = () => {
    store.removeItem(before);
    offer.remove();
  };
  take.addEventListener('click', () => {
    fill(copy.fields);
    close();
    onInput();
    form.elements.quote.focus();
  });
  drop.addEventListener('click', close);
  form.before(offer);
}

function isSame(fields) {
  const now = typed();
  const names = new Set([...Object.keys(fields), ...Object.keys(now)]);
  return [...names].every((name) => plain(fields[name]) === plain(now[name]));
}

const plain = (text = '') => text.replaceAll('\r\n', '\n').trim();

function fill(fields) {
  for (const element of form.elements) {
    if (!element.name || own.has(element.name) || element.type === 'file') continue;
    if (element.type === 'radio' || element.type === 'checkbox') element.checked = fields[element.name] === element.value;
    else if (Object.hasOwn(fields, element.name)) element.value = fields[element.name];
  }
}

/** A document is sent as soon as it is chosen or dropped. */
function watchDocument(place) {
  const input = place.querySelector('input[type=file]');
  place.hidden = false;
  input.addEventListener('change', () => input.files[0] && send(place, input.files[0]));
  place.addEventListener('dragover', (event) => {
    event.preventDefault();
    place.classList.add('is-over');
  });
  place.addEventListener('dragleave', () => place.classList.remove('is-over'));
  place.addEventListener('drop', (event) => {
    event.preventDefault();
    place.classList.remove('is-over');
    const [file] = event.dataTransfer.files;
    if (file) send(place, file);
  });
}

async function send(place, file) {
  const kept = place.querySelector('[data-kept]');
  kept.textContent = `Envoi de ${file.name}…`;
  const body = new FormData();
  body.set('_jeton', form.elements._jeton.value);
  body.set('document', file);
  try {
    const answer = await fetch(form.dataset.pieces, { method: 'POST', body, headers: { accept: 'application/json' } });
    const document = await answer.json();
    place.classList.toggle('has-error', !answer.ok);
    if (answer.ok) showKept(place, kept, document);
    else kept.textContent = document.text;
  } catch {
    kept.textContent = 'Le document n’est pas parti. Vérifiez la connexion, puis choisissez-le de nouveau.';
  }
}

function showKept(place, kept, { sha256, label, href, isPublic }) {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = label;
  kept.replaceChildren('Gardé\u00a0: ', link);
  place.querySelector('[data-piece]').value = sha256;
  place.querySelector('input[type=checkbox]').checked = isPublic;
  place.querySelector('input[type=file]').value = '';
  onInput();
}

if (form && status) {
  offerCopy();
  form.addEventListener('input', onInput);
  form.addEventListener('submit', (event) => {
    window.clearTimeout(timer);
    if (isSaving && !waitingToSubmit) {
      waitingToSubmit = event.submitter;
      return event.preventDefault();
    }
    isStopped = true;
    keepCopy(true);
  });
  window.addEventListener('online', save);
  for (const place of form.querySelectorAll('[data-document]')) watchDocument(place);
}
