// Keeps a wall screen up to date: when something new is told, and every ten minutes, the page is fetched and its content put in place of the old.
// Nobody works on this page, so nothing that is being read is moved away.
const often = 10 * 60 * 1000;
const wall = () => document.querySelector('.wall');
let news;

async function renew() {
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector('.wall');
  if (!fresh) return;
  wall().replaceWith(fresh);
  document.title = page.title;
  listen();
}

function listen() {
  news?.close();
  news = new EventSource(wall().dataset.handelser);
  news.onmessage = () => renew();
}

listen();
setInterval(renew, often);
addEventListener('pagehide', () => news.close());
