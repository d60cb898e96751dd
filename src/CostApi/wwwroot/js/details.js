// One layout in full: its bill, the routes of its traffic, what to look at.
import { categoryClass } from './categories.js';
import { find, fill, make } from './dom.js';
import { costOf, countOf, gbOf, moneyOf, numberOf } from './figures.js';
import { sourceName } from './prices.js';
import { tableOf } from './tables.js';

const paths = {
  gatewayEndpoint: 'gateway endpoint', interfaceEndpoint: 'interface endpoint', sharedInterfaceEndpoint: 'shared interface endpoint',
  natGateway: 'NAT gateway', natInstance: 'NAT instance', sharedNatGateway: 'shared NAT gateway', sharedNatInstance: 'shared NAT instance',
  internetGateway: 'internet gateway', egressOnlyInternetGateway: 'egress-only internet gateway', peering: 'VPC peering connection',
  transitGateway: 'Transit Gateway', unreachable: 'no route',
};

export const pathName = (path) => paths[path] ?? path;

export function showFindings(findings, currency) {
  fill(find('findings'), findings.length === 0
    ? make('p', { class: 'muted' }, 'There are no findings for this layout.')
    : make('ul', { class: 'findings' }, findings.map((finding) => findingOf(finding, currency))));
}

function findingOf({ severity, code, vpc, resource, monthlySaving, message, remedy, link, addresses }, currency) {
  return make('li', { class: severity },
    make('p', {}, make('span', { class: `tag ${severity}` }, severity), ' ', make('code', {}, code),
      vpc ? ` ${vpc}` : '', resource ? ` ${resource}` : '',
      monthlySaving ? make('strong', { class: 'saving' }, ` saves ${costOf(monthlySaving, currency)} per month`) : null),
    make('p', {}, message),
    remedy ? make('p', {}, remedy) : null,
    link ? make('p', { class: 'under' }, make('a', { href: link, rel: 'noopener', target: '_blank' }, 'AWS documentation')) : null,
    addresses?.length ? make('p', { class: 'addresses' }, addresses.map((address) => make('code', {}, address))) : null);
}

export function showLines(layout, currency) {
  const total = `${layout.complete ? '' : 'at least '}${moneyOf(layout.monthlyCost)}`;
  fill(find('lines'), tableOf(`Line items of ${layout.name}, ${currency} per month`, [
    ['Charge', chargeOf],
    ['Calculation', (line) => [line.formula ?? '', line.cost === null ? make('span', { class: 'under fault' }, line.unpriced) : null]],
    ['Price as of', (line) => line.priceAsOf ?? ''],
    ['Cost', (line) => (line.cost === null ? make('span', { class: 'fault' }, 'not priced') : moneyOf(line.cost)), true],
  ], layout.lineItems, ['Total', total]));
}

const chargeOf = ({ category, description, region, addresses, vpc, usageType }) => [
  make('span', { class: `swatch ${categoryClass(category)}` }), description,
  make('span', { class: 'under' }, [region, ...(addresses ?? [vpc]), usageType].filter(Boolean).join(' ')),
];

export function showRoutes(layout, currency) {
  if (layout.routes.length === 0) {
    fill(find('routes'), make('p', { class: 'muted' }, 'No traffic.'));
    return;
  }
  fill(find('routes'), tableOf(`Traffic of ${layout.name}. Its share of the cost does not include hourly charges`, [
    ['To', (route) => `${route.to}${route.region ? ` in ${route.region}` : ''}`],
    ['From', (route) => route.from],
    ['Through', ({ path }) => (path === 'unreachable' ? make('span', { class: 'fault' }, pathName(path)) : pathName(path))],
    ['GB', (route) => gbOf(route.gb), true],
    [`Share, ${currency}`, (route) => (route.cost === null ? '' : moneyOf(route.cost)), true],
  ], layout.routes));
}

export function showBasis(answer) {
  const assumptions = answer.assumptions.map((one) => make('li', {}, one));
  fill(find('basis'),
    make('p', {}, `${answer.prices ? originOf(answer.prices) : ''}A month has ${numberOf(answer.hoursPerMonth)} hours.`),
    assumptions.length
      ? make('details', {}, make('summary', {}, countOf(assumptions.length, 'assumption')), make('ul', {}, assumptions))
      : null);
}

// Of the shipped prices neither day is known; their edition names them.
function originOf({ source, version, publishedAt, retrievedAt }) {
  const published = publishedAt ? `, published ${publishedAt.slice(0, 10)}` : '';
  const retrieved = retrievedAt ? `, retrieved ${retrievedAt.slice(0, 10)}` : '';
  return `Prices come from ${sourceName(source)}, edition ${version}${published}${retrieved}. `;
}
