namespace CostApi.Core.Services;

/// <summary>The services that a workload requires in a VPC without internet access.</summary>
/// <param name="Name">Name of the bundle, as requests use it.</param>
/// <param name="Required">Endpoint service suffixes of the services that the workload cannot run without.</param>
/// <param name="Sometimes">Endpoint service suffixes of services that only some features need. They are not added to the traffic.</param>
public sealed record Bundle(string Name, IReadOnlyList<string> Required, IReadOnlyList<string> Sometimes);

/// <summary>The workloads whose needs AWS documents, or experience shows.</summary>
public static class Bundles
{
    public static IReadOnlyList<Bundle> All { get; } =
    [
        new("ecr-pull", ["ecr.api", "ecr.dkr", "s3"], []),
        new("eks-private", ["ecr.api", "ecr.dkr", "s3", "ec2", "sts"], ["eks-auth", "eks", "logs", "elasticloadbalancing", "autoscaling", "ssm", "xray", "elasticfilesystem", "sqs"]),
        new("ecs-fargate", ["ecr.api", "ecr.dkr", "s3", "logs"], ["secretsmanager", "ssm", "kms", "ssmmessages", "ecs-agent"]),
        new("ecs-ec2", ["ecr.api", "ecr.dkr", "s3", "ecs", "ecs-agent", "ecs-telemetry", "logs"], ["secretsmanager", "ssm", "kms", "ssmmessages"]),
        new("ssm-bastionless", ["ssm", "ssmmessages"], ["ec2messages", "s3", "kms", "logs", "ec2"]),
        new("sagemaker-studio", ["sagemaker.api", "sagemaker.runtime", "s3"], ["servicecatalog", "sts", "logs", "monitoring", "kms"]),
        new("bedrock-inference", ["bedrock-runtime"], ["bedrock", "bedrock-agent", "bedrock-agent-runtime"]),
        new("bedrock-agentcore", ["bedrock-agentcore", "bedrock-agentcore-control"], ["logs", "xray"]),
        new("apigw-private", ["execute-api"], ["apigateway"]),
        new("mwaa-private-routing", ["s3", "monitoring", "logs", "sqs", "kms", "airflow.api", "airflow.env", "airflow.ops"], []),
        new("emr-private", ["s3"], ["kms", "logs", "monitoring", "sts", "glue", "secretsmanager", "elasticmapreduce"]),
        new("glue-job-in-vpc", ["s3"], ["glue", "logs", "secretsmanager", "kms", "sts", "monitoring"]),
        new("batch-fargate", ["ecr.api", "ecr.dkr", "s3", "logs"], ["batch", "secretsmanager", "ssm", "kms"]),
        new("batch-ec2", ["ecr.api", "ecr.dkr", "s3", "ecs", "ecs-agent", "ecs-telemetry", "logs"], ["batch", "secretsmanager", "ssm", "kms"]),
        new("codebuild-in-vpc", ["s3", "logs", "codebuild"], ["ecr.api", "ecr.dkr", "codecommit", "codeartifact.api", "codeartifact.repositories", "secretsmanager", "ssm", "sts", "kms"]),
        new("codeartifact-client", ["codeartifact.api", "codeartifact.repositories", "s3"], []),
        new("observability", ["logs", "monitoring"], ["xray", "application-signals", "synthetics", "aps-workspaces"]),
        new("secrets-and-config", ["secretsmanager", "kms", "sts", "ssm"], ["appconfigdata"]),
        new("data-streaming-producer", ["kinesis-streams"], ["kinesis-firehose", "sqs", "sns", "events"]),
    ];

    public static Bundle? Find(string name) => All.FirstOrDefault(bundle => bundle.Name == name);
}
