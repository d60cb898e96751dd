// A Terraform plan or CloudFormation template, sent to the service as it is.
import { readJson, Refusal } from './api.js';

const terraform = /"(terraform_version|format_version|planned_values|resource_changes|prior_state)"|^\s*(resource|module|provider|terraform|variable|data|locals)\b[^:]*\{/;

// A document says early what it is; what is wrong with it, the service says.
export async function kindOf(file) {
  const start = (await file.slice(0, 4000).text()).replaceAll('\0', '');
  return terraform.test(start) || /\.(tf|tfplan|tfstate)$/.test(file.name) ? 'terraform' : 'cloudformation';
}

// Resolves with the body of a comparison; `progress` hears of the share that is sent, and then of null while it is read.
export function importDocument(file, kind, region, progress, signal) {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', `v1/imports/${kind}${region ? `?${new URLSearchParams({ region })}` : ''}`);
    call.setRequestHeader('Content-Type', 'application/octet-stream');
    call.upload.onprogress = (event) => progress(event.lengthComputable && event.loaded < event.total ? event.loaded / event.total : null);
    call.upload.onload = () => progress(null);
    call.onload = () => (call.status === 200 ? resolve(JSON.parse(call.responseText)) : reject(new Refusal(call.status, readJson(call.responseText))));
    call.onerror = () => reject(new Refusal(0, { detail: 'The service cannot be reached, or would not take so much.' }));
    call.onabort = () => reject(new DOMException('Given up.', 'AbortError'));
    signal.addEventListener('abort', () => call.abort());
    call.send(file);
  });
}
