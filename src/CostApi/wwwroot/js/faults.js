// What the service refuses, beside the field that it is about; above the answer where no field is.
import { find, fill, make } from './dom.js';

export function clearFaults() {
  fill(find('faults'));
  for (const message of document.querySelectorAll('.field-fault')) message.remove();
  for (const input of document.querySelectorAll('[aria-invalid]')) {
    input.removeAttribute('aria-invalid');
    input.removeAttribute('aria-describedby');
  }
}

export function showFaults(refusal) {
  clearFaults();
  const rest = [];
  let number = 0;
  const said = new Set();
  for (const [path, messages] of Object.entries(refusal.errors)) {
    const input = document.querySelector(`[data-path="${CSS.escape(fieldOf(path))}"]`);
    if (input === null || input.closest('[hidden]')) rest.push(`${path}: ${messages.join(' ')}`);
    // The same VPC stands in every layout.
    else if (!said.has(input)) attach(input, messages, `fault-${number++}`);
    said.add(input);
  }
  const count = Object.keys(refusal.errors).length;
  if (count === 0) rest.push(refusal.message);
  const title = count ? 'The design is not valid.' : (refusal.title ?? 'There is no answer for this design.');
  fill(find('faults'), make('p', { class: 'strong' }, title),
    number > 0 ? make('p', {}, number === 1 ? 'Correct the marked field.' : `Correct the ${number} marked fields.`) : null,
    rest.length ? make('ul', {}, rest.slice(0, 20).map((line) => make('li', {}, line))) : null);
}

const fieldOf = (path) => path.replace(/^layouts\[\d+\]\./, '').replace(/(vpcs\[\d+\]\.availabilityZones).*$/, '$1');

function attach(input, messages, id) {
  input.closest('details')?.setAttribute('open', '');
  input.setAttribute('aria-invalid', 'true');
  input.setAttribute('aria-describedby', id);
  (input.closest('.row') ?? input.closest('.field')).after(make('p', { class: 'field-fault', id }, messages.join(' ')));
}
