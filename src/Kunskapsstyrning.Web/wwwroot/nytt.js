// Offers what is new while the page is open: "3 nya svar – visa", and that the threshold is reached, or no longer is. Without script nothing is lost; a reload shows it too.
const strip = document.getElementById('nytt');
if (strip) {
  const said = new URLSearchParams(strip.dataset.handelser.split('?')[1]).get('nadd') === 'ja';
  const news = new EventSource(strip.dataset.handelser);
  news.onmessage = message => {
    const { antal, nadd } = JSON.parse(message.data);
    const parts = [antal ? `${antal} ${antal === 1 ? 'nytt' : 'nya'} svar` : '', nadd === said ? '' : nadd ? 'Gränsen är nådd' : 'Gränsen är inte längre nådd'].filter(Boolean);
    if (!parts.length) {
      strip.replaceChildren();
      return;
    }
    const link = document.createElement('a');
    link.href = location.pathname + location.search;
    link.textContent = 'visa';
    const line = document.createElement('p');
    line.append(`${parts.join('. ')} – `, link);
    const wrap = document.createElement('div');
    wrap.className = 'wrap';
    wrap.append(line);
    strip.replaceChildren(wrap);
  };
  addEventListener('pagehide', () => news.close());
}
