// The layouts that a design could take, each in full as a comparison has it.
import { freeName, renamed } from './renaming.js';
import { layoutKinds, toOf } from './state.js';

export const zonesOf = (count) => ['a', 'b', 'c', 'd', 'e', 'f'].slice(0, count);

// Kinds that make sense for the design: a hub needs something to join.
export const kindsFor = (state) => Object.keys(layoutKinds).filter((kind) => kind !== 'hub' || state.vpcs.length > 1);

export function layoutsOf(state, services) {
  const flows = state.traffic.map((flow) => ({ from: flow.from, to: toOf(state, flow) }));
  const design = { ...state, flows, services: new Map(services.map((one) => [one.service, one.types])) };
  const made = kindsFor(state).filter((kind) => state.compare.includes(kind)).map((kind) => makers[kind](design));
  return [...made, ...state.added.map((one) => renamed(one.layout, namesNow(state, one)))];
}

// A layout that was added keeps to the VPCs that it was made for: by the names that they had then, to those that they have now.
// A VPC that only the layout has, as a hub, gives way where another one takes its name.
function namesNow(state, { layout, names }) {
  const now = new Map(state.vpcs.filter((vpc) => names[vpc.id] !== undefined).map((vpc) => [names[vpc.id], vpc.name]));
  const taken = [...state.vpcs.map((vpc) => vpc.name), ...layout.vpcs.map((vpc) => vpc.name)];
  for (const { name } of layout.vpcs) {
    if (!now.has(name) && state.vpcs.some((vpc) => vpc.name === name)) now.set(name, freeName(name, taken, '-'));
  }
  return now;
}

export function addLayout(state, layout, wanted) {
  const names = Object.fromEntries(state.vpcs.map((vpc) => [vpc.id, vpc.name]));
  const taken = [...Object.values(layoutKinds), ...state.added.map((one) => one.layout.name)];
  const name = freeName(wanted, taken);
  state.added.push({ layout: { ...layout, name }, names });
  return name;
}

const makers = {
  one: (design) => spread('one', design, (vpc) => ({ natGateway: natOf('one', vpc.zones) })),
  each: (design) => spread('each', design, (vpc) => ({ natGateway: natOf('each', vpc.zones) })),
  regional: (design) => spread('regional', design, (vpc) => ({ natGateway: natOf('regional', vpc.zones) })),
  gateway: (design) => spread('gateway', design, (vpc) => ({ natGateway: natOf(design.nat, vpc.zones), ...endpoints(gateways(design, vpc)) })),
  endpoints: (design) => spread('endpoints', design, (vpc) => ({
    ...nat(design, vpc.zones, [vpc]),
    ...endpoints([...gateways(design, vpc), ...interfaces(design, [vpc], vpc.zones)]),
  })),
  hub: (design) => {
    const name = freeName('hub', design.vpcs.map((vpc) => vpc.name), '-');
    const zones = Math.max(...design.vpcs.map((vpc) => vpc.zones));
    const exit = nat(design, zones, design.vpcs);
    const shared = interfaces(design, design.vpcs, zones).map((endpoint) => ({ ...endpoint, shared: true }));
    const hub = { name, availabilityZones: zonesOf(zones), ...exit, ...endpoints(shared) };
    const spokes = design.vpcs.map((vpc) => ({
      ...bare(vpc), ...endpoints(gateways(design, vpc)), ...(exit.natGateway && { egressVia: name }),
    }));
    return { name: layoutKinds.hub, vpcs: [...spokes, hub], transitGateway: { attachments: [...spokes, hub].map((vpc) => vpc.name) } };
  },
};

const spread = (kind, design, furnish) => ({ name: layoutKinds[kind], vpcs: design.vpcs.map((vpc) => ({ ...bare(vpc), ...furnish(vpc) })) });

const bare = (vpc) => ({ name: vpc.name, availabilityZones: zonesOf(vpc.zones) });

const endpoints = (list) => (list.length ? { endpoints: list } : {});

function natOf(kind, zones) {
  if (kind === 'regional') return { mode: 'regional' };
  return kind === 'each' ? { mode: 'zonal' } : { mode: 'zonal', availabilityZones: zonesOf(zones).slice(0, 1) };
}

// Where endpoints take everything, a NAT has nothing to do; nor has it between VPCs.
function nat(design, zones, vpcs) {
  const needed = targets(design, vpcs).some((to) => !design.services.has(to) && !to.startsWith('vpc/'));
  return needed ? { natGateway: natOf(design.nat, zones) } : {};
}

const gateways = (design, vpc) => targets(design, [vpc])
  .filter((to) => design.services.get(to)?.includes('gateway'))
  .map((service) => ({ type: 'gateway', service }));

function interfaces(design, vpcs, zones) {
  const some = design.endpointZones > 0 && design.endpointZones < zones;
  return targets(design, vpcs)
    .filter((to) => design.services.has(to) && !design.services.get(to).includes('gateway'))
    .map((service) => ({ type: 'interface', service, ...(some && { availabilityZones: zonesOf(design.endpointZones) }) }));
}

const targets = (design, vpcs) =>
  [...new Set(design.flows.filter((flow) => vpcs.some((vpc) => vpc.id === flow.from)).map((flow) => flow.to))];
