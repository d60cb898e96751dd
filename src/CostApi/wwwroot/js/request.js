// The body of POST /v1/comparisons for what the user has said; what is at its default is left out.
import { layoutsOf } from './layouts.js';
import { fromOf, toOf } from './state.js';

export function requestOf(state, services) {
  const pricing = pricingOf(state.pricing);
  return {
    region: state.region,
    ...(state.hoursPerMonth !== 730 && { hoursPerMonth: state.hoursPerMonth }),
    ...(state.document?.baseline && { baseline: state.document.baseline }),
    ...(Object.keys(pricing).length && { pricing }),
    traffic: state.traffic.map((flow) => flowOf(state, flow)),
    layouts: state.document?.layouts ?? layoutsOf(state, services),
  };
}

const pricingOf = (pricing) => Object.fromEntries(
  Object.entries(pricing).filter(([name, value]) => value !== null && value !== 0 && !(name === 'crossZoneSidesBilled' && value === 2)));

function flowOf(state, flow) {
  const { from: _, to: __, toVpc: ___, sentGb, receivedGb, ...others } = flow;
  const from = fromOf(state, flow);
  return {
    ...(from && { from }), to: toOf(state, flow),
    ...(sentGb !== null && { sentGb }), ...(receivedGb !== null && { receivedGb }), ...others,
  };
}
