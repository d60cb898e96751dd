// The network in one stack, endpoints in another that imports VPC and subnets.
const { Stack } = require('aws-cdk-lib');
const ec2 = require('aws-cdk-lib/aws-ec2');

module.exports = (app) => {
  const network = new Stack(app, 'Network');
  const vpc = new ec2.Vpc(network, 'Vpc', { natGateways: 1 });
  const endpoints = new Stack(app, 'Endpoints');
  new ec2.InterfaceVpcEndpoint(endpoints, 'Sqs', { vpc, service: ec2.InterfaceVpcEndpointAwsService.SQS });
  new ec2.GatewayVpcEndpoint(endpoints, 'S3', { vpc, service: ec2.GatewayVpcEndpointAwsService.S3 });
};
