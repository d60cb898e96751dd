// Where an interface endpoint and the NAT cost the same, and where the design stands.
import { get } from './api.js';
import { chartOf } from './chart.js';
import { pathName } from './details.js';
import { find, fill, make } from './dom.js';
import { gbOf } from './figures.js';
import { tableOf } from './tables.js';

const kept = new Map();
let chosen = null;
let latest = 0;

export async function showCurves(layout, request) {
  const pairs = layout.breakEvens;
  const turn = ++latest;
  if (pairs.length === 0) {
    fill(find('curves'), make('p', { class: 'muted' }, 'No service of this layout has the choice between a NAT and an interface endpoint.'));
    return;
  }
  const key = (pair) => `${pair.vpc} ${pair.service}`;
  const pair = pairs.find((one) => key(one) === chosen) ?? pairs[0];
  const curve = await curveOf(pair, layout.name, request);
  if (turn !== latest) return;
  const focused = document.activeElement?.id === 'curve-service';
  const vpcs = new Set(pairs.map((one) => one.vpc));
  const select = make('select', { id: 'curve-service', onchange: () => {
    chosen = select.value;
    showCurves(layout, request);
  } }, pairs.map((one) => make('option', { value: key(one) }, vpcs.size > 1 ? `${serviceOf(one)} from ${one.vpc}` : serviceOf(one))));
  select.value = key(pair);
  fill(find('curves'),
    make('div', { class: 'field inline' }, make('label', { for: 'curve-service' }, 'You are here with'), select),
    curve ? chartOf(curve, pair, find('curves').clientWidth) : make('p', { class: 'fault' }, 'The curve cannot be drawn.'),
    ownPrices(request.pricing) ? make('p', { class: 'muted' }, 'The lines are at list prices; the table has your discounts and prices.') : null,
    tableOf(`Break-evens of ${layout.name}, GB a month sent and received`, [
      ['Service', (one) => (vpcs.size > 1 ? `${serviceOf(one)} (${one.vpc})` : serviceOf(one))],
      ['You are at', (one) => gbOf(one.currentGbPerMonth), true],
      ['Break-even', (one) => (one.gbPerMonth === null ? 'none' : gbOf(one.gbPerMonth)), true],
      ['Cheaper now', (one) => (one.cheaper ? pathName(one.cheaper) : '')],
      ['How', (one) => [one.formula, one.reason ? make('span', { class: 'under' }, one.reason) : null]],
    ], pairs));
  if (focused) select.focus();
}

const ownPrices = (pricing) => pricing && Boolean(pricing.discountPercent || Object.keys(pricing.discountPercentByCategory ?? {}).length || Object.keys(pricing.unitPrices ?? {}).length);

// A review without traffic says what would hold for any.
const serviceOf = (pair) => (pair.service === '*' ? 'any service' : pair.service);

async function curveOf(pair, name, request) {
  const query = new URLSearchParams({ region: request.region, availabilityZones: pair.availabilityZones });
  const nats = natZones(request.layouts.find((layout) => layout.name === name), pair.vpc);
  if (nats) query.set('natAvailabilityZones', nats);
  if (request.hoursPerMonth) query.set('hoursPerMonth', request.hoursPerMonth);
  for (const term of ['privateLinkGbAlreadyProcessed', 'crossZoneSidesBilled']) if (request.pricing?.[term]) query.set(term, request.pricing[term]);
  const address = `v1/break-even?${query}`;
  if (!kept.has(address)) kept.set(address, get(address).catch(() => { kept.delete(address); return null; }));
  return kept.get(address);
}

function natZones(layout, name) {
  const vpc = layout?.vpcs.find((one) => one.name === name);
  const nat = vpc?.natGateway ?? layout?.vpcs.find((one) => one.name === vpc?.egressVia)?.natGateway;
  return nat ? Math.min((nat.availabilityZones ?? vpc.availabilityZones).length, 6) : null;
}
