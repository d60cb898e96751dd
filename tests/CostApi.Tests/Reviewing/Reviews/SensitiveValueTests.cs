using CostApi.Api;

namespace CostApi.Tests.Reviewing.Reviews;

/// <summary>What a document marks as sensitive is in no answer, no error and no log.</summary>
public sealed class SensitiveValueTests(Service service) : IClassFixture<Service>
{
    private const string Secret = "TOPSECRET";

    private const string Plan = """
        {
          "format_version": "1.2", "terraform_version": "1.11.4",
          "resource_changes": [
            {
              "address": "aws_vpc.a", "mode": "managed", "type": "aws_vpc", "name": "a",
              "change": { "actions": ["create"], "before": null, "after": { "tags": { "Name": "TOPSECRET" } }, "after_unknown": {}, "after_sensitive": { "tags": { "Name": true } } }
            },
            {
              "address": "aws_vpc_endpoint.e", "mode": "managed", "type": "aws_vpc_endpoint", "name": "e",
              "change": {
                "actions": ["create"], "before": null, "after_unknown": { "vpc_id": true }, "after_sensitive": { "service_name": true, "subnet_ids": true },
                "after": { "service_name": "com.amazonaws.eu-west-1.TOPSECRET", "vpc_endpoint_type": "Interface", "subnet_ids": ["subnet-TOPSECRET"] }
              }
            }
          ],
          "configuration": { "root_module": { "resources": [
            { "address": "aws_vpc_endpoint.e", "mode": "managed", "type": "aws_vpc_endpoint", "name": "e", "expressions": { "vpc_id": { "references": ["aws_vpc.a.id", "aws_vpc.a"] } } }
          ] } }
        }
        """;

    private const string Template = """
        Parameters:
          Name: { Type: String, NoEcho: true, Default: TOPSECRET }
        Resources:
          Vpc: { Type: AWS::EC2::VPC, Properties: { Tags: [{ Key: Name, Value: !Ref Name }] } }
          SubnetA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: !Ref Name } }
          Sqs:
            Type: AWS::EC2::VPCEndpoint
            Properties: { VpcId: !Ref Vpc, VpcEndpointType: Interface, ServiceName: !Sub "com.amazonaws.vpce.eu-west-1.${Name}", SubnetIds: [!Ref SubnetA] }
        """;

    [Theory]
    [InlineData(Plan)]
    [InlineData(Template)]
    public async Task It_is_nowhere(string document)
    {
        // Budgets and findings that fail, and entries that have no effect, all have words of their own.
        const string asked = "region=eu-west-1&maxMonthlyCost=0&maxMonthlyIncrease=0&failOn=info&ignore=cross-zone-nat";
        foreach (var format in ReportFormat.All)
        {
            var review = await service.PostAsync($"/v1/reviews?{asked}&format={format.Name}", document, "application/octet-stream");
            Assert.Equal(200, review.Status);
            Assert.DoesNotContain(Secret, review.Text, StringComparison.OrdinalIgnoreCase);
        }

        var import = await service.PostAsync("/v1/imports?region=eu-west-1", document, "application/octet-stream");
        Assert.Equal(200, import.Status);
        Assert.DoesNotContain(Secret, import.Text, StringComparison.OrdinalIgnoreCase);

        // An error names the VPCs that there are.
        var wrong = await service.PostFormAsync("/v1/reviews?region=eu-west-1", ("document", document), ("traffic", "[{ from: nowhere, to: sqs, sentGb: 1 }]"));
        Assert.Equal(400, wrong.Status);
        Assert.DoesNotContain(Secret, wrong.Text, StringComparison.OrdinalIgnoreCase);

        var broken = await service.PostAsync("/v1/reviews?region=eu-west-1", document[..^4], "application/octet-stream");
        Assert.DoesNotContain(Secret, broken.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(service.Log.Lines, line => $"{line.Text} {line.Error}".Contains(Secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Nor_is_a_value_that_was_given_for_a_parameter()
    {
        var reply = await service.PostFormAsync("/v1/reviews?region=eu-west-1", ("document", Template), ("parameters", """{ "Name": "GIVENSECRET" }"""));
        Assert.Equal(200, reply.Status);
        Assert.DoesNotContain("SECRET", reply.Text, StringComparison.OrdinalIgnoreCase);
    }
}
