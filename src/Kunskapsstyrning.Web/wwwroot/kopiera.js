// Shows the copy buttons where the browser can copy; the fields can be copied by hand without them.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll('[data-kopiera]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.kopiera).value);
      button.textContent = 'Kopierat';
    });
  }
}
