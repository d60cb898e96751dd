// One layout in full: its bill, the ways of its traffic, what is odd about it.
import { categoryClass } from './categories.js';
import { find, fill, make } from './dom.js';
import { costOf, gbOf, moneyOf } from './figures.js';
import { tableOf } from './tables.js';

const paths = {
  gatewayEndpoint: 'gateway endpoint', interfaceEndpoint: 'interface endpoint', sharedInterfaceEndpoint: 'shared interface endpoint',
  natGateway: 'NAT gateway', natInstance: 'NAT instance', sharedNatGateway: 'shared NAT gateway', sharedNatInstance: 'shared NAT instance',
  internetGateway: 'internet gateway', peering: 'peering', transitGateway: 'Transit Gateway', unreachable: 'none',
};

export const pathName = (path) => paths[path] ?? path;

export function showFindings(findings, currency) {
  fill(find('findings'), findings.length === 0 ? make('p', { class: 'muted' }, 'Nothing odd about this layout.') : make('ul', { class: 'findings' },
    findings.map((finding) => make('li', { class: finding.severity },
      make('p', {}, make('span', { class: `tag ${finding.severity}` }, finding.severity), ' ', make('code', {}, finding.code),
        finding.vpc ? ` ${finding.vpc}` : '', finding.resource ? ` ${finding.resource}` : '',
        finding.monthlySaving ? make('strong', { class: 'saving' }, ` saves ${costOf(finding.monthlySaving, currency)} a month`) : null),
      make('p', {}, finding.message),
      finding.remedy ? make('p', {}, finding.remedy) : null,
      finding.link ? make('p', { class: 'under' }, make('a', { href: finding.link, rel: 'noopener noreferrer', target: '_blank' }, 'AWS documentation')) : null,
      finding.addresses?.length ? make('p', { class: 'addresses' }, finding.addresses.map((address) => make('code', {}, address))) : null))));
}

export function showLines(layout, currency) {
  const total = `${layout.complete ? '' : 'at least '}${moneyOf(layout.monthlyCost)}`;
  fill(find('lines'), tableOf(`Line items of ${layout.name}, ${currency} a month`, [
    ['What', (line) => [make('span', { class: `swatch ${categoryClass(line.category)}` }), `${line.description}`, make('span', { class: 'under' }, [line.region, ...(line.addresses ?? [line.vpc]), line.usageType].filter(Boolean).join(' '))]],
    ['How', (line) => [line.formula ?? '', line.cost === null ? make('span', { class: 'under fault' }, line.unpriced) : null]],
    ['Price as of', (line) => line.priceAsOf ?? ''],
    ['Cost', (line) => (line.cost === null ? make('span', { class: 'fault' }, 'unpriced') : moneyOf(line.cost)), true],
  ], layout.lineItems, ['Total', total]));
}

export function showRoutes(layout, currency) {
  fill(find('routes'), layout.routes.length === 0 ? make('p', { class: 'muted' }, 'No traffic.') : tableOf(`Traffic of ${layout.name}; hours are not in its share of the cost`, [
    ['To', (route) => `${route.to}${route.region ? ` in ${route.region}` : ''}`],
    ['From', (route) => route.from],
    ['By', (route) => (route.path === 'unreachable' ? make('span', { class: 'fault' }, 'no way') : pathName(route.path))],
    ['GB', (route) => gbOf(route.gb), true],
    [`Share, ${currency}`, (route) => (route.cost === null ? '' : moneyOf(route.cost)), true],
  ], layout.routes));
}

export function showBasis(answer) {
  const { source, version, publishedAt, retrievedAt, stale } = answer.prices;
  fill(find('basis'),
    make('p', {}, `Prices from ${source}, edition ${version}, published ${publishedAt.slice(0, 10)}, taken ${retrievedAt.slice(0, 10)}${stale ? '; they are old' : ''}. ${answer.hoursPerMonth} hours a month.`),
    make('details', {}, make('summary', {}, `${answer.assumptions.length} assumptions`), make('ul', {}, answer.assumptions.map((one) => make('li', {}, one)))));
}
