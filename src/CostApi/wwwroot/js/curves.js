// Where an interface endpoint and the NAT cost the same, and where the design stands.
import { chartOf } from './chart.js';
import { pathName } from './details.js';
import { find, fill, make } from './dom.js';
import { countOf, gbOf } from './figures.js';
import { tableOf } from './tables.js';

let chosen = null;

// Where no traffic is given, where the design stands is not known.
export function showCurves(layout, currency, isWithoutTraffic = false) {
  const pairs = layout.breakEvens.map((pair) =>
    (isWithoutTraffic || pair.service === '*' ? { ...pair, currentGbPerMonth: null, cheaper: null } : pair));
  if (pairs.length === 0) {
    fill(find('curves'), make('p', { class: 'muted' }, 'No service in this layout can use either a NAT or an interface endpoint.'));
    return;
  }
  const key = (pair) => JSON.stringify([pair.region, pair.vpc, pair.service]);
  const pair = pairs.find((one) => key(one) === chosen) ?? pairs[0];
  const focused = document.activeElement?.id === 'curve-service';
  const places = new Set(pairs.map((one) => `${one.region} ${one.vpc}`));
  const nameOf = (one) => (places.size > 1 ? `${serviceOf(one)} from ${one.vpc}${one.region ? ` in ${one.region}` : ''}` : serviceOf(one));
  const select = make('select', { id: 'curve-service', onchange: () => {
    chosen = select.value;
    showCurves(layout, currency, isWithoutTraffic);
  } }, pairs.map((one) => make('option', { value: key(one) }, nameOf(one))));
  select.value = key(pair);
  fill(find('curves'),
    make('div', { class: 'field inline' }, make('label', { for: 'curve-service' }, 'Service'), select),
    make('p', { class: 'muted' }, `${nameOf(pair)}: ${againstNat(pair, currency)}`),
    isDrawn(pair) ? chartOf(pair, find('curves').clientWidth) : make('p', {}, pair.reason ?? 'A price is not known, so there is no chart.'),
    tableOf(`Break-evens of ${layout.name}, GB per month sent and received`, [
      ['Service', nameOf],
      ['Zones', (one) => one.availabilityZones, true],
      ['You are at', (one) => (one.currentGbPerMonth === null ? '' : gbOf(one.currentGbPerMonth)), true],
      ['Break-even', (one) => (one.gbPerMonth === null ? 'none' : gbOf(one.gbPerMonth)), true],
      ['Cheaper now', (one) => (one.cheaper ? pathName(one.cheaper) : '')],
      ['Calculation', (one) => [one.formula, one.reason ? make('span', { class: 'under' }, one.reason) : null]],
    ], pairs));
  if (focused) select.focus();
}

const againstNat = (pair, currency) =>
  `an interface endpoint in ${countOf(pair.availabilityZones, 'Availability Zone')} compared with the NAT, in ${currency} per month. `
  + 'The NAT stays in both cases, so its hourly charges are not included.';

// Where a price is missing there are no lines, and where a service has no interface endpoint there is no crossing of theirs.
function isDrawn({ endpointMonthlyCost, endpointPerGb, natPerGb, gbPerMonth }) {
  if ([endpointMonthlyCost, endpointPerGb, natPerGb].some((price) => price === null || price === undefined)) return false;
  return gbPerMonth !== null || natPerGb <= endpointPerGb;
}

// A review without traffic says what would hold for any.
const serviceOf = (pair) => (pair.service === '*' ? 'any service' : pair.service);
