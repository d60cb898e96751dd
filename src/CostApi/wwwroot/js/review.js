// The review of a document: whether its budget holds, what its change does, and what is not in the figures.
import { find, fill, make } from './dom.js';
import { countOf, moneyOf } from './figures.js';
import { tableOf } from './tables.js';

// As a comparison answers, so that all that shows one shows it. A document of one time has one layout, with the document's name.
export function answerOf(review, name, request) {
  const after = { ...review.after, findings: review.findings, breakEvens: review.breakEvens };
  const layouts = review.before ? [review.before, after] : [{ ...after, name }];
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
    make('p', {}, make('span', { class: `tag ${review.verdict === 'fail' ? 'bad' : 'cheapest'}` }, review.verdict), ` ${[review.document, regions].filter(Boolean).join(', ')}.`),
    review.reasons.length ? listOf(review.reasons.map((reason) => [reason])) : null,
    review.difference ? changesOf(review) : null,
    foldOf('resource', 'not priced', review.notPriced.map((one) => [addressOf(one.address), ` ${one.what}${one.change ? ` (${one.change})` : ''}`])),
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
    ['Resource', (one) => [make('code', {}, (one.addresses ?? [`${one.vpc} ${one.resource}`]).join(', ')), make('span', { class: 'under' }, `${one.region ? `${one.region} ` : ''}${one.description}`)]],
    ['Change', (one) => one.change],
    ['Before', (one) => money(one.before), true],
    ['After', (one) => money(one.after), true],
    ['Difference', (one) => money(one.amount), true],
  ], changes, ['Total', money(review.difference.amount)]);
}

function ignoredOf(one) {
  if (typeof one === 'string') return [one];
  const said = [one.reason, one.by ? `by ${one.by}` : '', one.until ? `until ${one.until}` : ''].filter(Boolean).join(', ');
  return [make('code', {}, one.code ?? one.finding?.code ?? ''), ' ', addressOf(one.address), said ? ` ${said}` : ''];
}

const addressOf = (address) => (address ? make('code', {}, address) : '');

const listOf = (lines) => make('ul', {}, lines.map((line) => make('li', {}, line)));

const foldOf = (noun, what, lines) => (lines.length
  ? make('details', {}, make('summary', {}, `${countOf(lines.length, noun)} ${what}`), listOf(lines))
  : null);
