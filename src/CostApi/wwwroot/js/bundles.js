// What common workloads call from private subnets, with GB sent and received per month to start from.

export const bundles = [
  {
    name: 'ECS on Fargate',
    services: { 'ecr.api': [1, 1], 'ecr.dkr': [1, 5], s3: [10, 300], logs: [100, 1] },
    note: 'Images are pulled through ecr.api, ecr.dkr and, for their layers, s3. Logs go to CloudWatch. '
      + 'Secrets and parameters are not included.',
  },
  {
    name: 'ECS on EC2',
    services: { 'ecr.api': [1, 1], 'ecr.dkr': [1, 5], s3: [10, 300], logs: [100, 1], ecs: [1, 1], 'ecs-agent': [2, 2], 'ecs-telemetry': [2, 1] },
    note: 'The ECS agent needs ecs, ecs-agent and ecs-telemetry.',
  },
  {
    name: 'EKS, private cluster',
    services: { 'ecr.api': [1, 1], 'ecr.dkr': [1, 5], s3: [10, 300], ec2: [2, 5], sts: [1, 1], logs: [100, 1], elasticloadbalancing: [1, 2], autoscaling: [1, 2] },
    note: 'For IAM roles for service accounts. With EKS Pod Identity, use eks-auth instead of sts.',
  },
  {
    name: 'Systems Manager without bastions',
    services: { ssm: [2, 2], ssmmessages: [5, 5], s3: [1, 20] },
    note: 'Agents before 3.3.40.0 also need ec2messages.',
  },
  {
    name: 'Lambda in a VPC',
    services: { secretsmanager: [1, 1], sqs: [20, 20], dynamodb: [50, 100], s3: [50, 200] },
    note: 'The Lambda runtime itself needs no endpoint. These are services that functions often call.',
  },
  {
    name: 'SageMaker Studio, VPC only',
    services: { 'sagemaker.api': [1, 2], 'sagemaker.runtime': [20, 20], s3: [100, 1000], logs: [20, 1], sts: [1, 1] },
    note: 'Studio also has its own endpoint service, aws.sagemaker.REGION.studio.',
  },
  {
    name: 'Bedrock inference',
    services: { 'bedrock-runtime': [20, 20] },
    note: 'Cross-Region inference also uses this endpoint.',
  },
  {
    name: 'MWAA, private routing',
    services: { s3: [20, 50], monitoring: [5, 1], logs: [50, 1], sqs: [10, 10], kms: [1, 1], 'airflow.api': [1, 1], 'airflow.env': [1, 1], 'airflow.ops': [1, 1] },
    note: 'MWAA creates the endpoint of the web server itself.',
  },
  {
    name: 'CodeBuild in a VPC',
    services: { s3: [50, 200], logs: [20, 1], codebuild: [1, 1], 'ecr.api': [1, 1], 'ecr.dkr': [1, 5] },
    note: 'Packages from public registries go to the internet.',
  },
  {
    name: 'Secrets and configuration',
    services: { secretsmanager: [1, 1], kms: [1, 1], sts: [1, 1], ssm: [1, 1] },
    note: 'There is little traffic, so the hourly charges of an endpoint decide.',
  },
  {
    name: 'Data streaming producer',
    services: { 'kinesis-streams': [500, 10], 'kinesis-firehose': [200, 5] },
    note: 'Most of the traffic is sent.',
  },
];
