using System.Text;
using System.Text.Json;
using CostApi.Core.Layouts;
using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.Terraform;

namespace CostApi.Tests.Reviewing.Terraform;

/// <summary>What a document says of an endpoint: its service, and what else in the document directs traffic to it.</summary>
public sealed class EndpointTests
{
    [Theory]
    [InlineData("{\"service_name\":\"com.amazonaws.eu-west-1.sqs\"}", "", "{}", "com.amazonaws.eu-west-1.sqs", null)]
    [InlineData("{\"service_name\":\"com.amazonaws.secret.sqs\"}", "", "{\"service_name\":true}", null, "it is marked as sensitive")]
    [InlineData("{\"service_name\":\"com.amazonaws.secret.sqs\"}", "", "true", null, "it is marked as sensitive")]
    [InlineData("{}", "service_name", "{}", null, "it is known only after apply")]
    [InlineData("{}", "", "{}", null, "the document does not show it")]
    public void A_service_is_known_or_it_says_why_not(string after, string unknown, string sensitive, string? service, string? doubt)
    {
        var plan = new Plan();
        foreach (var key in new[] { "sqs", "sns" })
            plan.Has($"aws_vpc_endpoint.e[\"{key}\"]", JsonSerializer.Deserialize<Dictionary<string, object>>(after), unknown,
                JsonSerializer.Deserialize<object>(sensitive));
        var document = TerraformReader.Read(plan.Bytes());
        Assert.Equal(2, document.After.Endpoints.Count);
        Assert.All(document.After.Endpoints, endpoint => Assert.Equal((service, doubt), (endpoint.Service, endpoint.ServiceDoubt)));
        Assert.DoesNotContain("secret", Rendered.Text(document), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ecr.api", "data.aws_vpc_endpoint_service.s each.key")]
    [InlineData("ecr.api", "data.aws_vpc_endpoint_service.s[\"ecr_api\"].service_name")]
    [InlineData("ecr.api", "data.aws_vpc_endpoint_service.s each.value")]
    [InlineData(null, "data.aws_vpc_endpoint_service.s data.aws_vpc_endpoint_service.t each.key")]
    [InlineData(null, "var.region each.key")]
    public void A_service_that_is_looked_up_is_the_one_that_was_asked_for(string? service, string written)
    {
        var plan = new Plan().Has("aws_vpc_endpoint.e[\"ecr_api\"]",
            unknown: "service_name").Has("data.aws_vpc_endpoint_service.s[\"ecr_api\"]", new { service = "ecr.api" }, "service_name",
            action: "read");
        plan.Root.Block("aws_vpc_endpoint.e", new { service_name = written }, "var.endpoints").Block("data.aws_vpc_endpoint_service.s",
            new { service = "each.value" }, "var.endpoints");
        Assert.Equal(service, Assert.Single(TerraformReader.Read(plan.Bytes()).After.Endpoints).Service);
    }

    [Theory]
    [InlineData("aws_route53_record.r", "aws_vpc_endpoint.e.dns_entry[0].dns_name", true)]
    [InlineData("aws_lb_target_group_attachment.t", "aws_vpc_endpoint.e.network_interface_ids", true)]
    [InlineData("data.aws_network_interface.n", "aws_vpc_endpoint.e.network_interface_ids[0]", true)]
    [InlineData("aws_ssm_parameter.p", "aws_vpc_endpoint.e.dns_entry", true)]
    [InlineData("aws_lambda_function.f", "aws_vpc_endpoint.e.dns_entry", true)]
    [InlineData("aws_apprunner_vpc_ingress_connection.c", "aws_vpc_endpoint.e.id", true)]
    [InlineData("aws_api_gateway_rest_api.a", "aws_vpc_endpoint.e.id", true)]
    [InlineData("data.aws_iam_policy_document.p", "aws_vpc_endpoint.e.id", true)]
    [InlineData("aws_ssm_parameter.p", "module.m.url", true)]
    [InlineData("aws_ssm_parameter.p", "module.m.everything", true)]
    [InlineData("aws_security_group_rule.r", "aws_vpc_endpoint.e.prefix_list_id", false)]
    [InlineData("aws_ssm_parameter.p", "aws_vpc_endpoint.e.vpc_id", false)]
    [InlineData("aws_ssm_parameter.p", "aws_vpc_endpoint.other.dns_entry", false)]
    [InlineData("aws_ssm_parameter.p", "module.m.other", false)]
    [InlineData("aws_vpc_endpoint_policy.p", "aws_vpc_endpoint.e.id", false)]
    [InlineData("aws_ec2_tag.t", "aws_vpc_endpoint.e.id", false)]
    public void What_refers_to_an_endpoint_directs_traffic_to_it(string block, string reference, bool isUsed)
    {
        var module = reference.StartsWith("module.m.", StringComparison.Ordinal) ? "module.m." : "";
        var plan = new Plan().Has($"{module}aws_vpc_endpoint.e", new { vpc_endpoint_type = "Interface" }).Has("aws_vpc_endpoint.other",
            new { vpc_endpoint_type = "Interface" });
        plan.Root.Block(block, new { value = reference });
        plan.Root.Call("m").Block("aws_vpc_endpoint.e", new { }).Output("url",
            "aws_vpc_endpoint.e.dns_entry[0].dns_name").Output("everything", "aws_vpc_endpoint.e").Output("other",
            "aws_vpc_endpoint.e.vpc_id");
        var endpoint = TerraformReader.Read(plan.Bytes()).After.Endpoints.Single(found => found.Address == $"{module}aws_vpc_endpoint.e");
        Assert.Equal(isUsed ? [block] : [], endpoint.UsedBy);
    }

    [Theory]
    [InlineData("{\"private_dns_enabled\":true}", "", "var.x", true, Origin.Declared)]
    [InlineData("{}", "private_dns_enabled", "var.x each.value", false, Origin.Default)]
    [InlineData("{}", "private_dns_enabled", "terraform_data.d.output", false, Origin.Assumed)]
    public void Private_DNS_is_off_where_nothing_turns_it_on(string after, string unknown, string written, bool isOn, Origin origin)
    {
        var plan = new Plan().Has("aws_vpc_endpoint.e", JsonSerializer.Deserialize<Dictionary<string, object>>(after), unknown)
            .With(root => root.Block("aws_vpc_endpoint.e", new { private_dns_enabled = written }));
        Assert.Equal((isOn, origin), Assert.Single(TerraformReader.Read(plan.Bytes()).After.Endpoints).PrivateDns);
    }

    [Fact]
    public void A_resource_of_its_own_turns_private_DNS_on()
    {
        var plan = new Plan().Has("aws_vpc_endpoint.e", unknown: "private_dns_enabled")
            .Has("aws_vpc_endpoint_private_dns.p", new { private_dns_enabled = true }, "vpc_endpoint_id")
            .With(root => root.Block("aws_vpc_endpoint.e", new { })
                .Block("aws_vpc_endpoint_private_dns.p", new { vpc_endpoint_id = "aws_vpc_endpoint.e.id" }));
        Assert.Equal((true, Origin.Association), Assert.Single(TerraformReader.Read(plan.Bytes()).After.Endpoints).PrivateDns);
    }

    [Theory]
    [InlineData("subnet_ids", EndpointType.Interface)]
    [InlineData("route_table_ids", EndpointType.Gateway)]
    public void A_type_that_is_not_known_is_taken_from_the_other_attributes(string given, EndpointType type)
    {
        var plan = new Plan().Has("aws_vpc_endpoint.e", unknown: $"vpc_endpoint_type {given}").With(root => root.Block(
            "aws_vpc_endpoint.e",
            new Dictionary<string, object> { ["vpc_endpoint_type"] = Plan.Refers("terraform_data.d.output"), [given] = Plan.Refers("var.x") }));
        var after = TerraformReader.Read(plan.Bytes()).After;
        Assert.Equal(type, Assert.Single(after.Endpoints).Type);
        Assert.Contains(after.Unread, unread => unread.Why.Contains($"suggest {type}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2, "aws_vpclattice_service_network.n.arn", "aws_vpclattice_service_network.n.id")]
    [InlineData(null, "aws_vpclattice_service_network.n.arn", "terraform_data.d.output")]
    [InlineData(null, "terraform_data.d.output", "aws_vpclattice_service_network.n.id")]
    public void The_resource_configurations_of_a_service_network_are_counted(int? count, string network, string associated)
    {
        var plan = new Plan().Has("aws_vpclattice_service_network.n", unknown: "arn")
            .Has("aws_vpc_endpoint.e", new { vpc_endpoint_type = "ServiceNetwork" }, "service_network_arn")
            .With(root => root.Block("aws_vpclattice_service_network.n", new { })
                .Block("aws_vpc_endpoint.e", new { service_network_arn = network })
                .Block("aws_vpclattice_service_network_resource_association.a", new { service_network_identifier = associated }));
        for (var i = 0; i < 2; i++) plan.Has($"aws_vpclattice_service_network_resource_association.a[{i}]", unknown: "service_network_identifier");
        Assert.Equal(count, Assert.Single(TerraformReader.Read(plan.Bytes()).After.Endpoints).ResourceConfigurations);
    }

    [Fact]
    public void A_module_that_is_given_an_endpoint_uses_it_where_it_does()
    {
        var plan = new Plan().Has("aws_vpc_endpoint.e", new { vpc_endpoint_type = "Interface" });
        plan.Root.Call("app", new { endpoint_id = "aws_vpc_endpoint.e.id" }).Block("aws_apprunner_vpc_ingress_connection.c",
            new { ingress_vpc_configuration = "var.endpoint_id" });
        Assert.Equal(["module.app.aws_apprunner_vpc_ingress_connection.c"],
            Assert.Single(TerraformReader.Read(plan.Bytes()).After.Endpoints).UsedBy);
    }

    [Fact]
    public void A_state_names_an_endpoint_by_its_id()
    {
        const string State = """
            {"format_version":"1.0","values":{"root_module":{"resources":[
              {"address":"aws_vpc_endpoint.e","mode":"managed","type":"aws_vpc_endpoint","name":"e","values":{"id":"vpce-0a1","vpc_endpoint_type":"Interface","vpc_id":"vpc-1"}},
              {"address":"aws_vpc_endpoint.f","mode":"managed","type":"aws_vpc_endpoint","name":"f","values":{"id":"vpce-0a12","vpc_endpoint_type":"Interface","vpc_id":"vpc-1"}},
              {"address":"aws_route53_zone.z","mode":"managed","type":"aws_route53_zone","name":"z","values":{"id":"Z1","name":"KMS.eu-west-1.amazonaws.com.","vpc":[{"vpc_id":"vpc-1"}]}},
              {"address":"aws_route53_record.r","mode":"managed","type":"aws_route53_record","name":"r","values":{"zone_id":"Z1","records":["vpce-0a1-xyz.kms.eu-west-1.vpce.amazonaws.com"]}},
              {"address":"aws_s3_bucket_policy.p","mode":"managed","type":"aws_s3_bucket_policy","name":"p","values":{"policy":"{\"aws:SourceVpce\":\"vpce-0a1\"}"}}]}}}
            """;
        var after = TerraformReader.Read(Encoding.UTF8.GetBytes(State)).After;
        Assert.Equal(["aws_route53_record.r", "aws_s3_bucket_policy.p"], after.Endpoints[0].UsedBy);
        Assert.Empty(after.Endpoints[1].UsedBy);
        Assert.Equivalent(new DeclaredHostedZone("aws_route53_zone.z", "kms.eu-west-1.amazonaws.com",
            ["vpc-1"])
        { Endpoints = ["aws_vpc_endpoint.e"] }, Assert.Single(after.HostedZones));
    }

    [Theory]
    [InlineData("aws_vpc.v.id", "aws_vpc_endpoint.e.dns_entry",
        "hosted zone aws_route53_zone.z: sqs.eu-west-1.amazonaws.com, for [aws_vpc.v], to [aws_vpc_endpoint.e]")]
    [InlineData("aws_vpc.v.id aws_vpc.w.id", "aws_vpc_endpoint.e",
        "hosted zone aws_route53_zone.z: sqs.eu-west-1.amazonaws.com, for [] and perhaps others, to [aws_vpc_endpoint.e]")]
    [InlineData("aws_vpc.v.id", "aws_lb.l.dns_name", "hosted zone aws_route53_zone.z: sqs.eu-west-1.amazonaws.com, for [aws_vpc.v], to []")]
    public void A_hosted_zone_is_read_with_its_VPCs_and_endpoints(string vpc, string alias, string line)
    {
        var plan = new Plan().Has("aws_vpc.v").Has("aws_vpc.w").Has("aws_vpc_endpoint.e", new { vpc_endpoint_type = "Interface" })
            .Has("aws_route53_zone.z", new { name = "sqs.eu-west-1.amazonaws.com", vpc = new[] { new { } } }, "zone_id vpc")
            .Has("aws_route53_record.r", new { alias = new[] { new { } } }, "zone_id alias");
        // Within the blocks, as the provider writes them.
        var text = Encoding.UTF8.GetString(plan.With(root => root
            .Block("aws_route53_zone.z", new { vpc = new object[] { new { vpc_id = Plan.Refers(vpc) } } })
            .Block("aws_route53_record.r",
                new { zone_id = "aws_route53_zone.z.zone_id", alias = new object[] { new { name = Plan.Refers(alias) } } })).Bytes())
            .Replace("\"vpc\":true", "\"vpc\":[{\"vpc_id\":true}]", StringComparison.Ordinal).Replace("\"alias\":true",
                "\"alias\":[{\"name\":true}]", StringComparison.Ordinal);
        Assert.Contains(line, Rendered.Text(TerraformReader.Read(Encoding.UTF8.GetBytes(text))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_association_gives_a_hosted_zone_another_VPC()
    {
        var plan = new Plan().Has("aws_vpc.v").Has("aws_route53_zone.z",
            new { name = "example.internal", vpc = new[] { new { vpc_id = "vpc-1" } } }, "zone_id")
            .Has("aws_route53_zone_association.a", unknown: "zone_id vpc_id")
            .With(root => root.Block("aws_route53_zone.z", new { }).Block("aws_route53_zone_association.a",
                new { zone_id = "aws_route53_zone.z.zone_id", vpc_id = "aws_vpc.v.id" }));
        Assert.Equal(["vpc-1", "aws_vpc.v"], Assert.Single(TerraformReader.Read(plan.Bytes()).After.HostedZones).Vpcs);
    }

    [Fact]
    public void A_zone_without_a_VPC_is_public_and_no_private_hosted_zone() =>
        Assert.Empty(TerraformReader.Read(new Plan().Has("aws_route53_zone.z",
            new { name = "example.com", vpc = Array.Empty<object>() }).Bytes()).After.HostedZones);

    [Fact]
    public void A_sensitive_zone_is_told_apart_and_not_repeated()
    {
        var plan = new Plan();
        foreach (var zone in new[] { "a", "b" })
            plan.Has($"aws_subnet.{zone}", new { availability_zone = $"eu-west-1{zone}", vpc_id = "vpc-1" }, "",
                new { availability_zone = true });
        var document = TerraformReader.Read(plan.Bytes());
        Assert.Equal(2, document.After.Subnets.Select(subnet => subnet.Zone).Distinct().Count());
        Assert.DoesNotContain("eu-west-1a", Rendered.Text(document), StringComparison.Ordinal);
    }
}
