// Dropping, choosing or pasting a document.
import { importDocument, kindOf } from './documents.js';
import { find, fill } from './dom.js';
import { progressOf } from './progress.js';

// `taken` is handed the document and the layouts in it.
export function startUpload(chosenRegion, taken) {
  let current = null;
  const take = async (file) => {
    current?.abort();
    const own = current = new AbortController();
    const progress = progressOf(file.name);
    fill(find('document-fault'));
    try {
      const held = { file, kind: await kindOf(file), region: null };
      const body = await readIn(held, chosenRegion(), progress.heard, own.signal);
      if (body.layouts.length === 0) throw new Error(`${file.name} does not contain any resource that is priced.`);
      taken(held, body);
    } catch (fault) {
      if (fault.name !== 'AbortError') find('document-fault').textContent = wordsOf(fault);
    } finally {
      if (own === current) progress.ended();
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

// A problem that names its culprits says no more by itself.
function wordsOf(fault) {
  const culprits = Object.entries(fault.errors ?? {}).map(([path, said]) => `${path}: ${said.join(' ')}`);
  return culprits.length ? culprits.join(' ') : fault.message;
}

// The document tells its Region; where it does not, or tells several, the chosen one is meant.
async function readIn(held, chosenRegion, progress, signal) {
  try {
    return await importDocument(held, progress, signal);
  } catch (fault) {
    if (!fault.errors?.region) throw fault;
    held.region = chosenRegion;
    return importDocument(held, progress, signal);
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
