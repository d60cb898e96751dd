using CostApi.Core.Advising;
using CostApi.Core.Layouts;
using CostApi.Tests.Cases;

namespace CostApi.Tests.Reviewing.Findings;

/// <summary>Each finding of a design, from a real plan or template, with the saving worked by hand (Ireland: endpoint 0.011 an hour, NAT 0.048, IPv4 0.005, hosted zone 0.50).</summary>
public sealed class DesignFindingTests
{
    private const string Plan = "Terraform/design-faults", Template = "CloudFormation/design-faults/DesignFaults.template.json";

    /// <summary>Document, code, addresses, severity, saving as arithmetic (empty: none), parts of the message and of the remedy.</summary>
    public static TheoryData<string, string, string, Severity, string, string, string> Deserved => new()
    {
        { Plan, "free-gateway-endpoint-missing", "aws_vpc.app", Severity.Info, "", "no gateway endpoint for dynamodb in app, so GB to and from it go through the NAT gateway, 0.048 USD each", "service_name = \"com.amazonaws.eu-west-1.dynamodb\", vpc_endpoint_type = \"Gateway\" and aws_route_table.private[0], aws_route_table.private[1] in route_table_ids" },
        { Plan, "gateway-endpoint-lacks-route-table", "aws_vpc_endpoint.s3 aws_route_table.private[1]", Severity.Warning, "", "their traffic to s3 goes on through the NAT gateway, 0.048 USD a GB", "Add aws_route_table.private[1] to route_table_ids of aws_vpc_endpoint.s3" },
        { Plan, "endpoint-captures-nothing", "aws_vpc_endpoint.quiet", Severity.Warning, "2*730*0.011", "Private DNS is off", "private_dns_enabled = true on aws_vpc_endpoint.quiet" },
        { Plan, "endpoint-subnets-share-zone", "aws_vpc_endpoint.doubled aws_subnet.private[0] aws_subnet.spare", Severity.Warning, "", "eu-west-1a (aws_subnet.private[0], aws_subnet.spare), as far as its references tell", "subnet_ids: without aws_subnet.spare" },
        { Plan, "cross-zone-nat", "aws_nat_gateway.app[0] aws_subnet.private[1] aws_subnet.private[2] aws_route_table.private[1]", Severity.Warning, "", "A NAT gateway in eu-west-1c costs 38.69 USD a month, so it pays from 1,934.5 GB a month that start there. aws_nat_gateway.app[1] stands there already", "Lead 0.0.0.0/0 of aws_route_table.private[1] to the NAT gateway of its zone by nat_gateway_id" },
        { Plan, "nat-gateway-unused", "aws_nat_gateway.app[1] aws_eip.nat[1]", Severity.Warning, "730*0.048 + 730*0.005", "those of the VPC use 1 other NAT gateway", "Remove aws_nat_gateway.app[1], aws_eip.nat[1]" },
        { Plan, "idle-elastic-ip", "aws_eip.left", Severity.Warning, "730*0.005", "Nothing uses 1 elastic IP address", "Remove aws_eip.left" },
        { Plan, "endpoint-not-centralized", "module.spoke[\"billing\"].aws_vpc_endpoint.this[\"ssm\"] module.spoke[\"orders\"].aws_vpc_endpoint.this[\"ssm\"] module.spoke[\"stock\"].aws_vpc_endpoint.this[\"ssm\"]", Severity.Warning, "2*2*730*0.011 - 0.50", "so it saves up to 1,581 GB a month", "Keep module.spoke[\"billing\"].aws_vpc_endpoint.this[\"ssm\"], with private_dns_enabled = false, add an aws_route53_zone" },
        { Plan, "companion-missing", "aws_vpc_endpoint.images", Severity.Warning, "", "ecr.dkr needs ecr.api too", "service_name = \"com.amazonaws.eu-west-1.ecr.api\", vpc_endpoint_type = \"Interface\", private_dns_enabled = true" },
        { Plan, "companion-missing", "module.batch.aws_vpc_endpoint.this[\"ecr.api\"] module.batch.aws_vpc_endpoint.this[\"ecr.dkr\"]", Severity.Warning, "", "ecr.api, ecr.dkr need s3 too (image layers are downloaded from S3), and batch has no endpoint for it: it will not work", "vpc_endpoint_type = \"Gateway\" and the route tables of the VPC's subnets in route_table_ids" },
        { "Terraform/single-nat", "cross-zone-nat", "aws_nat_gateway.main aws_subnet.private[\"b\"] aws_route_table.private", Severity.Info, "", "costs 45.99 USD a month, so it pays from 2,299.5 GB a month", "add an aws_nat_gateway in a public subnet there" },
        { "Terraform/single-nat", "single-zone", "aws_nat_gateway.main", Severity.Info, "", "The NAT stands in zone eu-west-1a alone", "Add an aws_nat_gateway in each other zone" },
        { "CloudFormation/endpoints-and-one-nat/EndpointsAndOneNat.template.json", "endpoint-captures-nothing", "VpcLogsE1759C4E", Severity.Warning, "2*730*0.011", "Private DNS is off", "PrivateDnsEnabled: true on VpcLogsE1759C4E" },
        { "CloudFormation/endpoints-and-one-nat/EndpointsAndOneNat.template.json", "cross-zone-nat", "VpcPublicSubnet1NATGateway4D7517AA VpcPrivateSubnet2Subnet3788AAA1 VpcPrivateSubnet2RouteTableA678073B", Severity.Info, "", "VpcPrivateSubnet2Subnet3788AAA1 (zone 2) leads to VpcPublicSubnet1NATGateway4D7517AA in zone 1", "by NatGatewayId" },
    };

    [Theory]
    [MemberData(nameof(Deserved))]
    public void A_design_is_told_what_is_odd(string document, string code, string addresses, Severity severity, string saving, string message, string remedy)
    {
        var finding = Assert.Single(Designs.OfFixture(document), finding => finding.Code == code && string.Join(' ', finding.Addresses ?? []) == addresses);
        Assert.Equal(severity, finding.Severity);
        Assert.Equal(saving.Length == 0 ? null : Arithmetic.Evaluate(saving), finding.MonthlySaving);
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, finding.Remedy, StringComparison.Ordinal);
        Assert.StartsWith("https://", finding.Link, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_else_is_told_of_the_faulty_plan() => Assert.Equal(
        Deserved.Where(row => (string)row[0] == Plan).Select(row => ((string)row[1], (string)row[2])).Order(),
        Designs.OfFixture(Plan).Select(finding => (finding.Code, string.Join(' ', finding.Addresses ?? []))).Order());
}
