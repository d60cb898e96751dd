// The request and the answer, to be taken elsewhere.
import { pack } from './address.js';
import { find, fill, make } from './dom.js';

// The most that the service takes as an address.
const mostPacked = 7500;

// `asMarkdown` brings the answer as it is shown.
export async function showShare(request, asMarkdown) {
  const packed = await pack(request);
  const short = packed.length <= mostPacked;
  const address = (type) => new URL(`v1/comparisons.${type}?request=${packed}`, location.href).href;
  fill(find('share'),
    button('Copy link', () => location.href, 'The link contains the whole design.'),
    button('Copy as JSON', () => JSON.stringify(request, null, 2), 'The clipboard has the request as JSON.'),
    button('Copy as curl', () => curlOf(request), 'The clipboard has the request as a curl command.'),
    button('Copy Markdown', asMarkdown, 'The clipboard has the answer as Markdown.'),
    short ? ['html', 'svg', 'csv', 'md'].map((type) =>
      make('a', { href: address(type), class: 'button', target: '_blank', rel: 'noopener' }, type.toUpperCase())) : null);
}

function button(name, read, what) {
  return make('button', { type: 'button', onclick: async () => {
    try {
      await copy(await read());
      find('share-said').textContent = `Copied. ${what}`;
    } catch (fault) {
      find('share-said').textContent = `Not copied: ${fault.message}`;
    }
  } }, name);
}

const curlOf = (request) => [
  `curl -s '${new URL('v1/comparisons', location.href.split('#')[0])}' \\`, "  -H 'Content-Type: application/json' \\",
  `  --data-binary '${JSON.stringify(request).replaceAll("'", "'\\''")}'`].join('\n');

// Plain HTTP on a closed network has no clipboard API.
async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = make('textarea', { class: 'aside', 'aria-hidden': 'true' });
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (!done) throw new Error('the browser does not let the page copy.');
  return undefined;
}
