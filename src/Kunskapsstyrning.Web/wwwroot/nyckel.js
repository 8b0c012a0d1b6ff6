// Shows what needs a passkey where the browser has them: asks the server, lets the device answer, and posts the answer as a form.
if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  document.querySelector('[data-utan-nyckel]')?.remove();
  for (const form of document.querySelectorAll('[data-nyckel]')) {
    form.hidden = false;
    form.addEventListener('submit', async event => {
      event.preventDefault();
      const sorry = form.querySelector('.err-msg[role=alert]');
      const button = form.querySelector('button');
      sorry.hidden = true;
      button.disabled = true;
      try {
        form.elements.svar.value = JSON.stringify((await answer(form)).toJSON());
        form.submit();
      } catch {
        sorry.hidden = false;
        button.disabled = false;
        button.focus();
      }
    });
  }
}

async function answer(form) {
  const asked = await fetch(form.dataset.fraga, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
  if (!asked.ok || asked.redirected) throw new Error(asked.status);
  const options = await asked.json();
  return form.dataset.nyckel === 'skapa'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}
