// Plays the months: each step fetches the page that "Nästa månad" leads to and puts it in place of this one. The button pauses; the page is then
// opened as it stands. Who has asked for less motion is offered the links only.
const pause = 1500;
const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
const next = () => document.querySelector('.strip [rel=next]');
let playing = false;

const stop = () => location.reload();

function offer() {
  const button = document.getElementById('spela');
  if (!button || still) return;
  button.hidden = false;
  button.textContent = playing ? 'Pausa' : 'Spela månaderna';
  button.addEventListener('click', () => playing ? stop() : start());
}

async function start() {
  playing = true;
  document.getElementById('spela').textContent = 'Pausa';
  while (playing && next()) {
    const answer = await fetch(next().href);
    if (!answer.ok) break;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (!page.querySelector('.strip [rel=next]')) {
      location.assign(answer.url);
      return;
    }
    const focused = document.activeElement?.id === 'spela';
    document.querySelector('main').replaceWith(page.querySelector('main'));
    document.querySelector('.strip').replaceWith(page.querySelector('.strip'));
    document.title = page.title;
    history.replaceState(null, '', answer.url);
    offer();
    if (focused) document.getElementById('spela').focus();
    await new Promise(done => setTimeout(done, pause));
  }
  stop();
}

offer();
