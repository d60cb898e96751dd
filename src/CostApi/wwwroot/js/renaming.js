// A layout whose VPCs have other names: wherever a layout says a VPC's name, it says the new one.

// `names` leads from the names in the layout to those that they become.
export function renamed(layout, names) {
  const now = (name) => names.get(name) ?? name;
  const { vpcs, transitGateway, peerings, traffic } = layout;
  return {
    ...layout,
    vpcs: vpcs.map((vpc) => ({ ...vpc, name: now(vpc.name), ...(vpc.egressVia && { egressVia: now(vpc.egressVia) }) })),
    ...(transitGateway && { transitGateway: {
      ...transitGateway,
      attachments: transitGateway.attachments?.map(now),
      ...(transitGateway.alreadyPaid && { alreadyPaid: transitGateway.alreadyPaid.map(now) }),
    } }),
    ...(peerings && { peerings: peerings.map((pair) => pair.map(now)) }),
    ...(traffic && { traffic: traffic.map((flow) => redirected(flow, now)) }),
  };
}

const redirected = (flow, now) => ({
  ...flow,
  ...(flow.from && { from: now(flow.from) }),
  to: flow.to.startsWith('vpc/') ? `vpc/${now(flow.to.slice(4))}` : flow.to,
});

export function freeName(wanted, taken, between = ' ') {
  let name = wanted;
  for (let number = 2; taken.includes(name); number++) name = `${wanted}${between}${number}`;
  return name;
}
