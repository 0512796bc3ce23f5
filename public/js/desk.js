/** The desk's own helpers: shortcuts that can be turned off, and copies of drafts that leave when they are no longer needed. */

const prefix = 'brouillon ';
const switchedOff = 'raccourcis-coupes';

/** Storage may be refused (private windows): then nothing is kept, and nothing else breaks. */
function storage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function forgetCopies(isForgotten) {
  const store = storage();
  if (!store) return;
  for (const key of Object.keys(store)) if (key.startsWith(prefix) && isForgotten(store.getItem(key))) store.removeItem(key);
}

/** Once the server says that a draft is kept or sent, the copy of what was sent has done its work. */
const done = new URLSearchParams(location.search).get('fait');
if (done === 'brouillon' || done === 'soumise') forgetCopies((copy) => copy?.includes('"sent":true'));

/** Whoever signs out leaves nothing behind on a shared computer. */
document.querySelector('form.who')?.addEventListener('submit', () => forgetCopies(() => true));

const ways = { n: '/positions/nouvelle', l: '/lecture', p: '/publications', j: '/journal' };

/** Digits choose a code; letters go to a part of the campaign. Never while someone types, and never when they are switched off. */
function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isOff()) return;
  if (event.target instanceof Element && event.target.matches('input:not([type=radio], [type=checkbox]), textarea, select'))
    return;
  const choice = /^[1-9]$/.test(event.key) ? document.querySelectorAll('[data-choices] input[type=radio]')[event.key - 1] : null;
  const way = Object.hasOwn(ways, event.key) ? document.querySelector(`.parts a[href$="${ways[event.key]}"]`) : null;
  if (choice) {
    choice.checked = true;
    choice.focus();
  } else way?.click();
}

function isOff() {
  return storage()?.getItem(switchedOff) === 'oui';
}

const shortcuts = document.getElementById('raccourcis');
const toggle = shortcuts?.querySelector('input');
if (shortcuts && toggle) {
  shortcuts.hidden = false;
  toggle.checked = !isOff();
  toggle.addEventListener('change', () => storage()?.setItem(switchedOff, toggle.checked ? 'non' : 'oui'));
  document.addEventListener('keydown', onKey);
}
