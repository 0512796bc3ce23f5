// Copies a text in one click and says so. Without this script the buttons stay hidden, and the text is selected by hand.
function show(button) {
  button.hidden = false;
}

async function copy(button) {
  const text = document.getElementById(button.dataset.copy);
  const status = button.nextElementSibling;
  const words = button.closest('[data-done]').dataset;
  try {
    await navigator.clipboard.writeText(text.textContent);
    status.textContent = words.done;
  } catch {
    getSelection().selectAllChildren(text);
    status.textContent = words.failed;
  }
}

// A function, and no constant: htmx runs this again when it restores a page.
function showAll() {
  document.querySelectorAll('[data-copy]').forEach(show);
}
showAll();
// What is swapped into the page later brings buttons of its own.
document.addEventListener('htmx:after:swap', showAll);
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-copy]');
  if (button) copy(button);
});
