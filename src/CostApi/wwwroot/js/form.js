// The form but for its rows: what stands in the state is shown, what is changed goes back.
import { find, fill, make } from './dom.js';
import { kindsFor } from './layouts.js';
import { layoutKinds } from './state.js';

export function startForm(state, regions, changed) {
  fill(find('region'), regions.map((region) =>
    make('option', { value: region.code }, `${region.code}  ${region.name}${region.pricesAvailable ? '' : ' (no prices available)'}`)));
  listen('region', 'change', (value) => { state.region = value; });
  listen('hours', 'input', (value) => { state.hoursPerMonth = numberIn(value); });
  listen('nat', 'change', (value) => { state.nat = value; });
  listen('endpoint-zones', 'change', (value) => { state.endpointZones = Number(value); });
  for (const [name, input] of members('terms')) {
    input.addEventListener('input', () => {
      state.pricing[name] = numberIn(input.value);
      changed();
    });
  }

  for (const [name, input] of members('constraints')) {
    input.addEventListener('change', () => {
      state.constraints[name] = input.value;
      changed();
    });
  }
  for (const input of budget()) {
    input.addEventListener('input', () => {
      state.budget[input.dataset.path] = input.tagName === 'SELECT' ? input.value : numberIn(input.value);
      changed();
    });
  }

  function listen(id, event, take) {
    find(id).addEventListener(event, () => {
      take(find(id).value);
      changed();
    });
  }
}

export function showForm(state, changed) {
  const region = find('region');
  // A Region that the service does not know is shown all the same, with what the service says of it.
  if (![...region.options].some((option) => option.value === state.region)) region.append(make('option', { value: state.region }, state.region));
  region.value = state.region;
  find('hours').value = state.hoursPerMonth ?? '';
  find('nat').value = state.nat;
  find('endpoint-zones').value = state.endpointZones;
  for (const [name, input] of members('constraints')) input.value = state.constraints[name];
  for (const [name, input] of members('terms')) input.value = state.pricing[name] ?? (input.tagName === 'SELECT' ? 2 : '');
  for (const input of budget()) input.value = state.budget[input.dataset.path] ?? '';
  for (const part of document.querySelectorAll('[data-designing]')) part.hidden = state.document !== null;
  find('document-summary').hidden = state.document === null;
  find('document-name').textContent = state.document ? documentOf(state.document) : '';
  showKinds(state, changed);
}

const documentOf = ({ name, layouts }) =>
  `From ${name}${layouts.length > 1 ? `: ${layouts.map((layout) => layout.name).join(', ')}` : ''}.`;

export function showKinds(state, changed) {
  fill(find('compare'), kindsFor(state).map((kind) => {
    const box = make('input', { type: 'checkbox', onchange: () => {
      state.compare = Object.keys(layoutKinds).filter((one) => (one === kind ? box.checked : state.compare.includes(one)));
      changed();
    } });
    box.checked = state.compare.includes(kind);
    return make('label', {}, box, layoutKinds[kind]);
  }), state.added.map((one, i) => addedOf(state, one, i, changed)));
}

// A layout of a plan stays until it is taken out.
function addedOf(state, { layout }, i, changed) {
  const box = make('input', { type: 'checkbox', checked: true, onchange: () => {
    state.added.splice(i, 1);
    changed({ rows: true });
  } });
  return make('label', {}, box, layout.name);
}

export const numberIn = (value) => (value === '' ? null : Number(value));

const budget = () => document.querySelectorAll('#budget [data-path]');
const members = (id) => [...document.querySelectorAll(`#${id} [data-path]`)].map((input) => [input.dataset.path.split('.')[1], input]);
