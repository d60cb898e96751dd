// What a review tells of: routes and endpoints in one VPC, and three VPCs of a Transit Gateway with the same endpoints.
const { Stack } = require('aws-cdk-lib');
const ec2 = require('aws-cdk-lib/aws-ec2');

module.exports = (app) => {
  const stack = new Stack(app, 'DesignFaults', { env: { account: '123456789012', region: 'eu-west-1' } });
  const availabilityZones = ['eu-west-1a', 'eu-west-1b'];
  const shop = new ec2.Vpc(stack, 'Shop', {
    availabilityZones,
    natGateways: 1,
    subnetConfiguration: [
      { name: 'Public', subnetType: ec2.SubnetType.PUBLIC },
      { name: 'Work', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
      { name: 'Data', subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
    ],
  });
  // The routes of the isolated subnets alone: those with the NAT gateway go on through it.
  shop.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3, subnets: [{ subnetType: ec2.SubnetType.PRIVATE_ISOLATED }] });
  // Both groups of subnets, so two in each zone.
  shop.addInterfaceEndpoint('Queues', { service: ec2.InterfaceVpcEndpointAwsService.SQS, subnets: { subnets: [...shop.privateSubnets, ...shop.isolatedSubnets] } });
  shop.addInterfaceEndpoint('Keys', { service: ec2.InterfaceVpcEndpointAwsService.KMS, privateDnsEnabled: false, subnets: { subnetGroupName: 'Work' } });
  shop.addInterfaceEndpoint('Images', { service: ec2.InterfaceVpcEndpointAwsService.ECR_DOCKER, subnets: { subnetGroupName: 'Work' } });
  const spare = new ec2.CfnEIP(stack, 'SpareAddress', { domain: 'vpc' });
  new ec2.CfnNatGateway(stack, 'Spare', { subnetId: shop.publicSubnets[0].subnetId, allocationId: spare.attrAllocationId });
  new ec2.CfnEIP(stack, 'Left', { domain: 'vpc' });

  const gateway = new ec2.CfnTransitGateway(stack, 'Gateway', {});
  ['Orders', 'Billing', 'Stock'].forEach((name, index) => {
    const spoke = new ec2.Vpc(stack, name, {
      availabilityZones,
      ipAddresses: ec2.IpAddresses.cidr(`10.${index + 1}.0.0/16`),
      subnetConfiguration: [{ name: 'Work', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
    });
    spoke.addInterfaceEndpoint('Logs', { service: ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS });
    new ec2.CfnTransitGatewayVpcAttachment(stack, `${name}Attachment`, { transitGatewayId: gateway.ref, vpcId: spoke.vpcId, subnetIds: spoke.isolatedSubnets.map((subnet) => subnet.subnetId) });
  });
};
