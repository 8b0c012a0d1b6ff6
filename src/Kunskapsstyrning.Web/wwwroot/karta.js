// The map as one tab stop: arrow keys go to the nearest tile, circle or area in that direction, Home and End to the first and last.
const map = document.querySelector('.tiles');
const tiles = map ? [...map.querySelectorAll('a')] : [];
const place = tile => {
  const use = tile.querySelector('use');
  if (!use) {
    const area = tile.getBBox();
    return [area.x + area.width / 2, area.y + area.height / 2];
  }
  return [use.x.baseVal.value + use.width.baseVal.value / 2, use.y.baseVal.value + use.height.baseVal.value / 2];
};
// Tiles stand in rows; circles lie as near each other as towns do.
const step = map?.closest('.places') ? 0.2 : 5;
const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function neighbour(from, [dx, dy]) {
  const [x, y] = place(from);
  let best, least = Infinity;
  for (const tile of tiles) {
    const [tx, ty] = place(tile);
    const along = (tx - x) * dx + (ty - y) * dy;
    const aside = Math.abs((tx - x) * dy) + Math.abs((ty - y) * dx);
    if (along < step || aside > along * 2) continue;
    if (along + aside * 2 < least) [best, least] = [tile, along + aside * 2];
  }
  return best;
}

function go(from, to) {
  if (!to) return;
  from.tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
}

if (tiles.length) tiles[0].tabIndex = 0;
map?.addEventListener('keydown', event => {
  const from = event.target.closest('a');
  const to = event.key === 'Home' ? tiles[0] : event.key === 'End' ? tiles.at(-1) : ways[event.key] && neighbour(from, ways[event.key]);
  if (!to && !ways[event.key]) return;
  event.preventDefault();
  go(from, to);
});

// What has focus or is pointed at is named at the foot of the map, over empty sea, so that nothing moves. Screen readers have it from the tile.
// Listened for around the drawing: a drawing that listens for focus becomes a tab stop of its own.
if (tiles.length) {
  const said = document.createElement('p');
  said.className = 'pointed';
  said.setAttribute('aria-hidden', 'true');
  map.ownerSVGElement.after(said);
  const tileOf = node => (map.contains(node) ? node.closest('a') : null);
  const tell = tile => { said.textContent = tile?.querySelector('title')?.textContent ?? ''; };
  const around = said.parentElement;
  around.addEventListener('focusin', event => tell(tileOf(event.target)));
  around.addEventListener('focusout', event => tell(tileOf(event.relatedTarget)));
  around.addEventListener('pointerover', event => tell(tileOf(event.target) ?? tileOf(document.activeElement)));
  around.addEventListener('pointerleave', () => tell(tileOf(document.activeElement)));
}
