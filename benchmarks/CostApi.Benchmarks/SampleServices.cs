namespace CostApi.Benchmarks;

/// <summary>What most of a plan is: roles, policies, functions and security groups, which are passed over.</summary>
internal static class SampleServices
{
    /// <summary>The resources of one service.</summary>
    public static int Each => Of("", 0, "no-op").Count();

    /// <summary>Blocks of the module that makes a service, as the plan's <c>configuration</c> has them.</summary>
    public const string Configuration = """
        {"resources":[
        {"address":"aws_iam_role.this","mode":"managed","type":"aws_iam_role","name":"this","provider_config_key":"aws","expressions":{"assume_role_policy":{"references":["data.aws_iam_policy_document.assume.json","data.aws_iam_policy_document.assume"]},"name":{"references":["each.key"]}},"schema_version":0},
        {"address":"aws_lambda_function.this","mode":"managed","type":"aws_lambda_function","name":"this","provider_config_key":"aws","expressions":{"function_name":{"references":["each.key"]},"role":{"references":["aws_iam_role.this.arn","aws_iam_role.this"]},"vpc_config":[{"subnet_ids":{"references":["var.subnets"]},"security_group_ids":{"references":["aws_security_group.this.id"]}}]},"schema_version":0}
        ],"variables":{"subnets":{}}}
        """;

    private static readonly string Statements = string.Join(',', Enumerable.Range(0, 3).Select(n =>
        $"{{\\\"Action\\\":[\\\"dynamodb:GetItem\\\",\\\"dynamodb:Query\\\",\\\"s3:GetObject\\\"],\\\"Effect\\\":\\\"Allow\\\",\\\"Resource\\\":\\\"arn:aws:s3:::bucket-{n}/*\\\",\\\"Sid\\\":\\\"Statement{n}\\\"}}"));

    private static readonly string Rules = string.Join(',', Enumerable.Range(0, 2).Select(n =>
        $$"""{"cidr_blocks":["10.{{n}}.0.0/16","10.{{n + 100}}.0.0/16"],"description":"from the network {{n}}","from_port":{{8000 + n}},"ipv6_cidr_blocks":[],"prefix_list_ids":[],"protocol":"tcp","security_groups":[],"self":false,"to_port":{{8000 + n}}}"""));

    public static IEnumerable<SampleResource> Of(string module, int number, string action)
    {
        var tags = $$"""
            "tags":{"Service":"svc-{{number}}","Team":"team-{{number % 30}}"},"tags_all":{"CostCentre":"4711","Service":"svc-{{number}}","Team":"team-{{number % 30}}"}
            """;
        var id = ("id", $"\"svc-{number}\"");
        yield return Of("aws_iam_role", "this", $$$"""
            "assume_role_policy":"{\"Statement\":[{\"Action\":\"sts:AssumeRole\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"lambda.amazonaws.com\"}}],\"Version\":\"2012-10-17\"}","description":"","force_detach_policies":false,"max_session_duration":3600,"name":"svc-{{{number}}}","path":"/","permissions_boundary":"",{{{tags}}}
            """, id, Arn("iam", "role"), ("unique_id", $"\"AROA{number:D16}\""));
        yield return Of("aws_iam_policy", "this", $$"""
            "description":"","name":"svc-{{number}}","path":"/","policy":"{\"Statement\":[{{Statements}}],\"Version\":\"2012-10-17\"}",{{tags}}
            """, id, Arn("iam", "policy"), ("attachment_count", "1"));
        yield return Of("aws_iam_role_policy_attachment", "this", $"\"role\":\"svc-{number}\"", id, ("policy_arn", Arn("iam", "policy").Item2));
        yield return Of("aws_lambda_function", "this", $$$"""
            "architectures":["arm64"],"environment":[{"variables":{"LOG_LEVEL":"info","QUEUE_URL":"https://sqs.eu-west-1.amazonaws.com/123456789012/svc-{{{number}}}","STAGE":"production","TABLE":"svc-{{{number}}}"}}],"filename":"build/svc-{{{number}}}.zip","function_name":"svc-{{{number}}}","handler":"main.handler","layers":[],"memory_size":512,"package_type":"Zip","publish":false,"reserved_concurrent_executions":-1,"runtime":"nodejs22.x","timeout":30,"tracing_config":[{"mode":"Active"}],{{{tags}}}
            """, id, Arn("lambda", "function"), ("last_modified", "\"2026-09-01T08:00:00.000+0000\""), ("source_code_hash", $"\"{number:x40}=\""), ("vpc_config", "[{\"security_group_ids\":[\"sg-0123456789abcdef0\"],\"subnet_ids\":[\"subnet-00000000000003e8\",\"subnet-00000000000003e9\"],\"vpc_id\":\"vpc-00000000000000001\"}]"));
        yield return Of("aws_security_group", "this", $$"""
            "description":"svc-{{number}}","egress":[],"ingress":[{{Rules}}],"name":"svc-{{number}}","revoke_rules_on_delete":false,"timeouts":null,{{tags}}
            """, ("id", $"\"sg-0{number:x16}\""), Arn("ec2", "security-group"), ("vpc_id", "\"vpc-00000000000000001\""));
        yield return Of("aws_cloudwatch_log_group", "this", $$"""
            "kms_key_id":"","log_group_class":"STANDARD","name":"/aws/lambda/svc-{{number}}","retention_in_days":30,"skip_destroy":false,{{tags}}
            """, id, Arn("logs", "log-group"));
        yield return Of("aws_sqs_queue", "this", $$"""
            "content_based_deduplication":false,"delay_seconds":0,"fifo_queue":false,"kms_master_key_id":"","max_message_size":262144,"message_retention_seconds":345600,"name":"svc-{{number}}","receive_wait_time_seconds":20,"redrive_policy":"","sqs_managed_sse_enabled":true,"visibility_timeout_seconds":60,{{tags}}
            """, id, Arn("sqs", "queue"), ("url", $"\"https://sqs.eu-west-1.amazonaws.com/123456789012/svc-{number}\""));

        SampleResource Of(string type, string name, string declared, params (string Name, string Value)[] computed) => new(module, type, name, null, action, declared, computed);

        (string, string) Arn(string service, string kind) => ("arn", $"\"arn:aws:{service}:eu-west-1:123456789012:{kind}/svc-{number}\"");
    }
}
