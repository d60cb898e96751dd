// What the user has said, in the words of the API where it has words for it.

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
  vpcs: [{ name: 'app', zones: 3 }],
  traffic: [
    { from: 'app', to: 's3', sentGb: 200, receivedGb: 1800 },
    { from: 'app', to: 'sqs', sentGb: 40, receivedGb: 60 },
    { from: 'app', to: 'internet', sentGb: 150, receivedGb: 300 },
  ],
  compare: ['one', 'each', 'gateway', 'endpoints', 'hub'],
  nat: 'one',
  endpointZones: 0,
  pricing: {},
  document: null,
  budget: {},
  constraints: { nat: 'any', hub: 'allowed', leastEndpointZones: 2, transitGateway: 'none' },
});

// Anything may stand in an address: what is not understood is left at its default, and the service judges the rest.
export function stateOf(read) {
  const base = starting();
  if (!isObject(read)) return base;
  return {
    region: text(read.region) ?? base.region,
    hoursPerMonth: number(read.hoursPerMonth) ?? base.hoursPerMonth,
    vpcs: list(read.vpcs).map((vpc) => ({ name: text(vpc.name) ?? '', zones: Math.min(Math.max(Math.round(number(vpc.zones) ?? 1), 1), 6) })).concat(list(read.vpcs).length ? [] : base.vpcs),
    traffic: list(read.traffic).map(flowOf),
    compare: Array.isArray(read.compare) ? read.compare.filter((kind) => Object.hasOwn(layoutKinds, kind)) : base.compare,
    nat: ['one', 'each', 'regional'].includes(read.nat) ? read.nat : base.nat,
    endpointZones: [1, 2, 3].includes(read.endpointZones) ? read.endpointZones : 0,
    pricing: isObject(read.pricing) ? read.pricing : {},
    document: documentOf(read),
    budget: isObject(read.budget) ? read.budget : {},
    constraints: { ...base.constraints, ...(isObject(read.constraints) ? read.constraints : {}) },
  };
}

// The request of a comparison has its layouts beside the traffic; a design keeps those of a document apart.
function documentOf(read) {
  const from = isObject(read.document) ? read.document : read;
  const layouts = list(from.layouts);
  return layouts.length ? { name: text(from.name) ?? 'a shared request', baseline: text(from.baseline), layouts } : null;
}

function flowOf(flow) {
  const { from, to, sentGb, receivedGb, region, zones } = flow;
  return { from: text(from) ?? '', to: text(to) ?? '', sentGb: number(sentGb), receivedGb: number(receivedGb), ...(region && { region }), ...(zones && { zones }) };
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value) => (Array.isArray(value) ? value.filter(isObject) : []);
const text = (value) => (typeof value === 'string' ? value : null);
const number = (value) => (typeof value === 'number' && Number.isFinite(value) ? value : null);
