// Dropping, choosing or pasting a document.
import { find, fill } from './dom.js';
import { importDocument, kindOf } from './documents.js';
import { numberOf } from './figures.js';

export function startUpload(region, taken) {
  let current = null;
  const take = async (file) => {
    current?.abort();
    const own = current = new AbortController();
    fill(find('document-fault'));
    try {
      show(`Sending ${file.name}`, 0);
      const body = await readIn(file, await kindOf(file), region(), own.signal);
      if (body.layouts.length === 0) throw new Error(`${file.name} declares nothing that is priced.`);
      taken(file.name, body);
    } catch (fault) {
      if (fault.name !== 'AbortError') find('document-fault').textContent = [fault.message, ...Object.entries(fault.errors ?? {}).map(([path, said]) => `${path} ${said.join(' ')}`)].join(' ');
    } finally {
      if (current === own) find('progress').hidden = true;
    }
  };

  find('file').addEventListener('change', () => {
    if (find('file').files.length) take(find('file').files[0]);
    find('file').value = '';
  });
  find('read-paste').addEventListener('click', () => take(new File([find('paste').value], 'the pasted document')));
  find('cancel').addEventListener('click', () => current?.abort());
  startDrop(take);
}

// The document tells its Region; where it does not, or tells several, the chosen one is meant.
async function readIn(file, kind, region, signal) {
  const progress = (share) => (share === null ? show(`Reading ${file.name}`, null) : show(`Sending ${file.name}: ${numberOf(Math.round(share * 100))} %`, share));
  try {
    return await importDocument(file, kind, null, progress, signal);
  } catch (fault) {
    if (!fault.errors?.region) throw fault;
    return importDocument(file, kind, region, progress, signal);
  }
}

// Anywhere on the page: a file that misses its place would otherwise replace the page.
function startDrop(take) {
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    find('document').open = true;
    find('drop').classList.add('over');
  });
  document.addEventListener('dragleave', (event) => { if (event.relatedTarget === null) find('drop').classList.remove('over'); });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    find('drop').classList.remove('over');
    if (event.dataTransfer.files.length) take(event.dataTransfer.files[0]);
  });
}

function show(text, share) {
  find('progress').hidden = false;
  find('progress-text').textContent = text;
  if (share === null) find('progress-bar').removeAttribute('value');
  else find('progress-bar').value = share;
}
