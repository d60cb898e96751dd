// What the user has said, in the words of the API where it has words for it.
// A flow of a design names the VPC that it starts in by the VPC's id, and stays with it whatever its name becomes.

export const layoutKinds = {
  one: 'One NAT gateway',
  each: 'NAT gateway in each zone',
  regional: 'Regional NAT gateway',
  gateway: 'NAT + gateway endpoints',
  endpoints: 'Endpoints for every service',
  hub: 'Hub with shared endpoints',
};

export const starting = () => ({
  region: 'eu-west-1',
  hoursPerMonth: 730,
  vpcs: [{ id: 1, name: 'app', zones: 3 }],
  traffic: [
    { from: 1, to: 's3', sentGb: 200, receivedGb: 1800 },
    { from: 1, to: 'sqs', sentGb: 40, receivedGb: 60 },
    { from: 1, to: 'internet', sentGb: 150, receivedGb: 300 },
  ],
  compare: ['one', 'each', 'gateway', 'endpoints', 'hub'],
  added: [],
  nat: 'one',
  endpointZones: 0,
  pricing: {},
  document: null,
  budget: {},
  constraints: { nat: 'any', hub: 'allowed', transitGateway: 'none' },
});

export const nextId = (vpcs) => 1 + Math.max(0, ...vpcs.map((vpc) => vpc.id));

// Where flows can start: the VPCs of the design by id, those of a document by name, which may differ from layout to layout.
export function originsOf(state) {
  if (!state.document) return state.vpcs.map(({ id, name }) => ({ key: id, name }));
  const vpcs = state.document.layouts.flatMap((layout) => (Array.isArray(layout.vpcs) ? layout.vpcs : []));
  return [...new Set(vpcs.map((vpc) => String(vpc?.name)))].map((name) => ({ key: name, name }));
}

const nameOf = (state, id) => state.vpcs.find((vpc) => vpc.id === id)?.name ?? '';

export const fromOf = (state, flow) => (typeof flow.from === 'number' ? nameOf(state, flow.from) : flow.from);

export const toOf = (state, flow) => (flow.toVpc === undefined ? flow.to : `vpc/${nameOf(state, flow.toVpc)}`);

// Says where a flow goes. What names a VPC of the design stays with that VPC.
export function direct(state, flow, to) {
  const named = state.document ? [] : state.vpcs.filter((vpc) => to === `vpc/${vpc.name}`);
  flow.to = to;
  delete flow.toVpc;
  if (named.length === 1) flow.toVpc = named[0].id;
}
