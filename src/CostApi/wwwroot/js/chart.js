// The two cost lines as a picture; the table beside it says the same in words.
import { draw } from './dom.js';
import { costOf, gbOf } from './figures.js';

const height = 284;
const edge = { left: 64, right: 16, top: 30, bottom: 64 };

export function chartOf(curve, pair, room) {
  const width = Math.min(Math.max(room, 280), 820);
  const known = curve.points.filter((point) => point.interfaceEndpoint !== null && point.natGateway !== null);
  if (known.length < 2) return draw('svg', { class: 'curve', width, height: 40, role: 'img', 'aria-label': 'A price is not known' }, draw('text', { x: 8, y: 24 }, 'A price is not known.'));
  const mostGb = known.at(-1).gb;
  const most = Math.max(...known.flatMap((point) => [point.interfaceEndpoint, point.natGateway])) || 1;
  const x = (gb) => edge.left + (Math.min(gb, mostGb) / mostGb) * (width - edge.left - edge.right);
  const y = (cost) => height - edge.bottom - (cost / most) * (height - edge.top - edge.bottom);
  const line = (member) => known.map((point, i) => `${i === 0 ? 'M' : 'L'}${x(point.gb).toFixed(1)} ${y(point[member]).toFixed(1)}`).join('');
  return draw('svg', { class: 'curve', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': inWords(curve, pair) },
    draw('path', { class: 'axis', d: `M${edge.left} ${edge.top - 8}V${height - edge.bottom}H${width - edge.right}` }),
    label(edge.left - 6, y(most) + 4, costOf(most, curve.currency).split(' ')[1], 'end'), label(edge.left - 6, y(0) + 4, '0', 'end'),
    endOf(curve, x, mostGb, width), label(edge.left, height - edge.bottom + 16, '0', 'middle'),
    label(edge.left + (width - edge.left - edge.right) / 2, height - edge.bottom + 34, 'GB a month, sent and received', 'middle'),
    draw('path', { class: 'line-nat', d: line('natGateway') }),
    draw('path', { class: 'line-endpoint', d: line('interfaceEndpoint') }),
    crossing(curve, x), here(pair, x, mostGb, width), key());
}

const label = (x, y, text, anchor, style = null) => draw('text', { x: x.toFixed(1), y: y.toFixed(1), 'text-anchor': anchor, class: style }, text);

// Left out where the break-even's own figure needs the room.
const endOf = (curve, x, mostGb, width) => (curve.gbPerMonth !== null && width - x(curve.gbPerMonth) < 190
  ? null
  : label(width - edge.right, height - edge.bottom + 16, gbOf(mostGb), 'end'));

function crossing(curve, x) {
  if (curve.gbPerMonth === null) return null;
  const at = x(curve.gbPerMonth);
  return draw('g', {}, draw('path', { class: 'crossing', d: `M${at.toFixed(1)} ${edge.top}V${height - edge.bottom}` }),
    label(at, height - edge.bottom + 16, `break-even ${gbOf(curve.gbPerMonth)}`, 'middle', 'strong'));
}

// What lies beyond the drawn part stands at its end.
function here(pair, x, mostGb, width) {
  const at = x(pair.currentGbPerMonth);
  const beyond = pair.currentGbPerMonth > mostGb;
  const text = `you are here: ${gbOf(pair.currentGbPerMonth)}${beyond ? ' →' : ''}`;
  const anchor = at > width - 100 ? 'end' : at < edge.left + 80 ? 'start' : 'middle';
  return draw('g', { class: 'here' }, draw('path', { d: `M${at.toFixed(1)} ${edge.top}V${height - edge.bottom}` }),
    draw('circle', { cx: at.toFixed(1), cy: edge.top, r: 4 }), label(anchor === 'start' ? at - 4 : at, edge.top - 10, text, anchor));
}

const key = () => draw('g', {},
  draw('path', { class: 'line-nat', d: `M${edge.left} ${height - 8}h18` }), label(edge.left + 24, height - 4, 'through the NAT', 'start'),
  draw('path', { class: 'line-endpoint', d: `M${edge.left + 134} ${height - 8}h18` }), label(edge.left + 158, height - 4, 'interface endpoint', 'start'));

const inWords = (curve, pair) =>
  `Cost of GB a month through the NAT, and through an interface endpoint in ${pair.availabilityZones} zones. ${curve.gbPerMonth === null ? (curve.reason ?? 'The lines never cross.') : `They cross at ${gbOf(curve.gbPerMonth)}.`} ${pair.service} is at ${gbOf(pair.currentGbPerMonth)}.`;
