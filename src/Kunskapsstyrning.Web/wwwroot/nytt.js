// Offers new answers while the page is open: "3 nya svar – visa". Without script nothing is lost; a reload shows them too.
const strip = document.getElementById('nytt');
if (strip) {
  const news = new EventSource(strip.dataset.handelser);
  news.onmessage = message => {
    const { antal } = JSON.parse(message.data);
    if (!antal) return;
    const link = document.createElement('a');
    link.href = location.pathname + location.search;
    link.textContent = 'visa';
    const line = document.createElement('p');
    line.append(`${antal} ${antal === 1 ? 'nytt' : 'nya'} svar – `, link);
    const wrap = document.createElement('div');
    wrap.className = 'wrap';
    wrap.append(line);
    strip.replaceChildren(wrap);
  };
  addEventListener('pagehide', () => news.close());
}
