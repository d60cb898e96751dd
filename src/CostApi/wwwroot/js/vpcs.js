// A row for each VPC: its name and how many Availability Zones it spans.
import { find, fill, make } from './dom.js';
import { countOf } from './figures.js';
import { freeName } from './renaming.js';
import { direct, nextId } from './state.js';

export function showVpcs(state, changed) {
  const rows = find('vpcs');
  const again = () => {
    showVpcs(state, changed);
    changed({ rows: true });
  };
  fill(rows, state.vpcs.map((vpc, i) => {
    const name = make('input', {
      type: 'text', maxlength: 100, 'aria-label': `Name of VPC ${i + 1}`, 'data-path': `vpcs[${i}].name`,
      onfocus: () => {
        // What goes to the VPC by its name goes to it under a new one too; names that are passed through bind nothing.
        for (const flow of state.traffic) if (flow.toVpc === undefined) direct(state, flow, flow.to);
      },
      oninput: () => {
        vpc.name = name.value;
        zones.setAttribute('aria-label', zonesLabel(vpc));
        remove.setAttribute('aria-label', removeLabel(vpc));
        changed({ rows: true });
      },
    });
    name.value = vpc.name;
    const zones = make('select', { 'aria-label': zonesLabel(vpc), 'data-path': `vpcs[${i}].availabilityZones`, onchange: () => {
      vpc.zones = Number(zones.value);
      changed();
    } }, [1, 2, 3, 4, 5, 6].map((count) => make('option', { value: count }, countOf(count, 'zone'))));
    zones.value = vpc.zones;
    const remove = make('button', {
      type: 'button', class: 'remove', 'aria-label': removeLabel(vpc), title: 'Remove', disabled: state.vpcs.length === 1,
      onclick: () => {
        state.vpcs.splice(i, 1);
        state.traffic = state.traffic.filter((flow) => flow.from !== vpc.id);
        for (const flow of state.traffic) if (flow.toVpc === vpc.id) direct(state, flow, `vpc/${vpc.name}`);
        again();
        find('add-vpc').focus();
      },
    }, '×');
    return make('div', { class: 'row vpc' }, name, zones, remove);
  }));
  find('add-vpc').onclick = () => {
    const last = state.vpcs.at(-1);
    const name = freeName(`app-${state.vpcs.length + 1}`, state.vpcs.map((vpc) => vpc.name), '-');
    const added = { id: nextId(state.vpcs), name, zones: last.zones };
    state.vpcs.push(added);
    // Another VPC often has the same traffic as the last one; the figures can be changed.
    state.traffic.push(...state.traffic.filter((flow) => flow.from === last.id).map((flow) => ({ ...flow, from: added.id })));
    again();
    rows.lastElementChild.firstElementChild.select();
  };
}

const zonesLabel = (vpc) => `Availability Zones of ${vpc.name}`;
const removeLabel = (vpc) => `Remove ${vpc.name}`;
