// How old the prices behind the figures are.
import { find } from './dom.js';

const sources = {
  snapshot: 'the prices shipped with this service',
  'query-api': 'the AWS Price List Query API',
  'offer-files': 'the AWS Price List files',
};

export const sourceName = (source) => sources[source] ?? source;

export function showPricesAge(answer) {
  const oldest = oldestOf(answer);
  find('prices-age').textContent = [
    oldest ? `Oldest rate used: ${oldest.usageType}, as of ${oldest.asOf.slice(0, 10)}, from ${sourceName(oldest.source)}.` : '',
    answer.prices?.stale ? 'The prices can be out of date: check them before you decide.' : '',
  ].filter(Boolean).join(' ');
}

// Where the service does not name the oldest rate, the line items have the dates.
function oldestOf(answer) {
  if (answer.prices?.oldestRate) return answer.prices.oldestRate;
  const dated = answer.layouts.flatMap((layout) => layout.lineItems).filter((line) => line.priceAsOf)
    .map((line) => ({ usageType: line.usageType, source: line.priceSource, asOf: line.priceAsOf }));
  return dated.length ? dated.reduce((oldest, one) => (one.asOf < oldest.asOf ? one : oldest)) : null;
}
