// The recommended layout: what it decides and why, what each other way would cost, and the best of each other kind.
import { pathName } from './details.js';
import { find, fill, make } from './dom.js';
import { costOf, countOf, gbOf, moneyOf, numberOf } from './figures.js';
import { tableOf } from './tables.js';

const kinds = {
  withoutNat: 'Without a NAT', withoutHub: 'Each VPC on its own', withHub: 'With a hub', allNat: 'Without interface endpoints',
  everyZoneNat: 'A NAT gateway in each Availability Zone', singleZoneNat: 'One NAT gateway in each VPC',
  survivesZoneLoss: 'Survives the loss of an Availability Zone',
};

export function hideRecommendation() {
  find('recommendation').hidden = true;
}

export function showSearching() {
  find('recommendation').hidden = false;
  fill(find('recommendation-body'), make('p', { class: 'muted' }, 'Calculating the recommendation …'));
}

export function showRefusal(refusal) {
  find('recommendation').hidden = false;
  const culprits = Object.entries(refusal.errors).map(([path, messages]) => `${path}: ${messages.join(' ')}`);
  fill(find('recommendation-body'),
    make('p', { class: 'fault' }, refusal.message),
    culprits.length ? make('ul', {}, culprits.map((line) => make('li', {}, line))) : null);
}

export function showRecommendation(answer) {
  const { currency } = answer;
  find('recommendation').hidden = false;
  fill(find('recommendation-body'),
    make('p', {}, make('strong', {}, `${costOf(answer.monthlyCost, currency)} per month`), '. ',
      answer.optimal ? 'No layout that carries the traffic within your constraints costs less.' : boundOf(answer)),
    tableOf('Decision for each VPC', [
      ['VPC', (one) => one.name],
      ['NAT', natOf],
      ['Interface endpoints', endpointsOf],
      ['Reason', (one) => reasonOf(answer.vpcs.find((decided) => decided.vpc === one.name), one)],
    ], answer.layout.vpcs),
    tableOf(`Decision for each service, ${currency} per month`, [
      ['Service', (one) => [one.service, answer.vpcs.length > 1 ? make('span', { class: 'under' }, one.vpc) : null]],
      ['Through', (one) => pathName(one.path)],
      ['GB', (one) => gbOf(one.gb), true],
      ['Cost', (one) => moneyOf(one.cost), true],
      ['Reason and alternatives', (one) => [one.reason, ...one.alternatives.map(alternativeOf)]],
    ], answer.decisions),
    answer.sensitivity.length ? tableOf('What would change the recommendation', [
      ['Input', (one) => one.name],
      ['Now', (one) => numberOf(one.value), true],
      ['Changes below', (one) => (one.below === null ? '' : numberOf(one.below)), true],
      ['Changes above', (one) => (one.above === null ? '' : numberOf(one.above)), true],
      ['Change', changesOf],
    ], answer.sensitivity) : null,
    answer.runnersUp.length ? tableOf(`The best layout of each other kind, ${currency} per month`, [
      ['Kind', (one) => kinds[one.kind] ?? one.kind],
      ['Cost', (one) => (one.monthlyCost === null ? 'not possible' : moneyOf(one.monthlyCost)), true],
      ['Difference', (one) => (one.margin === null ? '' : moneyOf(one.margin)), true],
    ], answer.runnersUp) : null);
}

const boundOf = ({ lowerBound, currency }) =>
  `This is the best layout found within the time limit. No layout costs less than ${costOf(lowerBound, currency)} per month.`;

const zonesOf = (zones) => `${zones.length === 1 ? 'zone' : 'zones'} ${listed(zones)}`;

const listed = (words) => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`);

function natOf({ availabilityZones, natGateway, natInstance, egressVia }) {
  if (egressVia) return `through ${egressVia}`;
  const nat = natGateway ?? natInstance;
  if (!nat) return 'none';
  const kind = natInstance ? 'NAT instance' : natGateway.mode === 'zonal' ? 'NAT gateway' : `${natGateway.mode} NAT gateway`;
  return `${kind} in ${zonesOf(nat.availabilityZones ?? availabilityZones)}`;
}

function endpointsOf({ availabilityZones, endpoints = [] }) {
  const byZones = new Map();
  for (const { type, service, availabilityZones: own } of endpoints) {
    const zones = zonesOf(own ?? availabilityZones);
    if (type === 'interface') byZones.set(zones, [...(byZones.get(zones) ?? []), service]);
  }
  return byZones.size === 0 ? 'none' : [...byZones].map(([zones, services]) => make('div', {}, `${listed(services)} in ${zones}`));
}

const reasonOf = (decided, vpc) => (decided
  ? `${decided.attachedToHub ? 'Attached to the hub. ' : ''}${decided.reason}`
  : `The hub, in ${countOf(vpc.availabilityZones.length, 'Availability Zone')}.`);

const changesOf = ({ below, above, belowChanges, aboveChanges }) =>
  (below === null && above === null ? 'None.' : [...changes('Below', belowChanges), ...changes('Above', aboveChanges)]);

const changes = (side, all) => (all.length ? [make('span', {}, `${side}: ${all.join(', ').replace(/\.$/, '')}. `)] : []);

const alternativeOf = ({ path, difference, note }) => make('span', { class: 'under' },
  `Through ${pathName(path)}: ${difference === null ? 'not possible' : differenceOf(difference)}${note ? ` (${note.replace(/\.$/, '')})` : ''}`);

const differenceOf = (amount) => (amount < 0 ? `${moneyOf(-amount)} less` : `${moneyOf(amount)} more`);
