// A row for each flow: from which VPC, to which service, GB sent and received.
import { bundles } from './bundles.js';
import { find, fill, make } from './dom.js';
import { numberIn } from './form.js';

export function startTraffic(services) {
  fill(find('services'), make('option', { value: 'internet', label: 'the internet' }),
    services.map((one) => make('option', { value: one.service, label: one.name })));
  fill(find('bundle'), bundles.map((bundle, i) => make('option', { value: i }, bundle.name)));
  const say = () => { find('bundle-note').textContent = `${bundles[find('bundle').value].note} The GB are a start; change them.`; };
  find('bundle').addEventListener('change', say);
  say();
}

export function showTraffic(state, changed) {
  const vpcs = vpcNames(state);
  const again = () => {
    showTraffic(state, changed);
    changed();
  };
  const add = (flows) => {
    state.traffic.push(...flows);
    again();
  };
  const from = vpcs[0] ?? '';
  fill(find('traffic'),
    state.traffic.length ? make('div', { class: `row flow head${vpcs.length > 1 ? ' with-vpc' : ''}`, 'aria-hidden': 'true' },
      vpcs.length > 1 ? make('span', {}, 'From') : null, make('span', {}, 'To'), make('span', {}, 'GB sent'), make('span', {}, 'GB received'), make('span')) : make('p', { class: 'hint' }, 'None yet: only what costs by the hour is counted.'),
    state.traffic.map((flow, i) => rowOf(state, flow, i, vpcs, changed, again)));
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

// Those of a document may differ from layout to layout.
function vpcNames(state) {
  const vpcs = state.document ? state.document.layouts.flatMap((layout) => (Array.isArray(layout.vpcs) ? layout.vpcs : [])) : state.vpcs;
  return [...new Set(vpcs.map((vpc) => String(vpc?.name)))];
}

function rowOf(state, flow, i, vpcs, changed, again) {
  const where = flow.to || `flow ${i + 1}`;
  const to = make('input', { type: 'text', list: 'services', placeholder: 'sqs, ecr.dkr, internet', 'aria-label': `Where flow ${i + 1} goes`, 'data-path': `traffic[${i}].to`, oninput: () => {
    flow.to = to.value.trim();
    changed();
  } });
  to.value = flow.to;
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
  const from = make('select', { 'aria-label': `VPC that flow ${i + 1} starts in`, 'data-path': `traffic[${i}].from`, onchange: () => {
    flow.from = from.value;
    changed();
  } }, vpcs.map((name) => make('option', { value: name }, name)));
  from.value = flow.from;
  return from;
}

function gbOf(flow, member, label, i, changed) {
  const input = make('input', { type: 'number', min: 0, step: 'any', inputmode: 'decimal', 'aria-label': label, title: label, 'data-path': `traffic[${i}].${member}`, oninput: () => {
    flow[member] = numberIn(input.value);
    changed();
  } });
  input.value = flow[member] ?? '';
  return input;
}
