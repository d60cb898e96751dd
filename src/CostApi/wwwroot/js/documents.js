// A Terraform plan or CloudFormation template, sent to the service as it is.
import { readJson, Refusal } from './api.js';

const terraform = /"(terraform_version|format_version|planned_values|resource_changes|prior_state)"|^\s*(resource|module|provider|terraform|variable|data|locals)\b[^:]*\{/;

// A document says early what it is; what is wrong with it, the service says.
export async function kindOf(file) {
  const start = (await file.slice(0, 4000).text()).replaceAll('\0', '');
  return terraform.test(start) || /\.(tf|tfplan|tfstate)$/.test(file.name) ? 'terraform' : 'cloudformation';
}

// The body of a comparison.
export const importDocument = ({ file, kind, region }, progress, signal) =>
  send(`v1/imports/${kind}?${queryOf({ region })}`, file, progress, signal);

// The document priced before and after its change, with traffic, terms and budget beside it.
export function reviewDocument(held, request, budget, progress, signal, format = null) {
  const form = new FormData();
  form.append('document', held.file, 'document');
  form.append('traffic', new Blob([JSON.stringify({ traffic: request.traffic, ...(request.pricing && { pricing: request.pricing }) })], { type: 'application/json' }), 'traffic.json');
  const query = queryOf({ region: held.region, hoursPerMonth: request.hoursPerMonth, ...budget, format });
  return send(`v1/reviews/${held.kind}?${query}`, form, progress, signal);
}

const queryOf = (members) => new URLSearchParams(Object.entries(members).filter(([, value]) => value !== null && value !== undefined && value !== ''));

// `progress` hears of the share that is sent, and then of null while the document is read.
function send(path, body, progress, signal) {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', path);
    if (body instanceof File) call.setRequestHeader('Content-Type', 'application/octet-stream');
    call.upload.onprogress = (event) => progress(event.lengthComputable && event.loaded < event.total ? event.loaded / event.total : null);
    call.upload.onload = () => progress(null);
    call.onload = () => {
      if (call.status !== 200) reject(new Refusal(call.status, readJson(call.responseText)));
      else resolve(call.getResponseHeader('Content-Type').startsWith('application/json') ? JSON.parse(call.responseText) : call.responseText);
    };
    call.onerror = () => reject(new Refusal(0, { detail: 'The service cannot be reached, or the document is too large.' }));
    call.onabort = () => reject(new DOMException('Canceled.', 'AbortError'));
    signal?.addEventListener('abort', () => call.abort());
    if (signal?.aborted) reject(new DOMException('Canceled.', 'AbortError'));
    else call.send(body);
  });
}
