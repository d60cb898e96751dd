// The design in the address of the page: JSON, compressed with a checksum (zlib), in base64url, after the #, where no server sees it.

export async function pack(value) {
  const bytes = await through(JSON.stringify(value), new CompressionStream('deflate'));
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export async function unpack(text) {
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  const isZlib = bytes.length > 2 && (bytes[0] & 15) === 8 && ((bytes[0] << 8) | bytes[1]) % 31 === 0;
  const format = bytes[0] === 0x1f && bytes[1] === 0x8b ? 'gzip' : isZlib ? 'deflate' : 'deflate-raw';
  const json = await through(bytes, new DecompressionStream(format));
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
}

// Whether the address has a part that says something, be it cut or damaged. The skip link's own target says nothing.
export const isShared = () => !['', '#', '#answer'].includes(location.hash);

// A design as this page writes it, or the request of a comparison as /v1/comparisons.md?request= takes it.
export async function readAddress() {
  const named = new URLSearchParams(location.hash.slice(1));
  return unpack(named.get('design') ?? named.get('request') ?? '');
}

export async function writeAddress(state) {
  history.replaceState(null, '', `#design=${await pack(state)}`);
}

// Little packed can stand for very much: what the service would refuse is not unpacked here either.
const most = 1024 * 1024;

async function through(content, transform) {
  const chunks = [];
  let length = 0;
  for (const reader = new Blob([content]).stream().pipeThrough(transform).getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer());
    chunks.push(value);
    length += value.length;
    if (length > most) throw new Error('The link holds too much.');
  }
}
