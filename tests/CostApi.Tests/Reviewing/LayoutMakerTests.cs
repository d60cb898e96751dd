using CostApi.Core.Layouts;
using CostApi.Core.Layouts.Checks;
using CostApi.Core.Reviewing;

namespace CostApi.Tests.Reviewing;

/// <summary>What a document declares, as a layout that can be priced.</summary>
public sealed class LayoutMakerTests
{
    private static readonly DeclaredNetwork App = new()
    {
        Vpcs = [new DeclaredVpc("aws_vpc.app", "app", null)],
        Subnets = [Subnet("a"), Subnet("b"), Subnet("c")],
    };

    [Fact]
    public void A_VPC_has_the_zones_of_its_subnets_and_the_name_of_its_tag()
    {
        var vpc = Assert.Single(Make(App).Layout.Vpcs);
        Assert.Equal("app", vpc.Name);
        Assert.Equal(["eu-west-1a", "eu-west-1b", "eu-west-1c"], vpc.AvailabilityZones);
        Assert.Empty(Make(App).Assumptions);
    }

    [Fact]
    public void NAT_gateways_stand_in_their_zones_and_are_found_by_their_addresses()
    {
        var made = Make(App with { NatGateways = [Nat("one", "eu-west-1a"), Nat("two", "eu-west-1c")] });
        Assert.Equal(["eu-west-1a", "eu-west-1c"], made.Layout.Vpcs[0].NatGateway!.AvailabilityZones);
        Assert.Equal(["aws_nat_gateway.two"], made.Addresses[("app", "nat/eu-west-1c")]);
    }

    [Fact]
    public void A_second_NAT_gateway_in_a_zone_is_paid_for_as_well()
    {
        var made = Make(App with { NatGateways = [Nat("one", "eu-west-1a"), Nat("two", "eu-west-1a")] });
        Assert.Equal(["app", "app (2)"], made.Layout.Vpcs.Select(vpc => vpc.Name));
        Assert.Equal(2 * 35.04m + 2 * 3.65m, Cost(made.Layout));
        Assert.Contains("aws_nat_gateway.two", Assert.Single(made.Assumptions), StringComparison.Ordinal);
    }

    [Fact]
    public void Elastic_IP_addresses_beside_those_of_NAT_gateways_are_counted_in_use_and_idle()
    {
        var made = Make(App with
        {
            NatGateways = [Nat("one", "eu-west-1a")],
            Addresses =
            [
                new DeclaredAddress("aws_eip.nat", null, true, "aws_nat_gateway.one"), new DeclaredAddress("aws_eip.web", null, true, "aws_lb.web"),
                new DeclaredAddress("aws_eip.idle", null, false, null), new DeclaredAddress("aws_eip.unknown", null, null, null),
            ],
        });
        Assert.Equal(new ElasticIpAddresses { InUse = 2, Idle = 1 }, made.Layout.Vpcs[0].ElasticIpAddresses);
        Assert.Equal(["aws_eip.web", "aws_eip.unknown"], made.Addresses[("app", "elasticIp/inUse")]);
        Assert.Equal(["aws_eip.idle"], made.Addresses[("app", "elasticIp/idle")]);
        Assert.Contains("whether something uses aws_eip.unknown", Assert.Single(made.Assumptions), StringComparison.Ordinal);
        Assert.Equal(35.04m + 4 * 3.65m, Cost(made.Layout));
    }

    [Fact]
    public void Addresses_alone_stand_in_no_VPC()
    {
        var made = Make(new DeclaredNetwork { Addresses = [new DeclaredAddress("aws_eip.idle", null, false, null)] });
        Assert.Equal("no VPC", made.Layout.Vpcs[0].Name);
        Assert.Empty(made.Vpcs);
        Assert.Equal(3.65m, Cost(made.Layout));
    }

    [Theory]
    [InlineData("sqs", "There is no gateway endpoint for 'sqs'")]
    [InlineData("com.amazonaws.eu-west-1.brand-new", "There is no gateway endpoint")]
    [InlineData(null, "The document does not show its service")]
    public void A_gateway_endpoint_that_AWS_does_not_have_is_told_and_left_out(string? service, string why)
    {
        var made = Make(App with { Endpoints = [Interface(service) with { Type = EndpointType.Gateway }] });
        Assert.Empty(made.Layout.Vpcs[0].Endpoints);
        Assert.Contains(why, Assert.Single(made.Unread).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_a_layout_cannot_have_are_made_sayable()
    {
        var made = Make(new DeclaredNetwork
        {
            Vpcs = [new DeclaredVpc("a", "", null), new DeclaredVpc("b\u0001c", null, null), new DeclaredVpc(string.Concat(Enumerable.Repeat("\U0001F600", 60)) + "x", null, null)],
            Subnets = [new DeclaredSubnet("s", "a", "eu-\nwest-1a", null)],
        });
        Assert.Equal(["a", "b\uFFFDc"], made.Layout.Vpcs.Take(2).Select(vpc => vpc.Name));
        Assert.Equal(string.Concat(Enumerable.Repeat("\U0001F600", 49)) + "x", made.Layout.Vpcs[2].Name);
        Assert.Equal(["eu-\uFFFDwest-1a"], made.Layout.Vpcs[0].AvailabilityZones);
    }

    [Fact]
    public void NAT_gateways_in_unknown_zones_stand_apart()
    {
        var made = Make(new DeclaredNetwork { NatGateways = [.. Enumerable.Range(1, 4).Select(number => Nat($"n{number}", null, "vpc-0123"))] });
        Assert.Equal(4, made.Layout.Vpcs[0].NatGateway!.AvailabilityZones!.Count);
        Assert.Equal(4 * (35.04m + 3.65m), Cost(made.Layout));
    }

    [Fact]
    public void Zones_that_cannot_be_told_are_a_range_and_never_one()
    {
        var made = Make(App with { Endpoints = [Interface("sqs", new ZonesOf([], 1, 3, Origin.Assumed))] });
        Assert.Equal(3, made.Layout.Vpcs[0].Endpoints[0].AvailabilityZones!.Count);
        Assert.Contains("1 to 3", Assert.Single(made.Assumptions), StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_is_named_by_its_suffix_and_one_that_is_not_known_is_still_priced()
    {
        var made = Make(App with { Endpoints = [Interface("com.amazonaws.eu-west-1.sqs"), Interface(null), Interface("com.amazonaws.eu-west-1.sqs")] });
        Assert.Equal(["sqs", "unknown:aws_vpc_endpoint.unknown", "sqs"], made.Layout.Vpcs[0].Endpoints.Select(endpoint => endpoint.Service));
        Assert.Equal(3 * 3 * 8.03m, Cost(made.Layout));
        Assert.Contains(("app", "interface/sqs#2"), made.Addresses.Keys);
    }

    [Fact]
    public void Spokes_without_a_NAT_leave_by_the_hub()
    {
        var made = Make(App with
        {
            Vpcs = [.. App.Vpcs, new DeclaredVpc("aws_vpc.hub", "hub", null)],
            NatGateways = [Nat("one", "eu-west-1a", "aws_vpc.hub")],
            Attachments = [Attachment("aws_vpc.app"), Attachment("aws_vpc.hub")],
            RouteTables = [new DeclaredRouteTable("aws_route_table.app", "aws_vpc.app", true, [], [new DeclaredRoute("aws_route.out", "0.0.0.0/0", RouteTarget.TransitGateway, "tgw")])],
        });
        Assert.Equal("hub", made.Layout.Vpcs[0].EgressVia);
        Assert.Equal(["app", "hub"], made.Layout.TransitGateway!.Attachments);
    }

    [Fact]
    public void What_stands_nowhere_is_priced_in_the_only_VPC()
    {
        var made = Make(App with { NatGateways = [Nat("one", null, null)] });
        Assert.NotNull(Assert.Single(made.Layout.Vpcs).NatGateway);
        Assert.Contains("aws_nat_gateway.one", made.Assumptions[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_without_anything_in_a_VPC_is_no_layout() =>
        Assert.Null(LayoutMaker.Make(DeclaredNetwork.None, Shipped.Snapshot.Regions["eu-west-1"], Shipped.Snapshot.Services, "after"));

    [Fact]
    public void Each_Region_has_what_stands_in_it()
    {
        var network = new DeclaredNetwork
        {
            Vpcs = [new DeclaredVpc("aws_vpc.app", "app", "eu-west-1"), new DeclaredVpc("aws_vpc.far", "far", "us-east-1")],
            NatGateways = [Nat("one", null, "aws_vpc.far")],
        };
        Assert.Equal(["eu-west-1", "us-east-1"], network.Regions());
        Assert.Empty(network.In("eu-west-1", "eu-west-1").NatGateways);
        Assert.Single(network.In("us-east-1", "us-east-1").NatGateways);
    }

    /// <summary>A layout that was made can be posted: nothing in it is refused.</summary>
    internal static ImportedLayout Make(DeclaredNetwork network, string region = "eu-west-1")
    {
        var made = LayoutMaker.Make(network, Shipped.Snapshot.Regions[region], Shipped.Snapshot.Services, "after");
        Assert.NotNull(made);
        var problems = RequestCheck.Check(new ComparisonRequest { Region = region, Layouts = [made.Layout] }, Shipped.Snapshot.Regions, Shipped.Snapshot.Services, [], isEstimate: false);
        Assert.Empty(problems.ByPath());
        return made;
    }

    private static decimal Cost(Layout layout) => Shipped.Compare(new ComparisonRequest { Region = "eu-west-1", Layouts = [layout] }).Layouts[0].MonthlyCost;

    private static DeclaredSubnet Subnet(string zone) => new($"aws_subnet.{zone}", "aws_vpc.app", $"eu-west-1{zone}", null);

    private static DeclaredNat Nat(string name, string? zone, string? vpc = "aws_vpc.app") =>
        new($"aws_nat_gateway.{name}", vpc, null, NatMode.Zonal, zone is null ? new ZonesOf([], 1, 1, Origin.Assumed) : new ZonesOf([zone], 1, 1, Origin.Reference), 1);

    private static DeclaredEndpoint Interface(string? service, ZonesOf? zones = null) => new(
        $"aws_vpc_endpoint.{service ?? "unknown"}", "aws_vpc.app", null, EndpointType.Interface, service,
        zones ?? new ZonesOf(["eu-west-1a", "eu-west-1b", "eu-west-1c"], 3, 3, Origin.Reference), [], (true, Origin.Declared), false, null);

    private static DeclaredAttachment Attachment(string vpc) => new($"aws_ec2_transit_gateway_vpc_attachment.{vpc}", null, "tgw", vpc, "vpc");
}
