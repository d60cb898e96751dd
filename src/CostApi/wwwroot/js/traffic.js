// A row for each flow: from which VPC, to which service, GB sent and received.
import { bundles } from './bundles.js';
import { find, fill, make } from './dom.js';
import { numberIn } from './form.js';
import { direct, originsOf, toOf } from './state.js';

export function startTraffic(services) {
  fill(find('services'), make('option', { value: 'internet', label: 'the internet' }),
    services.map((one) => make('option', { value: one.service, label: one.name })));
  fill(find('bundle'), bundles.map((bundle, i) => make('option', { value: i }, bundle.name)));
  const say = () => {
    find('bundle-note').textContent = `${bundles[find('bundle').value].note} The GB are examples: change them to yours.`;
  };
  find('bundle').addEventListener('change', say);
  say();
}

export function showTraffic(state, changed) {
  const vpcs = originsOf(state);
  const again = () => {
    showTraffic(state, changed);
    changed();
  };
  const add = (flows) => {
    state.traffic.push(...flows);
    again();
  };
  const from = vpcs[0]?.key ?? '';
  fill(find('traffic'),
    state.traffic.length ? headOf(vpcs) : make('p', { class: 'hint' }, 'No traffic: only hourly charges are counted.'),
    state.traffic.map((flow, i) => rowOf(state, flow, i, vpcs, changed, again)));
  widen();
  find('add-service').onclick = () => {
    add([{ from, to: '', sentGb: 10, receivedGb: 10 }]);
    find('traffic').lastElementChild.querySelector('[list]').focus();
  };
  find('add-internet').onclick = () => add([{ from, to: 'internet', sentGb: 100, receivedGb: 100 }]);
  find('add-bundle').onclick = () => {
    const there = new Set(state.traffic.filter((flow) => flow.from === from).map((flow) => flow.to));
    add(Object.entries(bundles[find('bundle').value].services).filter(([to]) => !there.has(to))
      .map(([to, [sentGb, receivedGb]]) => ({ from, to, sentGb, receivedGb })));
  };
}

const headOf = (vpcs) => make('div', { class: `row flow head${vpcs.length > 1 ? ' with-vpc' : ''}`, 'aria-hidden': 'true' },
  vpcs.length > 1 ? make('span', {}, 'From') : null,
  ['To', 'GB sent', 'GB received', ''].map((heading) => make('span', {}, heading)));

function rowOf(state, flow, i, vpcs, changed, again) {
  const where = toOf(state, flow) || `flow ${i + 1}`;
  const to = make('input', {
    type: 'text', list: 'services', placeholder: 'sqs, ecr.dkr, internet',
    'aria-label': `Destination of flow ${i + 1}`, 'data-path': `traffic[${i}].to`,
    oninput: () => {
      direct(state, flow, to.value.trim());
      changed();
    },
  });
  to.value = toOf(state, flow);
  const remove = make('button', { type: 'button', class: 'remove', 'aria-label': `Remove ${where}`, title: 'Remove', onclick: () => {
    state.traffic.splice(i, 1);
    again();
    find('add-service').focus();
  } }, '×');
  return make('div', { class: `row flow${vpcs.length > 1 ? ' with-vpc' : ''}` },
    vpcs.length > 1 ? fromOf(flow, i, vpcs, changed) : null, to,
    gbOf(flow, 'sentGb', `GB sent to ${where}`, i, changed), gbOf(flow, 'receivedGb', `GB received from ${where}`, i, changed), remove);
}

function fromOf(flow, i, vpcs, changed) {
  const from = make('select', { 'aria-label': `Source VPC of flow ${i + 1}`, 'data-path': `traffic[${i}].from`, onchange: () => {
    flow.from = vpcs[from.selectedIndex].key;
    changed();
  } }, vpcs.map(({ key, name }) => make('option', { value: key }, name)));
  from.selectedIndex = vpcs.findIndex((vpc) => vpc.key === flow.from);
  return from;
}

function gbOf(flow, member, label, i, changed) {
  const input = make('input', {
    type: 'number', min: 0, step: 'any', inputmode: 'decimal',
    'aria-label': label, title: label, 'data-path': `traffic[${i}].${member}`,
    oninput: () => {
      flow[member] = numberIn(input.value);
      widen();
      changed();
    },
  });
  input.value = flow[member] ?? '';
  return input;
}

// The columns are as wide as the longest figure in them.
function widen() {
  const digits = [...find('traffic').querySelectorAll('input[type="number"]')].map((input) => input.value.length);
  const most = Math.max(6, ...digits);
  find('traffic').style.setProperty('--digits', Math.min(most, 16));
  find('traffic').classList.toggle('wide-figures', most > 9);
}
