// What script adds where terms are tried: every change of a field is reckoned at once, and the address follows.
const form = document.getElementById('prova');
let live, busy = false, again = false;

function typed() {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).slice(0, 500)]));
}

/** One at a time, and always the latest: what is typed while one is reckoned waits its turn. */
async function tell() {
  if (!live) return;
  if (busy) { again = true; return; }
  busy = true;
  try {
    await live.invokeMethodAsync('Typed', typed());
  } catch {
    // The connection is lost; the page says so, and the button reckons all the same.
  }
  busy = false;
  if (again) { again = false; tell(); }
}

form.addEventListener('input', () => {
  tell();
  const fields = new URLSearchParams(Object.entries(typed()).filter(([, value]) => value));
  history.replaceState(null, '', `${location.pathname}?${fields}`);
});

/** Called by the live part when it is connected, and again when it is connected anew. */
export function attach(reference) {
  live = reference;
  form.dataset.live = '';
  tell();
}

const away = document.getElementById('components-reconnect-modal');
const lost = {
  onConnectionDown() {
    away.classList.add('components-reconnect-show');
    setTimeout(lost.tryAgain, 2000);
  },
  tryAgain() {
    Blazor.reconnect().catch(() => setTimeout(lost.tryAgain, 4000));
  },
  onConnectionUp() {
    away.classList.remove('components-reconnect-show');
    tell();
  },
};
if (window.Blazor) Blazor.start({ ssr: { disableDomPreservation: true }, circuit: { reconnectionHandler: lost, configureSignalR: builder => builder.withUrl('/_blazor') } });
