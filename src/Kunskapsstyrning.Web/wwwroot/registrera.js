// What script adds where a decision is logged or corrected: keys and the verdict; where it is logged also the draft, and what is known
// beside the form while one types.
const form = document.querySelector('form.log');
const status = document.getElementById('utkast');
const token = form.elements['__RequestVerificationToken'].value;
const keepAfter = 2000, tellAfter = 300;
let beside, connected = true, keepTimer, tellTimer, leaving = false, unsaved = false;

/** What is typed: texts only, never the file and never the token. */
function typed() {
  const fields = {};
  for (const [name, value] of new FormData(form)) if (typeof value === 'string' && name !== '__RequestVerificationToken' && value) fields[name] = name in fields ? `${fields[name]},${value}` : value;
  return fields;
}

function keep(last = false) {
  clearTimeout(keepTimer);
  if (!unsaved || leaving || !form.dataset.draft) return;
  unsaved = false;
  const body = new URLSearchParams({ ...typed(), __RequestVerificationToken: token });
  return fetch(form.dataset.draft, { method: 'POST', body, keepalive: last }).then(answer => {
    if (!answer.ok || answer.redirected) throw new Error(answer.status);
    status.textContent = `Utkast sparat kl. ${new Date().toLocaleTimeString('sv-SE', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Stockholm' }).replace(':', '.')}`;
  }).catch(() => {
    unsaved = true;
    status.textContent = 'Utkastet kunde inte sparas. Det du har skrivit står kvar här; spara beslutet, eller vänta.';
    keepTimer = setTimeout(keep, 5 * keepAfter);
  });
}

/** A line of each field is enough to know what is meant, and keeps the message small. */
function tell() {
  if (!connected) return;
  const lines = Object.fromEntries(Object.entries(typed()).map(([name, value]) => [name, value.slice(0, 200)]));
  beside?.invokeMethodAsync('Typed', lines).catch(() => { /* The connection is lost; the panel says so, and is told again when it is back. */ });
}

function showVerdict() {
  const { utfall, niva } = form.elements;
  const key = utfall.value && niva.value ? `${utfall.value} ${niva.value}` : '';
  for (const verdict of form.querySelectorAll('[data-verdict]')) verdict.hidden = verdict.dataset.verdict !== key;
}

function changed() {
  unsaved = true;
  showVerdict();
  clearTimeout(keepTimer);
  keepTimer = setTimeout(keep, keepAfter);
  clearTimeout(tellTimer);
  tellTimer = setTimeout(tell, tellAfter);
}

/** True while letters and digits belong to a field. */
function isTyping(target) {
  return target.matches('textarea, select, input:not([type=radio], [type=checkbox], [type=button], [type=file])') || target.isContentEditable;
}

form.addEventListener('input', changed);
form.addEventListener('submit', event => {
  if (leaving) return event.preventDefault();
  leaving = true;
  clearTimeout(keepTimer);
  setTimeout(() => { leaving = false; }, 10000);
});
document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && (form.contains(event.target) || event.target === document.body)) {
    event.preventDefault();
    form.requestSubmit();
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const inGroup = event.target === document.body || form.querySelector('fieldset').contains(event.target);
  const choice = inGroup && /^[1-6]$/.test(event.key) && form.querySelectorAll('input[name=utfall]')[event.key - 1];
  if (!choice) return;
  event.preventDefault();
  choice.checked = true;
  choice.focus();
  changed();
});
document.getElementById('borja-om')?.addEventListener('submit', () => { leaving = true; });
addEventListener('pagehide', () => keep(true));
addEventListener('pageshow', event => { if (event.persisted && form.dataset.draft) location.reload(); });
document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') keep(true); });

/** Called by the live part when it is connected, and again when it is connected anew. */
export function attach(reference) {
  beside = reference;
  tell();
}

showVerdict();
if (document.getElementById('sparat')) form.elements.kommun?.setAttribute('aria-describedby', 'sparat');
// Not when somebody was quicker than the script and is typing already, nor beside a document where the municipality is found.
if (!(form.elements.post && form.elements.kommun.value) && !document.getElementById('fel') && !location.hash && document.activeElement === document.body) form.elements.kommun?.focus();

/** The form needs no connection: only the panel beside it is covered while there is none, and nothing is read in anew by itself. */
const away = document.getElementById('components-reconnect-modal');
const lost = {
  onConnectionDown() {
    connected = false;
    away.classList.add('components-reconnect-show');
    setTimeout(lost.tryAgain, keepAfter);
  },
  tryAgain() {
    Blazor.reconnect().catch(() => setTimeout(lost.tryAgain, 2 * keepAfter));
  },
  onConnectionUp() {
    connected = true;
    away.classList.remove('components-reconnect-show');
    tell();
  },
};
document.getElementById('las-in')?.addEventListener('click', async event => {
  event.preventDefault();
  await keep();
  location.href = event.target.href;
});
if (window.Blazor) Blazor.start({ ssr: { disableDomPreservation: true }, circuit: { reconnectionHandler: lost, configureSignalR: builder => builder.withUrl('/_blazor') } });
