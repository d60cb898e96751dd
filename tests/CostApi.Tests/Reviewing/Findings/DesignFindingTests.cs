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
        { Plan, "free-gateway-endpoint-missing", "aws_vpc.app", Severity.Info, "", "no gateway endpoint for dynamodb in app, so traffic to and from it goes through the NAT gateway, at USD 0.048 per GB", "service_name = \"com.amazonaws.eu-west-1.dynamodb\", vpc_endpoint_type = \"Gateway\" and aws_route_table.private[0], aws_route_table.private[1] in route_table_ids" },
        { Plan, "gateway-endpoint-lacks-route-table", "aws_vpc_endpoint.s3 aws_route_table.private[1]", Severity.Warning, "", "Their traffic to s3 goes through the NAT gateway, at USD 0.048 per GB", "Add aws_route_table.private[1] to route_table_ids of aws_vpc_endpoint.s3" },
        { Plan, "endpoint-captures-nothing", "aws_vpc_endpoint.quiet", Severity.Warning, "2*730*0.011", "Private DNS is off", "private_dns_enabled = true on aws_vpc_endpoint.quiet" },
        { Plan, "endpoint-subnets-share-zone", "aws_vpc_endpoint.doubled aws_subnet.private[0] aws_subnet.spare", Severity.Error, "", "eu-west-1a (aws_subnet.private[0], aws_subnet.spare). An interface endpoint", "subnet_ids: remove aws_subnet.spare" },
        { Plan, "cross-zone-nat", "aws_nat_gateway.app[0] aws_subnet.private[1] aws_route_table.private[1]", Severity.Warning, "", "aws_subnet.private[1] (eu-west-1b) uses aws_nat_gateway.app[0] in eu-west-1a, and data transfer between Availability Zones costs USD 0.02 per GB. aws_nat_gateway.app[1] is in the zone where the traffic starts", "Associate aws_subnet.private[1] with an aws_route_table of its own, and set nat_gateway_id of its route for 0.0.0.0/0 to aws_nat_gateway.app[1]. Other subnets also use aws_route_table.private[1]" },
        { Plan, "cross-zone-nat", "aws_nat_gateway.app[0] aws_subnet.private[2] aws_route_table.private[1]", Severity.Info, "", "A NAT gateway in eu-west-1c costs USD 38.69 per month, which is less than this charge if more than 1,934.5 GB per month start there", "add an aws_nat_gateway in a public subnet there" },
        { Plan, "nat-gateway-unused", "aws_nat_gateway.app[1] aws_eip.nat[1]", Severity.Warning, "730*0.048 + 730*0.005", "the routes of the VPC use 1 other NAT gateway", "Remove aws_nat_gateway.app[1], aws_eip.nat[1]" },
        { Plan, "idle-elastic-ip", "aws_eip.left", Severity.Warning, "730*0.005", "1 Elastic IP address is not in use", "Remove aws_eip.left" },
        { Plan, "endpoint-not-centralized", "module.spoke[\"billing\"].aws_vpc_endpoint.this[\"ssm\"] module.spoke[\"orders\"].aws_vpc_endpoint.this[\"ssm\"] module.spoke[\"stock\"].aws_vpc_endpoint.this[\"ssm\"]", Severity.Warning, "2*2*730*0.011 - 0.50", "so sharing saves money up to 1,581 GB per month", "Keep module.spoke[\"billing\"].aws_vpc_endpoint.this[\"ssm\"] and set private_dns_enabled = false on it. Add an aws_route53_zone" },
        { Plan, "companion-missing", "aws_vpc_endpoint.images", Severity.Warning, "", "ecr.dkr requires ecr.api as well", "service_name = \"com.amazonaws.eu-west-1.ecr.api\", vpc_endpoint_type = \"Interface\", private_dns_enabled = true" },
        { Plan, "companion-missing", "module.batch.aws_vpc_endpoint.this[\"ecr.api\"] module.batch.aws_vpc_endpoint.this[\"ecr.dkr\"]", Severity.Warning, "", "ecr.api and ecr.dkr require s3 as well (image layers are downloaded from S3), but batch has no endpoint for s3, so this does not work", "vpc_endpoint_type = \"Gateway\" and the route tables of the VPC's subnets in route_table_ids" },
        { Plan, "companion-missing", "module.spoke[\"orders\"].aws_vpc_endpoint.this[\"ssm\"]", Severity.Info, "", "For Session Manager, ssm requires ssmmessages as well (Session Manager and the agent), but orders has no endpoint for ssmmessages", "service_name = \"com.amazonaws.eu-west-1.ssmmessages\"" },
        { Plan, "companion-missing", "module.spoke[\"billing\"].aws_vpc_endpoint.this[\"ssm\"]", Severity.Info, "", "For Session Manager, ssm requires ssmmessages as well (Session Manager and the agent), but billing has no endpoint for ssmmessages", "service_name = \"com.amazonaws.eu-west-1.ssmmessages\"" },
        { Plan, "companion-missing", "module.spoke[\"stock\"].aws_vpc_endpoint.this[\"ssm\"]", Severity.Info, "", "For Session Manager, ssm requires ssmmessages as well (Session Manager and the agent), but stock has no endpoint for ssmmessages", "service_name = \"com.amazonaws.eu-west-1.ssmmessages\"" },
        { Template, "free-gateway-endpoint-missing", "Shop563325D0", Severity.Info, "", "no gateway endpoint for dynamodb in DesignFaults/Shop", "ServiceName: com.amazonaws.eu-west-1.dynamodb, VpcEndpointType: Gateway and ShopWorkSubnet1RouteTableA8EAB626, ShopWorkSubnet2RouteTable86F30488 in RouteTableIds" },
        { Template, "gateway-endpoint-lacks-route-table", "ShopS308E797F4 ShopWorkSubnet1RouteTableA8EAB626 ShopWorkSubnet2RouteTable86F30488", Severity.Warning, "", "ShopS308E797F4 is not associated with these route tables", "to RouteTableIds of ShopS308E797F4" },
        { Template, "endpoint-captures-nothing", "ShopKeysCD351E63", Severity.Warning, "2*730*0.011", "Private DNS is off", "Set PrivateDnsEnabled: true on ShopKeysCD351E63" },
        { Template, "endpoint-subnets-share-zone", "ShopQueues90A7552C ShopWorkSubnet1Subnet077D9E39 ShopDataSubnet1SubnetAE8541A3 ShopWorkSubnet2SubnetFC321EE4 ShopDataSubnet2Subnet99673FDC", Severity.Error, "", "AWS rejects this with DuplicateSubnetsInSameZone", "SubnetIds: remove ShopDataSubnet1SubnetAE8541A3, ShopDataSubnet2Subnet99673FDC" },
        { Template, "cross-zone-nat", "ShopPublicSubnet1NATGateway528AC622 ShopWorkSubnet2SubnetFC321EE4 ShopWorkSubnet2RouteTable86F30488", Severity.Info, "", "and data transfer between Availability Zones costs USD 0.02 per GB. A NAT gateway in eu-west-1b costs USD 38.69 per month, which is less than this charge if more than 1,934.5 GB per month", "add an AWS::EC2::NatGateway in a public subnet there" },
        { Template, "nat-gateway-unused", "Spare SpareAddress", Severity.Warning, "730*0.048 + 730*0.005", "No route uses Spare", "Remove Spare, SpareAddress" },
        { Template, "single-zone", "ShopPublicSubnet1NATGateway528AC622", Severity.Info, "", "The NAT gateway is in only one of 2 Availability Zones, zone eu-west-1a", "add an AWS::EC2::NatGateway in each of them" },
        { Template, "idle-elastic-ip", "Left", Severity.Warning, "730*0.005", "1 Elastic IP address is not in use", "Remove Left" },
        { Template, "endpoint-not-centralized", "OrdersLogs63C9E25A BillingLogs14632ACA StockLogs62D0BAE9", Severity.Warning, "2*2*730*0.011 - 0.50", "3 VPCs on one Transit Gateway", "Keep OrdersLogs63C9E25A and set PrivateDnsEnabled: false on it. Add an AWS::Route53::HostedZone" },
        { Template, "companion-missing", "ShopImages3CF6581C", Severity.Warning, "", "ecr.dkr requires ecr.api as well", "ServiceName: com.amazonaws.eu-west-1.ecr.api" },
        { "Terraform/single-nat", "cross-zone-nat", "aws_nat_gateway.main aws_subnet.private[\"b\"] aws_route_table.private", Severity.Info, "", "costs USD 45.99 per month, which is less than this charge if more than 2,299.5 GB per month", "add an aws_nat_gateway in a public subnet there" },
        { "Terraform/single-nat", "single-zone", "aws_nat_gateway.main", Severity.Info, "", "The NAT gateway is in only one of 2 Availability Zones, zone eu-west-1a", "add an aws_nat_gateway in each of them" },
        { "CloudFormation/endpoints-and-one-nat/EndpointsAndOneNat.template.json", "endpoint-captures-nothing", "VpcLogsE1759C4E", Severity.Warning, "2*730*0.011", "Private DNS is off", "PrivateDnsEnabled: true on VpcLogsE1759C4E" },
        { "CloudFormation/endpoints-and-one-nat/EndpointsAndOneNat.template.json", "cross-zone-nat", "VpcPublicSubnet1NATGateway4D7517AA VpcPrivateSubnet2Subnet3788AAA1 VpcPrivateSubnet2RouteTableA678073B", Severity.Info, "", "VpcPrivateSubnet2Subnet3788AAA1 (zone 2) uses VpcPublicSubnet1NATGateway4D7517AA in zone 1", "set NatGatewayId of its route for 0.0.0.0/0 to the new NAT gateway" },
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

    /// <summary>Documents that look alike and do not deserve the code.</summary>
    public static TheoryData<string, string> Undeserved => new()
    {
        { "Terraform/nat-per-zone-and-private", "cross-zone-nat" },
        { "Terraform/nat-per-zone-and-private", "nat-gateway-unused" },
        { "Terraform/nat-per-zone-and-private", "single-zone" },
        { "Terraform/vpc-with-modules", "gateway-endpoint-lacks-route-table" },
        { "Terraform/vpc-with-modules", "endpoint-subnets-share-zone" },
        { "Terraform/vpc-with-modules", "nat-gateway-unused" },
        { "Terraform/vpc-with-modules", "companion-missing" },
        { "Terraform/transit-gateway-hub", "endpoint-not-centralized" },
        { "Terraform/nat-to-endpoints", "free-gateway-endpoint-missing" },
        { "Terraform/by-hand-regional-nat", "cross-zone-nat" },
        { "CloudFormation/endpoints-and-one-nat/EndpointsAndOneNat.template.json", "gateway-endpoint-lacks-route-table" },
        { "CloudFormation/endpoints-and-one-nat/EndpointsAndOneNat.template.json", "free-gateway-endpoint-missing" },
        { "CloudFormation/nat-per-zone/NatPerZone.template.json", "cross-zone-nat" },
        // An endpoint service of a vendor's: its clients have the endpoint's own name.
        { "CloudFormation/nat-per-zone/NatPerZone.template.json", "endpoint-captures-nothing" },
        // Routes to it stand in the other stack, or could.
        { "CloudFormation/imports/template.yaml", "nat-gateway-unused" },
        { "CloudFormation/regional-nat/template.yaml", "nat-gateway-unused" },
    };

    [Theory]
    [MemberData(nameof(Undeserved))]
    public void A_sound_design_is_left_alone(string document, string code) =>
        Assert.DoesNotContain(Designs.OfFixture(document), finding => finding.Code == code);

    [Theory]
    [InlineData(Plan)]
    [InlineData(Template)]
    public void Nothing_else_is_told_of_the_faulty_documents(string document) => Assert.Equal(
        Deserved.Where(row => (string)row[0] == document).Select(row => ((string)row[1], (string)row[2])).Order(),
        Designs.OfFixture(document).Select(finding => (finding.Code, string.Join(' ', finding.Addresses ?? []))).Order());

    [Fact]
    public void What_traffic_shows_is_told_once_with_its_saving()
    {
        var findings = Designs.OfFixture(Plan, traffic: [new Flow { From = "app", To = "dynamodb", ReceivedGb = 3000 }, new Flow { From = "app", To = "sqs", ReceivedGb = 3000 }]);
        var free = Assert.Single(findings, finding => finding.Code == FindingCodes.FreeGatewayEndpointMissing);
        // A third of it starts in each zone; c has no NAT gateway.
        Assert.Equal(Arithmetic.Evaluate("3000*0.048 + 1000*0.02"), free.MonthlySaving);
        Assert.Equal(["aws_vpc.app"], free.Addresses);
        Assert.Contains("aws_route_table.private[0], aws_route_table.private[1] in route_table_ids", free.Remedy, StringComparison.Ordinal);
        // The layout has a gateway in b as well, and cannot show that the route of b leads past it.
        Assert.Equal([null, Severity.Warning], findings.Where(finding => finding.Code == FindingCodes.CrossZoneNat).Select(finding => finding.MonthlySaving is null ? finding.Severity : default(Severity?)));
        var crossing = Assert.Single(findings, finding => finding is { Code: FindingCodes.CrossZoneNat, MonthlySaving: not null });
        Assert.Equal(Arithmetic.Evaluate("2000*0.02 - 730*0.048 - 730*0.005"), crossing.MonthlySaving);
        Assert.Contains("nat_gateway_id", crossing.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endpoint_below_its_break_even_is_found_by_its_address()
    {
        var finding = Assert.Single(Designs.OfFixture(Plan, traffic: [new Flow { From = "app", To = "kms", ReceivedGb = 10 }]), finding => finding.Code == FindingCodes.EndpointBelowBreakEven && finding.Resource == "interface/kms");
        Assert.Equal(["aws_vpc_endpoint.doubled"], finding.Addresses);
        Assert.StartsWith("Remove aws_vpc_endpoint.doubled", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Those_that_matter_most_come_first()
    {
        var severities = Designs.OfFixture(Template).Select(finding => finding.Severity).ToArray();
        Assert.Equal(severities.OrderDescending(), severities);
        Assert.Equal(3, severities.Distinct().Count());
    }
}
