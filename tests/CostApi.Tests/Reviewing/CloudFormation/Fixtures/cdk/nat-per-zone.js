// A VPC in a known Region, with a NAT gateway in each zone and a vendor's endpoint service.
const { Stack } = require('aws-cdk-lib');
const ec2 = require('aws-cdk-lib/aws-ec2');

module.exports = (app) => {
  const stack = new Stack(app, 'NatPerZone', { env: { account: '123456789012', region: 'eu-west-1' } });
  const vpc = new ec2.Vpc(stack, 'Vpc', { availabilityZones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] });
  vpc.addInterfaceEndpoint('Sts', { service: ec2.InterfaceVpcEndpointAwsService.STS, subnets: { availabilityZones: ['eu-west-1a', 'eu-west-1b'] } });
  new ec2.InterfaceVpcEndpoint(stack, 'Vendor', {
    vpc,
    service: new ec2.InterfaceVpcEndpointService('com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0', 443),
    subnets: { availabilityZones: ['eu-west-1c'] },
  });
};
