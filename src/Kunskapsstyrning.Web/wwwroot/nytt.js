// Offers what is new while the page is open: "3 nya svar och 1 rättelse – visa", and that the threshold is reached, or no longer is. What is on its way is no answer. Without script nothing is lost; a reload shows it too.
const strip = document.getElementById('nytt');
if (strip) {
  const said = new URLSearchParams(strip.dataset.handelser.split('?')[1]).get('nadd') === 'ja';
  const stream = new EventSource(strip.dataset.handelser);
  stream.onmessage = message => {
    const { antal, pavag, rattelser, nadd } = JSON.parse(message.data);
    const news = [antal ? `${antal} ${antal === 1 ? 'nytt' : 'nya'} svar` : '', pavag ? `${pavag} ${pavag === 1 ? 'nytt' : 'nya'} på väg` : '', rattelser ? `${rattelser} ${rattelser === 1 ? 'rättelse' : 'rättelser'}` : ''].filter(Boolean);
    const parts = [news.length > 1 ? `${news.slice(0, -1).join(', ')} och ${news.at(-1)}` : news.join(''), nadd === said ? '' : nadd ? 'Gränsen är nådd' : 'Gränsen är inte längre nådd'].filter(Boolean);
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
  addEventListener('pagehide', () => stream.close());
}
