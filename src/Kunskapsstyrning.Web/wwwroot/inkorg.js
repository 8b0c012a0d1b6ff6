// What script adds in the inbox: arrow keys and dropping of files in the list; on an item the passage of the field in focus, words taken
// from the document into the field, and who else is there.
const list = document.querySelector('table.mail');
const desk = document.querySelector('.itemdesk');

function isTyping(target) {
  return target.matches('input, textarea, select, button, summary') || target.isContentEditable;
}

/** The list: one row at a time with the arrows; Enter opens the next to register when nothing has the focus. */
if (!desk) {
  const links = list ? [...list.querySelectorAll('tbody th a')] : [];
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const at = links.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (links[to]) {
      event.preventDefault();
      links[to].focus();
    }
    if (event.key === 'Enter' && event.target === document.body) document.getElementById('nasta')?.click();
  });

  const files = document.getElementById('filer');
  addEventListener('dragover', event => {
    if (![...event.dataTransfer.types].includes('Files')) return;
    event.preventDefault();
    document.body.classList.add('dropping');
  });
  addEventListener('dragleave', event => { if (!event.relatedTarget) document.body.classList.remove('dropping'); });
  addEventListener('drop', event => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    document.body.classList.remove('dropping');
    files.files = event.dataTransfer.files;
    files.form.requestSubmit();
  });
}

/** The item. */
if (desk) {
  const form = desk.querySelector('form.log');
  const paper = desk.querySelector('.doc');
  let last;

  function show(mark, move) {
    paper.querySelectorAll('.here').forEach(m => m.classList.remove('here'));
    if (!mark) return;
    (mark.closest('mark') ?? mark).classList.add('here');
    if (move) mark.scrollIntoView({ block: 'center', behavior: 'instant' });
  }

  const markOf = field => {
    const chip = field.closest('.line')?.querySelector('.ref-link');
    return chip && document.getElementById(chip.hash.slice(1));
  };
  form.addEventListener('focusin', event => {
    if (!event.target.matches('input:not([type=radio], [type=checkbox], [type=hidden]), textarea, select')) return;
    last = event.target;
    show(markOf(last), true);
  });
  desk.addEventListener('click', event => {
    const chip = event.target.closest('.ref-link');
    if (chip) show(document.getElementById(chip.hash.slice(1)), false);
  });

  /** Words selected in the document go into the field that had the focus. */
  paper.addEventListener('mouseup', () => {
    // A number in brackets is read without the bracket that closes after it.
    const words = getSelection().toString().replace(/\s+/g, ' ').trim().replace(/^([^(]*)\)$/, '$1');
    if (!words || !last || last.matches('select') || words.length > 4000) return;
    last.value = words;
    last.dispatchEvent(new Event('input', { bubbles: true }));
    last.focus({ preventScroll: true });
  });

  // The outcome is what a person adds; when somebody was quicker than the script, or something is wrong, the focus stays.
  if (!document.getElementById('fel') && !location.hash && document.activeElement === document.body) document.getElementById('utfall')?.focus({ preventScroll: true });

  const token = form.elements['__RequestVerificationToken'].value;
  const others = document.createElement('p');
  others.className = 'small here-now';
  others.setAttribute('role', 'status');
  form.prepend(others);
  const alreadySaid = !!document.querySelector('.note.warn.others');
  async function stillHere() {
    if (document.hidden) return;
    try {
      const answer = await fetch(desk.dataset.here, { method: 'POST', body: new URLSearchParams({ __RequestVerificationToken: token }) });
      if (!answer.ok || answer.redirected) return;
      const names = await answer.json();
      others.textContent = names.length && !alreadySaid ? `${names.join(', ')} har också det här öppet.` : '';
    } catch {
      // No contact just now; tried again soon.
    }
  }
  setInterval(stillHere, 15000);
}
