namespace CostApi.Tests.Reviewing.Reviews;

/// <summary>The plan of a document: what its findings save most together.</summary>
public sealed class ReviewPlanTests(Service service) : IClassFixture<Service>
{
    // eu-west-1: NAT 0.048 per hour and GB, public IPv4 0.005, an SQS endpoint in two zones 0.022.
    private const string Template = """
        Resources:
          Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16, Tags: [{ Key: Name, Value: app }] } }
          SubnetA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: eu-west-1a } }
          SubnetB: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: eu-west-1b } }
          Address: { Type: AWS::EC2::EIP }
          Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref SubnetA, AllocationId: !GetAtt Address.AllocationId } }
          Sqs: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc, ServiceName: com.amazonaws.eu-west-1.sqs, VpcEndpointType: Interface, PrivateDnsEnabled: true, SubnetIds: [!Ref SubnetA, !Ref SubnetB] } }
        """;

    [Theory]
    [InlineData("", "nat-gateway-unused")]
    [InlineData("&ignore=nat-gateway-unused", "endpoint-below-break-even")]
    [InlineData("&ignore=nat-gateway-unused@Nat", "endpoint-below-break-even")]
    [InlineData("&ignore=nat-gateway-unused@Nat&ignore=endpoint-below-break-even@Sqs", null)]
    public async Task A_plan_follows_what_is_told_and_not_accepted(string ignore, string? code)
    {
        var reply = await service.PostFormAsync(
            $"/v1/reviews/cloudformation?region=eu-west-1{ignore}", ("document", Template), ("traffic", """[{ "from": "app", "to": "sqs", "receivedGb": 10 }]"""));
        Assert.Equal(200, reply.Status);
        Assert.Equal(code, (string?)reply.Json["after"]!["plan"]?["steps"]!.AsArray().Single()!["code"]);
        if (code is not "nat-gateway-unused") return;
        var finding = reply.Json["findings"]!.AsArray().Single(finding => (string?)finding!["code"] == code)!;
        Assert.Equal(["Nat", "Address"], finding["addresses"]!.AsArray().Select(address => (string)address!).OrderDescending());
        Assert.Equal(38.69m, (decimal)reply.Json["after"]!["plan"]!["monthlySaving"]!);
    }
}
