// Tells how far the printing has come while the page is open. Without script one asks again by "Uppdatera".
const section = document.getElementById('utskrift');
const every = 2000;

async function look() {
  const answer = await fetch(section.dataset.laget, { headers: { Accept: 'application/json' } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return setTimeout(look, 5 * every);
  const { sentence, printed, isPrinting } = await answer.json();
  if (!isPrinting) return location.replace(location.pathname);
  document.getElementById('sa-langt').textContent = sentence;
  document.getElementById('stapel').value = printed;
  setTimeout(look, every);
}

if (section?.dataset.laget) setTimeout(look, every);
