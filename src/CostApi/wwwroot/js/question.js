// The question in words, to be printed above its answer.
import { find, fill, make } from './dom.js';
import { countOf, gbOf, moneyOf, numberOf } from './figures.js';
import { tableOf } from './tables.js';

const terms = {
  discountPercent: (value) => `Discount: ${numberOf(value)} %.`,
  crossZoneSidesBilled: (value) => `Data transfer between Availability Zones is billed on ${countOf(value, 'side')}.`,
  privateLinkGbAlreadyProcessed: (value) => `Already processed by interface endpoints this month: ${gbOf(value)}.`,
  internetGbAlreadySent: (value) => `Already sent to the internet this month: ${gbOf(value)}.`,
};

const budgets = {
  maxMonthlyCost: (value) => `Highest cost per month: ${moneyOf(value)}.`,
  maxMonthlyIncrease: (value) => `Highest increase per month: ${moneyOf(value)}.`,
  failOn: (value) => `Fails on findings of severity ${value} or higher.`,
};

const nats = { none: 'no NAT gateway', single: 'at most one NAT gateway', everyZone: 'a NAT gateway in each Availability Zone, or none' };

// Taken when it is asked, so that it stays the question of its answer.
export function questionOf(state, request) {
  const lines = [`Region ${request.region}, ${numberOf(request.hoursPerMonth ?? 730)} hours per month.`];
  if (state.document) {
    lines.push(`Document: ${state.document.name}.`);
  } else {
    lines.push(`VPCs: ${state.vpcs.map((vpc) => `${vpc.name} in ${countOf(vpc.zones, 'Availability Zone')}`).join(', ')}.`);
    lines.push(`Interface endpoints: ${zonesInWords(state)}, in every layout and in the recommendation.`);
    lines.push(...constraintsOf(state.constraints));
  }
  for (const [name, value] of Object.entries(request.pricing ?? {})) {
    lines.push(terms[name]?.(value) ?? `${name}: ${JSON.stringify(value)}.`);
  }
  for (const [name, sayOf] of Object.entries(budgets)) {
    if (state.document && state.budget[name]) lines.push(sayOf(state.budget[name]));
  }
  return { lines, traffic: request.traffic };
}

export function showQuestion({ lines, traffic }) {
  fill(find('question-body'), make('ul', {}, lines.map((line) => make('li', {}, line))),
    traffic.length === 0 ? make('p', {}, 'No traffic: only hourly charges are counted.') : tableOf('Traffic per month', [
      ['From', (flow) => flow.from ?? ''],
      ['To', (flow) => `${flow.to}${flow.region ? ` in ${flow.region}` : ''}`],
      ['Sent', (flow) => gbOf(flow.sentGb ?? 0), true],
      ['Received', (flow) => gbOf(flow.receivedGb ?? 0), true],
    ], traffic));
}

function zonesInWords({ endpointZones }) {
  if (endpointZones === 0) return "all of the VPC's Availability Zones";
  return `${countOf(endpointZones, 'Availability Zone')}${endpointZones === 1 ? '' : ' where the VPC has as many'}`;
}

function constraintsOf(constraints) {
  const limits = [nats[constraints.nat], constraints.hub === 'forbidden' ? 'no hub VPC' : null].filter(Boolean);
  return [
    ...(limits.length ? [`The recommendation uses ${limits.join(' and ')}.`] : []),
    ...(constraints.transitGateway === 'present' ? ['A Transit Gateway with its attachments is already paid for.'] : []),
  ];
}
