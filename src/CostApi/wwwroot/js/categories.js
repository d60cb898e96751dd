// The categories of cost in the order of every chart; colours.css has their colours.

const names = {
  interfaceEndpoint: 'Interface endpoints',
  gatewayEndpoint: 'Gateway endpoints',
  gatewayLoadBalancerEndpoint: 'Gateway Load Balancer endpoints',
  resourceEndpoint: 'Resource endpoints',
  serviceNetwork: 'Service networks',
  natGateway: 'NAT gateways',
  natInstance: 'NAT instances',
  publicIpv4: 'Public IPv4',
  transitGateway: 'Transit Gateway',
  peering: 'Peering',
  dataTransfer: 'Data transfer',
  privateHostedZone: 'Private hosted zones',
};

export const categories = Object.keys(names);
export const categoryName = (category) => names[category] ?? category;
export const categoryClass = (category) => `cost-c${categories.indexOf(category)}`;
