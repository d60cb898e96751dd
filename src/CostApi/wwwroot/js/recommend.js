// The question that the best layout answers: what must be reached from where, and what the answer may use.
import { post } from './api.js';
import { zonesOf } from './layouts.js';
import { freeName } from './renaming.js';

// A page waits less long than a script does.
const timeLimitSeconds = 3;

export const recommendationOf = (state, { region, hoursPerMonth, pricing, traffic }, signal) => post('v1/recommendations', {
  region,
  ...(hoursPerMonth !== undefined && { hoursPerMonth }),
  ...(pricing && { pricing }),
  vpcs: state.vpcs.map((vpc) => ({ name: vpc.name, availabilityZones: zonesOf(vpc.zones) })),
  traffic,
  constraints: { ...state.constraints, leastEndpointZones: leastZones(state) },
  timeLimitSeconds,
}, signal);

// The recommendation has endpoints in as many zones as the other layouts have them.
const leastZones = (state) => state.endpointZones || Math.max(...state.vpcs.map((vpc) => vpc.zones));

// The layouts that are compared, and the recommended one with them, under the same traffic.
export function withRecommended(request, { layout: { traffic, ...layout } }) {
  const name = freeName('Recommended', request.layouts.map((one) => one.name));
  return { ...request, layouts: [...request.layouts, { ...layout, name }] };
}
