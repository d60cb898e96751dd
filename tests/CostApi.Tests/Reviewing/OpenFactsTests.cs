using CostApi.Core.Layouts;
using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.Findings;
using CostApi.Tests.Reviewing.Findings;

namespace CostApi.Tests.Reviewing;

/// <summary>What a document leaves open: several possibilities are never a fact, and each is priced and stated once.</summary>
public sealed class OpenFactsTests
{
    private static readonly DeclaredNetwork Two = new()
    {
        Vpcs = [new DeclaredVpc("aws_vpc.a", "a", null), new DeclaredVpc("aws_vpc.b", "b", null)],
        Subnets =
        [
            Subnet("a", "eu-west-1a"), Subnet("b", "eu-west-1a"), Subnet("b", "eu-west-1b"), Subnet("b", "eu-west-1c"),
        ],
    };

    [Fact]
    public void An_attachment_of_one_of_several_VPCs_costs_its_attachment_hour()
    {
        var made = Make(Two with { Attachments = [Attachment("one"), Attachment("two"), Attachment("three")] });
        Assert.Equal(["a", "b", "attachment.three"], made.Layout.TransitGateway!.Attachments);
        Assert.Equal(["attachment.three"], made.Addresses[("attachment.three", "transitGateway")]);
        Assert.Equal(3 * 36.50m, Cost(made.Layout));
        var assumption = Assert.Single(made.Assumptions, text => text.Contains("attachment.one", StringComparison.Ordinal));
        Assert.Contains("attachment.one, attachment.two, attachment.three, out of aws_vpc.a, aws_vpc.b", assumption, StringComparison.Ordinal);
        Assert.DoesNotContain("attachment.three", made.Vpcs.Keys);
    }

    [Fact]
    public void No_route_rests_on_an_attachment_whose_VPC_is_assumed()
    {
        var made = Make(Two with
        {
            Attachments = [Attachment("one"), Attachment("two")],
            NatGateways = [Nat("n", "aws_vpc.b")],
            RouteTables = [new DeclaredRouteTable("t", "aws_vpc.a", true, [], [new DeclaredRoute("r", "0.0.0.0/0", RouteTarget.TransitGateway, "tgw")])],
        });
        Assert.All(made.Layout.Vpcs, vpc => Assert.Null(vpc.EgressVia));
    }

    [Fact]
    public void A_VPC_with_two_attachments_pays_for_both()
    {
        var made = Make(Two with { Attachments = [Attachment("one", "aws_vpc.a"), Attachment("two", "aws_vpc.a")] });
        Assert.Equal(2 * 36.50m, Cost(made.Layout));
    }

    [Fact]
    public void An_endpoint_in_one_of_several_VPCs_has_the_zones_of_the_candidate_with_most()
    {
        var endpoint = Endpoint("e", new ZonesOf([], 1, 6, Origin.Assumed)) with { Vpc = null, PossibleVpcs = ["aws_vpc.a", "aws_vpc.b"] };
        var made = Make(Two with { Endpoints = [endpoint] });
        Assert.Equal(3 * 8.03m, Cost(made.Layout));
        Assert.Contains(made.Assumptions, text => text.Contains("1 to 3. 3 are assumed", StringComparison.Ordinal));
        Assert.Contains(made.Assumptions, text => text.Contains("the VPC of e, which is one of aws_vpc.a, aws_vpc.b", StringComparison.Ordinal));
        Assert.Equal(2, made.Assumptions.Count);
    }

    /// <summary>What a reader shows of the zones; the zones assumed, and the one assumption.</summary>
    public static TheoryData<int, int, int, string> Ranges => new()
    {
        { 1, 6, 2, "1 to 6. 2 are assumed" },
        { 0, 1, 2, "1 to 6. 2 are assumed" },
        { 0, 6, 2, "1 to 6. 2 are assumed" },
        { 2, 4, 2, "2 to 4. 2 are assumed" },
        { 3, 4, 3, "3 to 4. 3 are assumed" },
    };

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Where_no_zone_is_known_two_are_assumed_and_the_range_is_said_once(int least, int most, int zones, string said)
    {
        var endpoints = new[] { "e", "f" }.Select(name => Endpoint(name, new ZonesOf([], least, most, Origin.Assumed)) with { Vpc = "vpc-0" });
        var made = Make(new DeclaredNetwork { Vpcs = [new DeclaredVpc("vpc-0", null, null, IsDeclared: false)], Endpoints = [.. endpoints] });
        Assert.Equal(2 * zones * 8.03m, Cost(made.Layout));
        Assert.Contains($"e, f use: {said.Replace(".", " each.", StringComparison.Ordinal)}", Assert.Single(made.Assumptions), StringComparison.Ordinal);
    }

    [Fact]
    public void Endpoints_of_unknown_services_are_each_their_own()
    {
        var zones = new ZonesOf(["eu-west-1a"], 1, 1, Origin.Declared);
        DeclaredEndpoint[] unknown = [.. new[] { "e", "f" }.Select(name => Endpoint(name, zones) with { Service = null, ServiceDoubt = "it is marked as sensitive" })];
        var made = Make(Two with { Endpoints = unknown });
        Assert.Equal(["unknown:e", "unknown:f"], made.Layout.Vpcs[0].Endpoints.Select(endpoint => endpoint.Service));
        Assert.All(made.Assumptions, text => Assert.Contains("does not show its service: it is marked as sensitive", text, StringComparison.Ordinal));
        var cost = Shipped.Compare(new ComparisonRequest { Region = "eu-west-1", Layouts = [made.Layout] }).Layouts[0];
        Assert.Equal(2 * 8.03m, cost.MonthlyCost);
        Assert.DoesNotContain(cost.Findings, finding => finding.Code is "endpoint-captures-nothing" or "unknown-service");
    }

    [Fact]
    public void Services_stay_what_they_are_where_the_document_is_read_for_another_Region()
    {
        var zones = new ZonesOf(["eu-west-1a"], 1, 1, Origin.Declared);
        var made = Make(Two with { Endpoints = [Endpoint("e", zones) with { Service = "com.amazonaws.us-east-1.sqs" }] });
        Assert.Equal("sqs", made.Layout.Vpcs[0].Endpoints[0].Service);
        Assert.Contains("is one of us-east-1", Assert.Single(made.Assumptions), StringComparison.Ordinal);
    }

    [Fact]
    public void A_NAT_gateway_whose_allocation_is_not_known_uses_an_unlinked_address_of_the_document()
    {
        var made = Make(Two with
        {
            NatGateways = [Nat("n", "aws_vpc.a") with { UnknownElasticIps = 1 }],
            Addresses = [Address("own", AddressPool.Own), Address("one"), Address("two")],
        });
        Assert.Equal(35.04m + 2 * 3.65m, Cost(made.Layout));
        Assert.Contains(made.Assumptions, text => text.StartsWith("n: ", StringComparison.Ordinal) && text.Contains("one, which nothing else", StringComparison.Ordinal));
        // Whether something uses the other one is not known, so nothing is called idle.
        Assert.Equal(new ElasticIpAddresses { InUse = 1 }, made.Layout.Vpcs[0].ElasticIpAddresses);
    }

    /// <summary>Pool, monthly cost of a NAT gateway with such an address, of an idle one, and what is said.</summary>
    public static TheoryData<AddressPool, decimal, decimal, string> Pools => new()
    {
        { AddressPool.Amazon, 35.04m + 3.65m, 3.65m, "" },
        { AddressPool.Own, 35.04m, 0, "free of charge" },
        { AddressPool.CarrierOrCustomerOwned, 35.04m, 0, "not billed as public IPv4 addresses" },
        { AddressPool.Unknown, 35.04m + 3.65m, 3.65m, "the highest possible cost" },
    };

    [Theory]
    [MemberData(nameof(Pools))]
    public void The_pool_of_an_address_decides_whether_it_is_billed(AddressPool pool, decimal nat, decimal idle, string said)
    {
        var used = Make(Two with { NatGateways = [Nat("n", "aws_vpc.a") with { ElasticIps = ["e"] }], Addresses = [Address("e", pool)] });
        var unused = Make(Two with { Addresses = [Address("e", pool)] });
        Assert.Equal(nat, Cost(used.Layout));
        Assert.Equal(idle, Cost(unused.Layout));
        Assert.All([used, unused], made => Assert.Contains(said, string.Join(' ', made.Assumptions), StringComparison.Ordinal));
    }

    [Fact]
    public void A_record_that_names_an_endpoint_directs_traffic_to_it()
    {
        var zones = new ZonesOf(["eu-west-1a"], 1, 1, Origin.Declared);
        DeclaredEndpoint[] quiet = [.. new[] { "e", "f" }.Select(name => Endpoint(name, zones) with { Service = "kms", PrivateDns = (false, Origin.Default) })];
        var made = Make(Two with { Endpoints = [quiet[0] with { UsedBy = ["record"] }, quiet[1]] });
        Assert.Equal([true, false], made.Layout.Vpcs[0].Endpoints.Select(endpoint => endpoint.EndpointUrl));
        Assert.Contains("record directs traffic to it", Assert.Single(made.Assumptions), StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_hub_of_endpoints_private_DNS_is_off_on_purpose()
    {
        var zones = new ZonesOf(["eu-west-1a"], 1, 1, Origin.Declared);
        DeclaredEndpoint[] quiet = [.. new[] { "e", "f", "g" }.Select(name => Endpoint(name, zones) with { PrivateDns = (false, Origin.Declared) })];
        quiet[2] = quiet[2] with { PrivateDns = (false, Origin.Default) };
        var network = Two with { Endpoints = Services(quiet, "kms", "sqs", "sns"), HostedZones = [new DeclaredHostedZone("zone", "kms.eu-west-1.amazonaws.com", ["aws_vpc.a"]) { Endpoints = ["e"] }] };
        Assert.Equal([true, true, false], Make(network).Layout.Vpcs[0].Endpoints.Select(endpoint => endpoint.EndpointUrl));
        Assert.Equal(
            ["g"], Assert.Single(Designs.Review(network, Dialect.Terraform), finding => finding.Code == "endpoint-captures-nothing").Addresses);
    }

    /// <summary>A VPC with a NAT gateway and an attachment: subnets of the attachment, whether the public subnet returns to the Transit Gateway, findings.</summary>
    public static TheoryData<string[], bool, int> Egress => new()
    {
        { ["private"], true, 0 },
        { ["private"], false, 2 },
        { ["other"], true, 2 },
    };

    [Theory]
    [MemberData(nameof(Egress))]
    public void A_VPC_that_only_passes_traffic_on_is_told_by_its_subnets_and_routes(string[] attached, bool returns, int findings)
    {
        DeclaredRoute[] back = returns ? [new DeclaredRoute("back", "10.0.0.0/8", RouteTarget.TransitGateway, "tgw")] : [];
        var network = new DeclaredNetwork
        {
            Vpcs = [new DeclaredVpc("aws_vpc.a", "a", null)],
            Subnets = [Subnet("a", "eu-west-1a") with { Address = "private" }, Subnet("a", "eu-west-1a") with { Address = "public" }],
            NatGateways = [Nat("n", "aws_vpc.a")],
            Attachments = [Attachment("one", "aws_vpc.a") with { Subnets = attached }],
            RouteTables =
            [
                new DeclaredRouteTable("t", "aws_vpc.a", false, ["private"], [new DeclaredRoute("r", "0.0.0.0/0", RouteTarget.NatGateway, "n")]),
                new DeclaredRouteTable("p", "aws_vpc.a", false, ["public"], [new DeclaredRoute("o", "0.0.0.0/0", RouteTarget.InternetGateway, "igw"), .. back]),
            ],
        };
        Assert.Equal(findings, Designs.Review(network, Dialect.Terraform).Count(finding => finding.Code == "free-gateway-endpoint-missing"));
    }

    [Fact]
    public void No_remedy_is_one_that_AWS_refuses()
    {
        var zones = new ZonesOf(["eu-west-1a"], 1, 1, Origin.Declared);
        var on = Endpoint("on", zones) with { Service = "kms" };
        var second = Endpoint("second", zones) with { Service = "kms", PrivateDns = (false, Origin.Default) };
        // AWS gives private DNS to one endpoint for a service.
        var found = Assert.Single(Designs.Review(Two with { Endpoints = [on, second] }, Dialect.Terraform), finding => finding.Code == "endpoint-captures-nothing");
        Assert.Equal("Remove second.", found.Remedy);
        // A hosted zone of the service's name directs its traffic, and AWS refuses private DNS beside it.
        var zone = new DeclaredHostedZone("zone", "kms.eu-west-1.amazonaws.com", ["aws_vpc.a"]);
        Assert.DoesNotContain(
            Designs.Review(Two with { Endpoints = [second], HostedZones = [zone] }, Dialect.Terraform), finding => finding.Code == "endpoint-captures-nothing");
    }

    private static DeclaredEndpoint[] Services(DeclaredEndpoint[] endpoints, params string[] services) =>
        [.. endpoints.Zip(services, (endpoint, service) => endpoint with { Service = service })];

    private static ImportedLayout Make(DeclaredNetwork network) => LayoutMakerTests.Make(network);

    private static decimal Cost(Layout layout) => Shipped.Compare(new ComparisonRequest { Region = "eu-west-1", Layouts = [layout] }).Layouts[0].MonthlyCost;

    private static DeclaredSubnet Subnet(string vpc, string zone) => new($"{vpc}.{zone}", $"aws_vpc.{vpc}", zone, null);

    private static DeclaredNat Nat(string address, string vpc) =>
        new(address, vpc, null, NatMode.Zonal, new ZonesOf(["eu-west-1a"], 1, 1, Origin.Declared), 1);

    private static DeclaredAddress Address(string address, AddressPool pool = AddressPool.Amazon) => new(address, null, false, null) { Pool = pool };

    private static DeclaredEndpoint Endpoint(string address, ZonesOf zones) =>
        new(address, "aws_vpc.a", null, EndpointType.Interface, "sqs", zones, [], (true, Origin.Declared), false, null);

    private static DeclaredAttachment Attachment(string name, string? vpc = null) =>
        new($"attachment.{name}", null, "tgw", vpc, "vpc") { PossibleVpcs = vpc is null ? ["aws_vpc.a", "aws_vpc.b"] : [] };
}
