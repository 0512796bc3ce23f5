// Passkeys: shows the forms that need this script, asks the browser's own dialogue, and sends its answer as an ordinary form.
const { browserSupportsWebAuthn, startAuthentication, startRegistration } = window.SimpleWebAuthnBrowser;

const ceremonies = { creation: startRegistration, signature: startAuthentication };

for (const form of document.querySelectorAll('form[data-passkey]')) {
  form.hidden = !browserSupportsWebAuthn();
  form.addEventListener('submit', (event) => {
    if (form.elements.reponse.value !== '') return;
    event.preventDefault();
    answer(form);
  });
}

async function answer(form) {
  const trouble = form.querySelector('[role="alert"]');
  trouble.hidden = true;
  try {
    const response = await ceremonies[form.dataset.passkey]({ optionsJSON: JSON.parse(form.dataset.options) });
    form.elements.reponse.value = JSON.stringify(response);
    form.submit();
  } catch {
    trouble.hidden = false;
  }
}
