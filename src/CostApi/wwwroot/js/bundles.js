// What common workloads call from private subnets, with GB sent and received a month to start from.

export const bundles = [
  {
    name: 'ECS on Fargate',
    services: { 'ecr.api': [1, 1], 'ecr.dkr': [1, 5], s3: [10, 300], logs: [100, 1] },
    note: 'Images are pulled through ecr.api, ecr.dkr and, for their layers, s3; logs go to CloudWatch. Secrets and parameters come on top.',
  },
  {
    name: 'ECS on EC2',
    services: { 'ecr.api': [1, 1], 'ecr.dkr': [1, 5], s3: [10, 300], logs: [100, 1], ecs: [1, 1], 'ecs-agent': [2, 2], 'ecs-telemetry': [2, 1] },
    note: 'The agent needs all of ecs, ecs-agent and ecs-telemetry.',
  },
  {
    name: 'EKS, private cluster',
    services: { 'ecr.api': [1, 1], 'ecr.dkr': [1, 5], s3: [10, 300], ec2: [2, 5], sts: [1, 1], logs: [100, 1], elasticloadbalancing: [1, 2], autoscaling: [1, 2] },
    note: 'With IRSA; Pod Identity calls eks-auth in place of sts.',
  },
  {
    name: 'Systems Manager without bastions',
    services: { ssm: [2, 2], ssmmessages: [5, 5], s3: [1, 20] },
    note: 'Agents before 3.3.40.0 also need ec2messages.',
  },
  {
    name: 'Lambda in a VPC',
    services: { secretsmanager: [1, 1], sqs: [20, 20], dynamodb: [50, 100], s3: [50, 200] },
    note: 'The runtime itself needs nothing; these are what the code often calls.',
  },
  {
    name: 'SageMaker Studio, VPC only',
    services: { 'sagemaker.api': [1, 2], 'sagemaker.runtime': [20, 20], s3: [100, 1000], logs: [20, 1], sts: [1, 1] },
    note: 'Studio also has an endpoint service of its own, aws.sagemaker.REGION.studio.',
  },
  { name: 'Bedrock inference', services: { 'bedrock-runtime': [20, 20] }, note: 'Inference in other Regions is done behind the endpoint.' },
  {
    name: 'MWAA, private routing',
    services: { s3: [20, 50], monitoring: [5, 1], logs: [50, 1], sqs: [10, 10], kms: [1, 1], 'airflow.api': [1, 1], 'airflow.env': [1, 1], 'airflow.ops': [1, 1] },
    note: 'Public and private web mode adds the endpoint of the web server by itself.',
  },
  {
    name: 'CodeBuild in a VPC',
    services: { s3: [50, 200], logs: [20, 1], codebuild: [1, 1], 'ecr.api': [1, 1], 'ecr.dkr': [1, 5] },
    note: 'Packages from public registries go to the internet.',
  },
  { name: 'Secrets and configuration', services: { secretsmanager: [1, 1], kms: [1, 1], sts: [1, 1], ssm: [1, 1] }, note: 'Little traffic: here the hours of an endpoint decide.' },
  { name: 'Data streaming producer', services: { 'kinesis-streams': [500, 10], 'kinesis-firehose': [200, 5] }, note: 'Mostly sent.' },
];
