// The review of a document: whether its budget holds, what its change does, and what is not in the figures.
import { find, fill, make } from './dom.js';
import { countOf, moneyOf } from './figures.js';
import { tableOf } from './tables.js';

// As a comparison answers, so that all that shows one shows it. A document of one time has one layout, with the document's name.
export function answerOf(review, name, request) {
  const after = { ...review.after, findings: review.findings, breakEvens: review.breakEvens, notPriced: notPricedIn(review, 'removed') };
  const before = review.before && { ...review.before, notPriced: notPricedIn(review, 'added') };
  const layouts = before ? [before, after] : [{ ...after, name }];
  return {
    currency: review.currency ?? '',
    hoursPerMonth: review.hoursPerMonth,
    prices: pricesOf(review.regions),
    cheapest: layouts.find((layout) => layout.rank === 1)?.name ?? null,
    baseline: layouts[0].name,
    layouts,
    assumptions: review.assumptions,
    isChange: layouts.length === 2,
    isByTheHourOnly: !(review.trafficGiven ?? request.traffic.length > 0),
  };
}

// What is not priced comes on top of the figure of each time that has it.
const notPricedIn = (review, absent) => review.notPriced.filter((one) => one.change !== absent).length;

// Of several Regions, the prices whose oldest rate is the oldest.
function pricesOf(regions) {
  const prices = regions.map((one) => one.prices);
  const asOf = (one) => one.oldestRate?.asOf ?? '9999';
  return prices.length ? prices.reduce((oldest, one) => (asOf(one) < asOf(oldest) ? one : oldest)) : null;
}

export function showReview(review, name) {
  find('review').hidden = false;
  find('review-title').textContent = `Review of ${name}`;
  const regions = review.regions.map((one) => one.region).join(', ');
  fill(find('review-body'),
    make('p', {}, make('span', { class: `tag ${review.verdict === 'fail' ? 'bad' : 'cheapest'}` }, review.verdict),
      ` ${[review.document, regions].filter(Boolean).join(', ')}.`),
    review.reasons.length ? listOf(review.reasons.map((reason) => [reason])) : null,
    review.difference ? changesOf(review) : null,
    foldOf('resource', 'not priced', review.notPriced.map(unpricedOf)),
    foldOf('item', 'not read', review.unread.map((one) => [addressOf(one.address), ` ${one.why}`])),
    foldOf('item', 'not created because of its conditions', review.leftOut.map((one) => [addressOf(one.address), ` ${one.why}`])),
    foldOf('finding', 'accepted', (review.ignored ?? []).map(ignoredOf)));
}

export function hideReview() {
  find('review').hidden = true;
}

function changesOf(review) {
  const changes = review.difference.lineItems;
  if (changes.length === 0) return make('p', { class: 'muted' }, 'The change does not affect any charge.');
  const money = (amount) => (amount === null ? 'not priced' : moneyOf(amount));
  return tableOf(`Charges that change, ${review.currency} per month`, [
    ['Resource', (one) => [
      make('code', {}, (one.addresses ?? [`${one.vpc} ${one.resource}`]).join(', ')),
      make('span', { class: 'under' }, [one.region, one.description].filter(Boolean).join(' ')),
    ]],
    ['Change', (one) => one.change],
    ['Before', (one) => money(one.before), true],
    ['After', (one) => money(one.after), true],
    ['Difference', (one) => money(one.amount), true],
  ], changes, ['Total', money(review.difference.amount)]);
}

const unpricedOf = ({ address, what, change }) => [addressOf(address), ` ${what}${change ? ` (${change})` : ''}`];

function ignoredOf({ code, vpc, addresses, message, reason, by, until }) {
  const said = [reason ?? 'no reason given', by ? `accepted by ${by}` : '', until ? `until ${until}` : ''].filter(Boolean).join(', ');
  const places = (addresses ?? [vpc]).filter(Boolean).join(', ');
  return [make('code', {}, code), ` ${places}: ${said}`, message ? make('span', { class: 'under' }, message) : null];
}

const addressOf = (address) => (address ? make('code', {}, address) : '');

const listOf = (lines) => make('ul', {}, lines.map((line) => make('li', {}, line)));

const foldOf = (noun, what, lines) => (lines.length
  ? make('details', {}, make('summary', {}, `${countOf(lines.length, noun)} ${what}`), listOf(lines))
  : null);
