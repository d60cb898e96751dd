// A row for each VPC: its name and how many Availability Zones it spans.
import { find, fill, make } from './dom.js';

export function showVpcs(state, changed) {
  const rows = find('vpcs');
  const again = () => {
    showVpcs(state, changed);
    changed({ rows: true });
  };
  fill(rows, state.vpcs.map((vpc, i) => {
    const name = make('input', { type: 'text', maxlength: 100, 'aria-label': `Name of VPC ${i + 1}`, 'data-path': `vpcs[${i}].name`, oninput: () => {
      // Flows name the VPC that they start in.
      for (const flow of state.traffic) if (flow.from === vpc.name) flow.from = name.value;
      vpc.name = name.value;
      changed({ rows: true });
    } });
    name.value = vpc.name;
    const zones = make('select', { 'aria-label': `Availability Zones of ${vpc.name}`, 'data-path': `vpcs[${i}].availabilityZones`, onchange: () => {
      vpc.zones = Number(zones.value);
      changed();
    } }, [1, 2, 3, 4, 5, 6].map((count) => make('option', { value: count }, count === 1 ? '1 zone' : `${count} zones`)));
    zones.value = vpc.zones;
    const remove = make('button', { type: 'button', class: 'remove', 'aria-label': `Remove ${vpc.name}`, title: 'Remove', disabled: state.vpcs.length === 1, onclick: () => {
      state.vpcs.splice(i, 1);
      state.traffic = state.traffic.filter((flow) => flow.from !== vpc.name);
      again();
      find('add-vpc').focus();
    } }, '×');
    return make('div', { class: 'row vpc' }, name, zones, remove);
  }));
  find('add-vpc').onclick = () => {
    const last = state.vpcs.at(-1);
    let number = state.vpcs.length + 1;
    while (state.vpcs.some((vpc) => vpc.name === `app-${number}`)) number++;
    const added = { name: `app-${number}`, zones: last.zones };
    state.vpcs.push(added);
    // Another VPC most often does what the last one does; the figures are there to be changed.
    state.traffic.push(...state.traffic.filter((flow) => flow.from === last.name).map((flow) => ({ ...flow, from: added.name })));
    again();
    rows.lastElementChild.firstElementChild.select();
  };
}
