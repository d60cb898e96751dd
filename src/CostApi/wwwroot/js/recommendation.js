// The recommended layout: what it decides and why, what each other way would cost, and the best of each other kind.
import { pathName } from './details.js';
import { find, fill, make } from './dom.js';
import { costOf, gbOf, moneyOf, numberOf } from './figures.js';
import { tableOf } from './tables.js';

const ways = { none: 'none', singleZone: 'one gateway', everyZone: 'one in each zone', hub: 'that of the hub' };

const kinds = {
  withoutNat: 'Without any NAT', withoutHub: 'Each VPC on its own', withHub: 'With a hub', allNat: 'Without interface endpoints',
  everyZoneNat: 'A NAT gateway in each zone', singleZoneNat: 'One NAT gateway in a VPC',
};

export function hideRecommendation() {
  find('recommendation').hidden = true;
}

export function showRefusal(refusal) {
  find('recommendation').hidden = false;
  const culprits = Object.entries(refusal.errors).map(([path, messages]) => `${path} ${messages.join(' ')}`);
  fill(find('recommendation-body'), make('p', { class: 'fault' }, refusal.message), culprits.length ? make('ul', {}, culprits.map((line) => make('li', {}, line))) : null);
}

export function showRecommendation(answer) {
  const { currency } = answer;
  find('recommendation').hidden = false;
  fill(find('recommendation-body'),
    make('p', {}, make('strong', {}, costOf(answer.monthlyCost, currency)), ' a month: ',
      answer.optimal ? 'no layout that works and respects your choices costs less.' : `the best that was found in time; none costs less than ${costOf(answer.lowerBound, currency)}.`),
    tableOf('What it decides for each VPC', [
      ['VPC', (one) => one.vpc],
      ['NAT', (one) => ways[one.nat] ?? one.nat],
      ['Endpoints', (one) => one.interfaceEndpoints, true],
      ['Why', (one) => `${one.attachedToHub ? 'Attached to the hub. ' : ''}${one.reason}`],
    ], answer.vpcs),
    tableOf(`What it decides for each service, ${currency} a month`, [
      ['Service', (one) => [one.service, answer.vpcs.length > 1 ? make('span', { class: 'under' }, one.vpc) : null]],
      ['By', (one) => pathName(one.path)],
      ['GB', (one) => gbOf(one.gb), true],
      ['Cost', (one) => moneyOf(one.cost), true],
      ['Why, and what would turn it', (one) => [one.reason, ...one.alternatives.map(alternativeOf)]],
    ], answer.decisions),
    answer.sensitivity.length ? tableOf('What would change it', [
      ['If this', (one) => one.name],
      ['is now', (one) => numberOf(one.value), true],
      ['falls below', (one) => (one.below === null ? '–' : numberOf(one.below)), true],
      ['or exceeds', (one) => (one.above === null ? '–' : numberOf(one.above)), true],
      ['then', (one) => [...changes('below', one.belowChanges), ...changes('above', one.aboveChanges), one.below === null && one.above === null ? 'it stays as it is' : null]],
    ], answer.sensitivity) : null,
    answer.runnersUp.length ? tableOf(`The best of each other kind, ${currency} a month`, [
      ['Kind', (one) => kinds[one.kind] ?? one.kind],
      ['Cost', (one) => (one.monthlyCost === null ? 'none works' : moneyOf(one.monthlyCost)), true],
      ['More', (one) => (one.margin === null ? '' : moneyOf(one.margin)), true],
    ], answer.runnersUp) : null);
}

const changes = (side, all) => (all.length ? [make('span', {}, `${side}: ${all.join(', ').replace(/\.$/, '')}. `)] : []);

const alternativeOf = ({ path, difference, note }) => make('span', { class: 'under' },
  `By ${pathName(path)}: ${difference === null ? 'not there' : `${moneyOf(difference)} more`}${note ? `. ${note}` : ''}`);
