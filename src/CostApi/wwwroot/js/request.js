// The body of POST /v1/comparisons for what the user has said; what is at its default is left out.
import { layoutsOf } from './layouts.js';

export function requestOf(state, services) {
  const pricing = pricingOf(state.pricing);
  return {
    region: state.region,
    ...(state.hoursPerMonth !== 730 && { hoursPerMonth: state.hoursPerMonth }),
    ...(state.document?.baseline && { baseline: state.document.baseline }),
    ...(Object.keys(pricing).length && { pricing }),
    traffic: state.traffic.map(flowOf),
    layouts: state.document?.layouts ?? layoutsOf(state, services),
  };
}

const pricingOf = (pricing) => Object.fromEntries(
  Object.entries(pricing).filter(([name, value]) => value !== null && value !== 0 && !(name === 'crossZoneSidesBilled' && value === 2)));

const flowOf = ({ from, to, sentGb, receivedGb, ...others }) => ({
  ...(from && { from }), to, ...(sentGb !== null && { sentGb }), ...(receivedGb !== null && { receivedGb }), ...others,
});
