// Two VPCs on a Transit Gateway: one holds the regional NAT gateway and the shared endpoints, the other has only an attachment.
const { Stack } = require('aws-cdk-lib');
const ec2 = require('aws-cdk-lib/aws-ec2');

module.exports = (app) => {
  const stack = new Stack(app, 'Hub', { env: { account: '123456789012', region: 'us-east-1' } });
  const availabilityZones = ['us-east-1a', 'us-east-1b'];
  const hub = new ec2.Vpc(stack, 'HubVpc', {
    availabilityZones,
    natGateways: 0,
    subnetConfiguration: [{ name: 'Public', subnetType: ec2.SubnetType.PUBLIC }, { name: 'Private', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
  });
  const nat = new ec2.CfnNatGateway(stack, 'RegionalNat', { availabilityMode: 'regional', connectivityType: 'public', vpcId: hub.vpcId });
  const spoke = new ec2.Vpc(stack, 'SpokeVpc', {
    availabilityZones,
    ipAddresses: ec2.IpAddresses.cidr('10.1.0.0/16'),
    subnetConfiguration: [{ name: 'Private', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
  });
  const gateway = new ec2.CfnTransitGateway(stack, 'Gateway', {});
  hub.isolatedSubnets.forEach((subnet, index) => new ec2.CfnRoute(stack, `HubDefault${index}`, {
    routeTableId: subnet.routeTable.routeTableId, destinationCidrBlock: '0.0.0.0/0', natGatewayId: nat.attrNatGatewayId,
  }));
  spoke.isolatedSubnets.forEach((subnet, index) => new ec2.CfnRoute(stack, `SpokeDefault${index}`, {
    routeTableId: subnet.routeTable.routeTableId, destinationCidrBlock: '0.0.0.0/0', transitGatewayId: gateway.ref,
  }));
  new ec2.CfnTransitGatewayAttachment(stack, 'HubAttachment', { transitGatewayId: gateway.ref, vpcId: hub.vpcId, subnetIds: hub.isolatedSubnets.map((subnet) => subnet.subnetId) });
  new ec2.CfnTransitGatewayVpcAttachment(stack, 'SpokeAttachment', { transitGatewayId: gateway.ref, vpcId: spoke.vpcId, subnetIds: spoke.isolatedSubnets.map((subnet) => subnet.subnetId) });
  hub.addInterfaceEndpoint('Kms', { service: ec2.InterfaceVpcEndpointAwsService.KMS });
};
