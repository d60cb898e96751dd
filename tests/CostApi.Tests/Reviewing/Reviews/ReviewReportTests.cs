using CostApi.Api;
using CostApi.Tests.Snapshots;

namespace CostApi.Tests.Reviewing.Reviews;

/// <summary>Reviews in every format, as they were looked at.</summary>
public sealed class ReviewReportTests(Service service) : IClassFixture<Service>
{
    private const string Traffic = """
        - { to: sqs, sentGb: 20, receivedGb: 30 }
        - { to: ecr.dkr, receivedGb: 900, sentGb: 1 }
        - { to: s3, receivedGb: 2000, sentGb: 100 }
        """;

    // Names from outside that would be markup, formulas, mentions or links where they were believed.
    private const string Hostile = """
        {
          "Resources": {
            "<img src=x onerror=alert(1)>": { "Type": "AWS::EC2::VPC", "Properties": { "Tags": [{ "Key": "Name", "Value": "=HYPERLINK(\"http://x\") | **b** @all #1 [a](http://x) `c` </script>" }] } },
            "=1+1|{0}": { "Type": "AWS::EC2::VPCEndpoint", "Properties": { "VpcId": { "Ref": "<img src=x onerror=alert(1)>" }, "VpcEndpointType": "Interface", "ServiceName": "com.amazonaws.eu-west-1.sqs", "SubnetIds": ["subnet-1", "subnet-2"] } },
            "@everyone [x](javascript:alert(1))": { "Type": "AWS::EC2::EIP", "Properties": {} },
            "-2 | </td></table>": { "Type": "AWS::NetworkFirewall::Firewall", "Properties": {} }
          }
        }
        """;

    public static TheoryData<string, string> Reports
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var document in new[] { "plan", "regions", "template", "hostile", "nothing" })
                foreach (var format in ReportFormat.All.Where(format => format.Write is not null)) data.Add(document, format.Name);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task A_review_is_as_reviewed(string document, string format)
    {
        var reply = document switch
        {
            "plan" => await service.PostFormAsync($"/v1/reviews/terraform?maxMonthlyIncrease=5&format={format}", ("document", Form.Plan("nat-to-endpoints")), ("traffic", Traffic)),
            "regions" => await service.PostAsync($"/v1/reviews/terraform?format={format}", Form.Plan("regions-and-aliases")),
            "template" => await service.PostAsync($"/v1/reviews/cloudformation?region=eu-west-1&format={format}", Form.Template("endpoints-and-one-nat/EndpointsAndOneNat.template.json")),
            "hostile" => await service.PostAsync($"/v1/reviews/cloudformation?region=eu-west-1&failOn=info&format={format}", Hostile),
            _ => await service.PostAsync($"/v1/reviews/cloudformation?format={format}", """{ "Resources": { "Wait": { "Type": "AWS::CloudFormation::WaitConditionHandle" } } }"""),
        };
        Assert.Equal(200, reply.Status);
        var known = ReportFormat.All.Single(one => one.Name == format);
        Assert.Equal(known.MediaType, reply.ContentType);
        SnapshotFile.Matches($"tests/CostApi.Tests/Snapshots/Reviews/{document}.{known.Extension}", reply.Text);
    }
}
