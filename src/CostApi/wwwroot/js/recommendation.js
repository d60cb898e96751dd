// The recommended layout: what it decides and why, what came next, and what would turn it.
import { pathName } from './details.js';
import { find, fill, make } from './dom.js';
import { costOf, gbOf, moneyOf } from './figures.js';
import { tableOf } from './tables.js';

export function hideRecommendation() {
  find('recommendation').hidden = true;
}

export function showRefusal(refusal) {
  find('recommendation').hidden = false;
  const culprits = Object.entries(refusal.errors).map(([path, messages]) => `${path} ${messages.join(' ')}`);
  fill(find('recommendation-body'), make('p', { class: 'fault' }, culprits.length ? culprits.join(' ') : refusal.message));
}

export function showRecommendation(answer) {
  const { currency } = answer.estimate;
  find('recommendation').hidden = false;
  fill(find('recommendation-body'),
    make('p', {}, make('strong', {}, costOf(answer.estimate.monthlyCost, currency)), ' a month: ',
      answer.optimal ? 'no layout that works and respects your choices costs less.' : `the best that was found in time; none costs less than ${costOf(answer.lowerBound, currency)}.`),
    tableOf(`What it decides, ${currency} a month`, [
      ['Service', (one) => one.service],
      ['From', (one) => one.vpc],
      ['By', (one) => pathName(one.path)],
      ['GB', (one) => gbOf(one.gb), true],
      ['Cost', (one) => (one.cost === null ? '' : moneyOf(one.cost)), true],
      ['Why', (one) => one.reason],
    ], answer.decisions),
    answer.runnersUp.length ? tableOf(`What came next, ${currency} a month`, [
      ['Layout', (one) => one.kind],
      ['Cost', (one) => moneyOf(one.monthlyCost), true],
      ['More', (one) => moneyOf(one.margin), true],
    ], answer.runnersUp) : null);
}
