// The review of a document: whether its budget holds, what its change does, and what is not in the figures.
import { find, fill, make } from './dom.js';
import { moneyOf } from './figures.js';
import { tableOf } from './tables.js';

// As a comparison answers, so that all that shows one shows it.
export const answerOf = (review) => {
  const layouts = [review.before, { ...review.after, findings: review.findings, breakEvens: review.breakEvens }].filter(Boolean);
  return {
    currency: review.currency,
    hoursPerMonth: review.hoursPerMonth,
    prices: review.regions[0].prices,
    cheapest: layouts.find((layout) => layout.rank === 1)?.name ?? null,
    baseline: layouts[0].name,
    layouts,
    assumptions: review.assumptions,
  };
};

export function showReview(review, name) {
  find('review').hidden = false;
  find('review-title').textContent = `Review of ${name}`;
  fill(find('review-body'),
    make('p', {}, make('span', { class: `tag ${review.verdict === 'fail' ? 'bad' : 'cheapest'}` }, review.verdict), ` ${review.document}, ${review.regions.map((one) => one.region).join(', ')}.`),
    review.reasons.length ? listOf(review.reasons.map((reason) => [reason])) : null,
    review.difference ? changesOf(review) : null,
    foldOf('costs money and is not in these figures', review.notPriced.map((one) => [addressOf(one.address), ` ${one.what}${one.change ? ` (${one.change})` : ''}`])),
    foldOf('could not be read', review.unread.map((one) => [addressOf(one.address), ` ${one.why}`])),
    foldOf('left out by its own conditions', review.leftOut.map((one) => [addressOf(one.address), ` ${one.why}`])));
}

export function hideReview() {
  find('review').hidden = true;
}

function changesOf(review) {
  const changes = review.difference.lineItems;
  if (changes.length === 0) return make('p', { class: 'muted' }, 'The change moves no charge.');
  const money = (amount) => (amount === null ? 'unpriced' : moneyOf(amount));
  return tableOf(`What the change does, ${review.currency} a month`, [
    ['What', (one) => [make('code', {}, (one.addresses ?? [`${one.vpc} ${one.resource}`]).join(', ')), make('span', { class: 'under' }, `${one.region ? `${one.region} ` : ''}${one.description}`)]],
    ['Change', (one) => one.change],
    ['Before', (one) => money(one.before), true],
    ['After', (one) => money(one.after), true],
    ['More', (one) => money(one.amount), true],
  ], changes, ['In all', money(review.difference.amount)]);
}

const addressOf = (address) => (address ? make('code', {}, address) : '');

const listOf = (lines) => make('ul', {}, lines.map((line) => make('li', {}, line)));

const foldOf = (what, lines) => (lines.length
  ? make('details', {}, make('summary', {}, `${lines.length} ${what}`), listOf(lines))
  : null);
