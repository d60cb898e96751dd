// The costs of both ways as a picture; the table beside it says the same in words.
import { draw } from './dom.js';
import { countOf, gbOf, moneyOf } from './figures.js';

const height = 284;
const edge = { right: 16, top: 30, bottom: 64 };
// Where nothing says how far to draw.
const plainGb = 1000;
// About how wide a letter is.
const letter = 6.8;

// `pair` is a break-even of an answer, with all prices known: its own figures are drawn, so that they agree with it.
export function chartOf(pair, room) {
  const width = Math.min(Math.max(room, 280), 820);
  const points = pointsOf(pair);
  const mostGb = points.at(-1).gb;
  const most = Math.max(...points.flatMap((point) => [point.interfaceEndpoint, point.natGateway])) || 1;
  const left = Math.max(64, moneyOf(most).length * letter + 14);
  const bottom = height - edge.bottom;
  const x = (gb) => left + (Math.min(gb, mostGb) / mostGb) * (width - left - edge.right);
  const y = (cost) => bottom - (cost / most) * (bottom - edge.top);
  const line = (member) => `M${points.map((point) => `${x(point.gb).toFixed(1)} ${y(point[member]).toFixed(1)}`).join('L')}`;
  const place = { left, bottom, width, x };
  return draw('svg', { class: 'curve', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': inWords(pair) },
    draw('path', { class: 'axis', d: `M${left} ${edge.top - 8}V${bottom}H${width - edge.right}` }),
    label(left - 6, y(most) + 4, moneyOf(most), 'end'), label(left - 6, y(0) + 4, '0', 'end'),
    scaleOf(pair, mostGb, place),
    label(left + (width - left - edge.right) / 2, bottom + 34, 'GB per month, sent and received', 'middle'),
    draw('path', { class: 'line-nat', d: line('natGateway') }),
    draw('path', { class: 'line-endpoint', d: line('interfaceEndpoint') }),
    hereOf(pair, mostGb, place), keyOf(left));
}

// Up to twice the break-even; the answer has the bends on the way, where there are any.
function pointsOf(pair) {
  const most = pair.gbPerMonth ? pair.gbPerMonth * 2 : pair.currentGbPerMonth * 2 || plainGb;
  const start = { gb: 0, interfaceEndpoint: pair.endpointMonthlyCost, natGateway: 0 };
  if (!pair.bends?.length) {
    return [start, { gb: most, interfaceEndpoint: pair.endpointMonthlyCost + pair.endpointPerGb * most, natGateway: pair.natPerGb * most }];
  }
  const points = [start, ...pair.bends];
  const beyond = points.findIndex((point) => point.gb >= most);
  return beyond < 0 ? points : [...points.slice(0, beyond), between(points[beyond - 1], points[beyond], most)];
}

function between(before, after, gb) {
  const share = (gb - before.gb) / (after.gb - before.gb);
  const part = (member) => before[member] + share * (after[member] - before[member]);
  return { gb, interfaceEndpoint: part('interfaceEndpoint'), natGateway: part('natGateway') };
}

const label = (x, y, text, anchor, style = null) =>
  draw('text', { x: x.toFixed(1), y: y.toFixed(1), 'text-anchor': anchor, class: style }, text);

// A text as near to its place as it fits.
function fitted(at, y, text, { left, width }, style = null) {
  const half = (text.length * letter) / 2;
  const middle = Math.min(Math.max(at, Math.min(left, half)), width - half - 2);
  return label(Math.max(middle, half), y, text, 'middle', style);
}

// The ends of the axis are left out where the break-even's own figure needs the room.
function scaleOf(pair, mostGb, place) {
  const { left, bottom, width, x } = place;
  const y = bottom + 16;
  if (pair.gbPerMonth === null) {
    return draw('g', {}, label(left, y, '0', 'middle'), label(width - edge.right, y, gbOf(mostGb), 'end'));
  }
  const at = x(pair.gbPerMonth);
  const text = `break-even ${gbOf(pair.gbPerMonth)}`;
  const half = (text.length * letter) / 2;
  const end = gbOf(mostGb);
  return draw('g', {},
    draw('path', { class: 'crossing', d: `M${at.toFixed(1)} ${edge.top}V${bottom}` }),
    fitted(at, y, text, place, 'strong'),
    at - half > left + 12 ? label(left, y, '0', 'middle') : null,
    at + half < width - edge.right - end.length * letter - 12 ? label(width - edge.right, y, end, 'end') : null);
}

// What lies beyond the drawn part stands at its end. Without traffic there is no place to show.
function hereOf(pair, mostGb, place) {
  if (pair.currentGbPerMonth === null) return null;
  const at = place.x(pair.currentGbPerMonth);
  const text = `you are here: ${gbOf(pair.currentGbPerMonth)}${pair.currentGbPerMonth > mostGb ? ' →' : ''}`;
  return draw('g', { class: 'here' }, draw('path', { d: `M${at.toFixed(1)} ${edge.top}V${place.bottom}` }),
    draw('circle', { cx: at.toFixed(1), cy: edge.top, r: 4 }), fitted(at, edge.top - 10, text, place));
}

const keyOf = (left) => draw('g', {},
  draw('path', { class: 'line-nat', d: `M${left} ${height - 8}h18` }),
  label(left + 24, height - 4, 'NAT', 'start'),
  draw('path', { class: 'line-endpoint', d: `M${left + 70} ${height - 8}h18` }),
  label(left + 94, height - 4, 'interface endpoint', 'start'));

const inWords = (pair) => [
  `Cost per month through the NAT, and through an interface endpoint in ${countOf(pair.availabilityZones, 'Availability Zone')}.`,
  pair.gbPerMonth === null ? (pair.reason ?? 'The lines never cross.') : `The lines cross at ${gbOf(pair.gbPerMonth)} per month.`,
  pair.currentGbPerMonth === null ? '' : `The traffic to ${pair.service} is ${gbOf(pair.currentGbPerMonth)} per month.`,
].filter(Boolean).join(' ');
