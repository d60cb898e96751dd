using CostApi.Core.Advising;
using CostApi.Core.Layouts;
using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.Findings;
using CostApi.Core.Reviewing.Terraform;
using CostApi.Tests.Reviewing.CloudFormation;

namespace CostApi.Tests.Reviewing.Findings;

/// <summary>Designs that documents only half tell of, large ones, and ones that no document should hold.</summary>
public sealed class OddDesignTests
{
    private static readonly DeclaredNetwork App = new()
    {
        Vpcs = [new DeclaredVpc("app", "app", null)],
        Subnets = [Subnet("a"), Subnet("b")],
        NatGateways = [Nat("one", "eu-west-1a")],
        RouteTables = [Table("private", ["a", "b"], "one")],
    };

    [Fact]
    public void Route_tables_that_are_not_known_lack_nothing()
    {
        Assert.Contains(FindingCodes.GatewayEndpointLacksRouteTable, Codes(App with { Endpoints = [Gateway("s3", [])] }));
        Assert.DoesNotContain(FindingCodes.GatewayEndpointLacksRouteTable, Codes(App with { Endpoints = [Gateway("s3", null)] }));
    }

    [Fact]
    public void Two_gateway_endpoints_cover_the_tables_of_both()
    {
        var network = App with { RouteTables = [Table("private", ["a"], "one"), Table("other", ["b"], "one")] };
        Assert.Contains(FindingCodes.GatewayEndpointLacksRouteTable, Codes(network with { Endpoints = [Gateway("s3", ["private"])] }));
        Assert.DoesNotContain(FindingCodes.GatewayEndpointLacksRouteTable, Codes(network with { Endpoints = [Gateway("s3", ["private"]), Gateway("s3 again", ["other"])] }));
    }

    [Fact]
    public void The_main_table_holds_for_subnets_without_one_of_their_own()
    {
        var network = App with { RouteTables = [Table("private", ["a"], "one"), Table("main", [], "one") with { IsMain = true }], Endpoints = [Gateway("s3", ["private"])] };
        var finding = Assert.Single(Review(network), finding => finding.Code == FindingCodes.GatewayEndpointLacksRouteTable);
        Assert.Equal(["s3", "main"], finding.Addresses);
        Assert.DoesNotContain(FindingCodes.GatewayEndpointLacksRouteTable, Codes(network with { Subnets = [Subnet("a")] }));
    }

    [Fact]
    public void A_gateway_is_unused_only_where_all_routes_are_known()
    {
        var network = App with { NatGateways = [.. App.NatGateways, Nat("two", "eu-west-1b")] };
        Assert.Contains(FindingCodes.NatGatewayUnused, Codes(network));
        Assert.DoesNotContain(FindingCodes.NatGatewayUnused, Codes(network with { Subnets = [.. network.Subnets, Subnet("c")] }));
        Assert.DoesNotContain(FindingCodes.NatGatewayUnused, Codes(network with { RouteTables = [.. network.RouteTables, Table("more", ["b"], null)] }));
        Assert.DoesNotContain(FindingCodes.NatGatewayUnused, Codes(network with { RouteTables = [.. network.RouteTables, Table("foreign", ["x"], "one") with { Vpc = null }] }));
        Assert.DoesNotContain(FindingCodes.NatGatewayUnused, Codes(network with { Vpcs = [App.Vpcs[0] with { IsDeclared = false }] }));
    }

    [Fact]
    public void A_zone_that_is_not_known_or_not_comparable_is_not_another()
    {
        Assert.Contains(FindingCodes.CrossZoneNat, Codes(App));
        Assert.DoesNotContain(FindingCodes.CrossZoneNat, Codes(App with { Subnets = [Subnet("a"), Subnet("b") with { Zone = null }] }));
        Assert.DoesNotContain(FindingCodes.CrossZoneNat, Codes(App with { Subnets = [Subnet("a"), Subnet("b") with { Zone = "euw1-az2" }] }));
        Assert.DoesNotContain(FindingCodes.CrossZoneNat, Codes(App with { NatGateways = [App.NatGateways[0] with { Zones = new ZonesOf([], 1, 1, Origin.Assumed) }] }));
    }

    [Fact]
    public void Only_VPCs_of_one_Transit_Gateway_share_an_endpoint()
    {
        string[] names = ["one", "two", "three"];
        var network = new DeclaredNetwork
        {
            Vpcs = [.. names.Select(name => new DeclaredVpc(name, name, null))],
            Endpoints = [.. names.Select(name => Interface($"{name}.sqs", name))],
            Attachments = [.. names.Select(name => new DeclaredAttachment($"{name}.attachment", null, "tgw", name, "vpc"))],
        };
        Assert.Equal(["one.sqs", "two.sqs", "three.sqs"], Assert.Single(Review(network), finding => finding.Code == FindingCodes.EndpointNotCentralized).Addresses);
        Assert.DoesNotContain(FindingCodes.EndpointNotCentralized, Codes(network with { Attachments = [.. network.Attachments.Select(attachment => attachment with { TransitGateway = attachment.Vpc == "two" ? "another" : "tgw" })] }));
    }

    [Fact]
    public void Private_DNS_that_is_not_known_is_not_called_off()
    {
        Assert.Contains(FindingCodes.EndpointCapturesNothing, Codes(App with { Endpoints = [Interface("sqs", "app") with { PrivateDns = (false, Origin.Default) }] }));
        Assert.DoesNotContain(FindingCodes.EndpointCapturesNothing, Codes(App with { Endpoints = [Interface("sqs", "app") with { PrivateDns = (false, Origin.Assumed) }] }));
    }

    [Fact]
    public async Task A_design_of_twenty_thousand_resources_takes_no_time()
    {
        var network = Large(vpcs: 40, subnets: 150, tables: 150);
        Assert.InRange(network.Subnets.Count + network.RouteTables.Count + network.RouteTables.Sum(table => table.Routes.Count) + network.Endpoints.Count, 18_000, 30_000);
        Review(App);
        var design = Designs.Of(network, Dialect.Terraform, "eu-west-1")!;
        Assert.NotEmpty(await Waiting.EndAsync(() => DesignAdviser.Advise(design, [])));
    }

    [Fact]
    public void Whatever_a_document_leaves_out_findings_come_with_addresses_of_it_and_nothing_is_thrown()
    {
        DeclaredNetwork[] networks =
        [
            TerraformReader.Read(File.ReadAllBytes(Repository.Folder("tests/CostApi.Tests/Reviewing/Terraform/Fixtures/design-faults/plan.json"))).After,
            Reading.Document(File.ReadAllBytes(Repository.Folder("tests/CostApi.Tests/Reviewing/CloudFormation/Fixtures/design-faults/DesignFaults.template.json"))).After,
            App with { Endpoints = [Gateway("s3", ["private"]), Interface("sqs", "app")] },
        ];
        var random = new Random(20_261);
        for (var i = 0; i < 1500; i++)
        {
            var damaged = Damage.Done(networks[random.Next(networks.Length)], random);
            var known = Damage.AddressesIn(damaged);
            foreach (var finding in Designs.Review(damaged, random.Next(2) == 0 ? Dialect.Terraform : Dialect.CloudFormation))
            {
                Assert.NotEmpty(finding.Message);
                Assert.All(finding.Addresses ?? [], address => Assert.Contains(address, known));
                Assert.True(finding.MonthlySaving is null or > 0, $"Mutation {i}: {finding.Code} saves {finding.MonthlySaving}.");
            }
        }
    }

    private static DeclaredNetwork Large(int vpcs, int subnets, int tables)
    {
        var all = Enumerable.Range(0, vpcs).Select(vpc => $"vpc{vpc}").ToArray();
        return new DeclaredNetwork
        {
            Vpcs = [.. all.Select(vpc => new DeclaredVpc(vpc, vpc, null))],
            Subnets = [.. all.SelectMany(vpc => Enumerable.Range(0, subnets).Select(i => new DeclaredSubnet($"{vpc}.s{i}", vpc, $"eu-west-1{"abc"[i % 3]}", null)))],
            NatGateways = [.. all.SelectMany(vpc => "ab".Select(zone => Nat($"{vpc}.nat-{zone}", $"eu-west-1{zone}") with { Vpc = vpc }))],
            RouteTables = [.. all.SelectMany(vpc => Enumerable.Range(0, tables).Select(i => Table($"{vpc}.t{i}", [$"{vpc}.s{i}"], $"{vpc}.nat-a") with { Vpc = vpc }))],
            Endpoints = [.. all.SelectMany(vpc => Enumerable.Range(0, 40).Select(i => Interface($"{vpc}.e{i}", vpc) with { Service = $"com.amazonaws.eu-west-1.service{i}", Subnets = [$"{vpc}.s0", $"{vpc}.s1", $"{vpc}.s3"] }).Prepend(Gateway($"{vpc}.s3", []) with { Vpc = vpc }))],
            Attachments = [.. all.Select(vpc => new DeclaredAttachment($"{vpc}.attachment", null, "tgw", vpc, "vpc"))],
        };
    }

    private static IReadOnlyList<Finding> Review(DeclaredNetwork network) => Designs.Review(network, Dialect.Terraform);

    private static IEnumerable<string> Codes(DeclaredNetwork network) => Review(network).Select(finding => finding.Code);

    private static DeclaredSubnet Subnet(string zone) => new(zone, "app", $"eu-west-1{zone}", null);

    private static DeclaredNat Nat(string name, string zone) => new(name, "app", null, NatMode.Zonal, new ZonesOf([zone], 1, 1, Origin.Reference), 1);

    private static DeclaredRouteTable Table(string name, string[] subnets, string? nat) =>
        new(name, "app", false, subnets, [new DeclaredRoute(name, "0.0.0.0/0", RouteTarget.NatGateway, nat), new DeclaredRoute(name, "10.0.0.0/8", RouteTarget.TransitGateway, "tgw")]);

    private static DeclaredEndpoint Gateway(string name, string[]? tables) =>
        new(name, "app", null, EndpointType.Gateway, "com.amazonaws.eu-west-1.s3", new ZonesOf([], 0, 0, Origin.Default), [], (false, Origin.Default), false, tables);

    private static DeclaredEndpoint Interface(string name, string vpc) =>
        new(name, vpc, null, EndpointType.Interface, "com.amazonaws.eu-west-1.sqs", new ZonesOf(["eu-west-1a", "eu-west-1b"], 2, 2, Origin.Reference), [], (true, Origin.Declared), false, []);
}
