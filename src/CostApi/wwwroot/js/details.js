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
  fill(find('findings'), findings.length === 0 ? make('p', { class: 'muted' }, 'There are no findings for this layout.') : make('ul', { class: 'findings' },
    findings.map((finding) => make('li', { class: finding.severity },
      make('p', {}, make('span', { class: `tag ${finding.severity}` }, finding.severity), ' ', make('code', {}, finding.code),
        finding.vpc ? ` ${finding.vpc}` : '', finding.resource ? ` ${finding.resource}` : '',
        finding.monthlySaving ? make('strong', { class: 'saving' }, ` saves ${costOf(finding.monthlySaving, currency)} per month`) : null),
      make('p', {}, finding.message),
      finding.remedy ? make('p', {}, finding.remedy) : null,
      finding.link ? make('p', { class: 'under' }, make('a', { href: finding.link, rel: 'noopener noreferrer', target: '_blank' }, 'AWS documentation')) : null,
      finding.addresses?.length ? make('p', { class: 'addresses' }, finding.addresses.map((address) => make('code', {}, address))) : null))));
}

export function showLines(layout, currency) {
  const total = `${layout.complete ? '' : 'at least '}${moneyOf(layout.monthlyCost)}`;
  fill(find('lines'), tableOf(`Line items of ${layout.name}, ${currency} per month`, [
    ['Charge', (line) => [make('span', { class: `swatch ${categoryClass(line.category)}` }), `${line.description}`, make('span', { class: 'under' }, [line.region, ...(line.addresses ?? [line.vpc]), line.usageType].filter(Boolean).join(' '))]],
    ['Calculation', (line) => [line.formula ?? '', line.cost === null ? make('span', { class: 'under fault' }, line.unpriced) : null]],
    ['Price as of', (line) => line.priceAsOf ?? ''],
    ['Cost', (line) => (line.cost === null ? make('span', { class: 'fault' }, 'not priced') : moneyOf(line.cost)), true],
  ], layout.lineItems, ['Total', total]));
}

export function showRoutes(layout, currency) {
  fill(find('routes'), layout.routes.length === 0 ? make('p', { class: 'muted' }, 'No traffic.') : tableOf(`Traffic of ${layout.name}. Its share of the cost does not include hourly charges`, [
    ['To', (route) => `${route.to}${route.region ? ` in ${route.region}` : ''}`],
    ['From', (route) => route.from],
    ['Through', (route) => (route.path === 'unreachable' ? make('span', { class: 'fault' }, pathName(route.path)) : pathName(route.path))],
    ['GB', (route) => gbOf(route.gb), true],
    [`Share, ${currency}`, (route) => (route.cost === null ? '' : moneyOf(route.cost)), true],
  ], layout.routes));
}

export function showBasis(answer) {
  const { source, version, publishedAt, retrievedAt } = answer.prices ?? {};
  const dates = [publishedAt ? `published ${publishedAt.slice(0, 10)}` : '', retrievedAt ? `retrieved ${retrievedAt.slice(0, 10)}` : ''].filter(Boolean);
  const origin = answer.prices ? `Prices come from ${sourceName(source)}, edition ${version}${dates.length ? `, ${dates.join(', ')}` : ''}. ` : '';
  fill(find('basis'),
    make('p', {}, `${origin}A month has ${numberOf(answer.hoursPerMonth)} hours.`),
    answer.assumptions.length ? make('details', {}, make('summary', {}, countOf(answer.assumptions.length, 'assumption')), make('ul', {}, answer.assumptions.map((one) => make('li', {}, one)))) : null);
}
