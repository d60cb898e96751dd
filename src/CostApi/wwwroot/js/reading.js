// A state from what stood in an address. What cannot be understood is refused:
// a design of defaults must not pass for the one that was shared.
import { direct, layoutKinds, nextId, starting } from './state.js';

export class Unreadable extends Error {}

export function stateOf(read) {
  const base = starting();
  if (!isObject(read)) throw new Unreadable('it holds no design');
  const document = documentOf(read);
  const vpcs = document && !read.vpcs ? base.vpcs : vpcsOf(must(read.vpcs, Array.isArray, 'vpcs'));
  const state = {
    ...base,
    region: must(read.region, isText, 'region'),
    hoursPerMonth: may(read.hoursPerMonth, isNumber, 'hoursPerMonth', base.hoursPerMonth),
    vpcs,
    compare: may(read.compare, Array.isArray, 'compare', base.compare).filter((kind) => Object.hasOwn(layoutKinds, kind)),
    added: may(read.added, isListOfAdded, 'added', []),
    nat: may(read.nat, (nat) => ['one', 'each', 'regional'].includes(nat), 'nat', base.nat),
    endpointZones: may(read.endpointZones, (count) => [0, 1, 2, 3].includes(count), 'endpointZones', 0),
    pricing: may(read.pricing, isObject, 'pricing', {}),
    document,
    budget: may(read.budget, isObject, 'budget', {}),
    constraints: constraintsOf(may(read.constraints, isObject, 'constraints', {}), base.constraints),
  };
  state.traffic = may(read.traffic, isListOfObjects, 'traffic', []).map((flow, i) => flowOf(flow, `traffic[${i}]`, state));
  return state;
}

// The request of a comparison has its layouts beside the traffic; a design keeps those of a document apart.
function documentOf(read) {
  const from = isObject(read.document) ? read.document : read;
  if (from === read && (from.layouts === undefined || from.layouts === null)) return null;
  const layouts = must(from.layouts, (list) => isListOfObjects(list) && list.length > 0, 'layouts');
  return { name: isText(from.name) ? from.name : 'a shared request', baseline: may(from.baseline, isText, 'baseline', null), layouts };
}

function vpcsOf(list) {
  if (list.length === 0) throw new Unreadable('it holds no VPC');
  const vpcs = [];
  for (const [i, vpc] of list.entries()) {
    must(vpc, isObject, `vpcs[${i}]`);
    const id = Number.isSafeInteger(vpc.id) && !vpcs.some((other) => other.id === vpc.id) ? vpc.id : nextId(vpcs);
    vpcs.push({
      id,
      name: must(vpc.name, isText, `vpcs[${i}].name`),
      zones: must(vpc.zones, (zones) => [1, 2, 3, 4, 5, 6].includes(zones), `vpcs[${i}].zones`),
    });
  }
  return vpcs;
}

// Links from before the flows had the VPC's id have its name.
function flowOf(flow, path, state) {
  const { to, toVpc, sentGb, receivedGb, region, zones } = flow;
  const from = may(flow.from, (value) => isText(value) || isNumber(value), `${path}.from`, '');
  const read = {
    from: (state.document ? null : state.vpcs.find((vpc) => vpc.name === from)?.id) ?? from,
    to: must(to, isText, `${path}.to`),
    sentGb: may(sentGb, isNumber, `${path}.sentGb`, null),
    receivedGb: may(receivedGb, isNumber, `${path}.receivedGb`, null),
    ...(region && { region }), ...(zones && { zones }),
  };
  if (state.vpcs.some((vpc) => vpc.id === toVpc)) read.toVpc = toVpc;
  else direct(state, read, to);
  return read;
}

const constraintsOf = (read, base) => Object.fromEntries(Object.entries(base).map(([name, usual]) => [name, read[name] ?? usual]));

function must(value, isRight, path) {
  if (!isRight(value)) throw new Unreadable(`${path} is missing or damaged`);
  return value;
}

const may = (value, isRight, path, usual) => (value === undefined || value === null ? usual : must(value, isRight, path));

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOfObjects = (value) => Array.isArray(value) && value.every(isObject);
const isListOfAdded = (value) => isListOfObjects(value)
  && value.every(({ layout, names }) => isObject(names) && isObject(layout) && isText(layout.name) && isListOfObjects(layout.vpcs));
const isText = (value) => typeof value === 'string';
const isNumber = (value) => typeof value === 'number' && Number.isFinite(value);
