using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.Terraform;

namespace CostApi.Tests.Reviewing.Terraform;

/// <summary>What a reference leads to for certain, and what it may lead to.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, (Func<Plan> Plan, string[] Lines)> Cases = new()
    {
        ["one instance by its name"] = (() => Subnet("aws_vpc.a.id"), ["subnet aws_subnet.s: eu-west-1a, eu-west-1, in aws_vpc.a"]),
        ["a conditional"] = (() => Subnet("aws_vpc.a.id aws_vpc.b.id var.x"),
            ["subnet aws_subnet.s: eu-west-1a, eu-west-1, in one of [aws_vpc.a aws_vpc.b]"]),
        ["a conditional whose other block has no instance"] =
            (() => Subnet("aws_vpc.a.id aws_vpc.none var.x"), ["subnet aws_subnet.s: eu-west-1a, eu-west-1, in aws_vpc.a"]),
        ["a data source that is not read beside a resource"] =
            (() => Subnet("aws_vpc.a.id data.aws_ssm_parameter.vpc.value"),
            ["subnet aws_subnet.s: eu-west-1a, eu-west-1, in one of [aws_vpc.a]"]),
        ["a local that can mean two"] =
            (() => Subnet("local.vpc"), ["subnet aws_subnet.s: eu-west-1a, eu-west-1, in one of [aws_vpc.a aws_vpc.b]"]),
        ["a local of a module that sees one"] =
            (() => Network("local.vpc"), ["subnet module.net.aws_subnet.s: eu-west-1a, eu-west-1, in module.net.aws_vpc.own"]),
        ["a local of a module that sees its own and one that is given"] = (
            () => Network("local.vpc", "aws_vpc.a.id"),
                ["subnet module.net.aws_subnet.s: eu-west-1a, eu-west-1, in one of [module.net.aws_vpc.own aws_vpc.a]"]),
        ["a local of a module that is given the caller's local"] = (
            () => Network("local.vpc", "local.name"), ["subnet module.net.aws_subnet.s: eu-west-1a, eu-west-1, in module.net.aws_vpc.own"]),
        ["a variable of a module"] =
            (() => Network("var.given", "aws_vpc.a.id"), ["subnet module.net.aws_subnet.s: eu-west-1a, eu-west-1, in aws_vpc.a"]),
        ["a map of a module"] = (
            () => Network("var.given", "aws_vpc.a.id aws_vpc.b.id"),
                ["subnet module.net.aws_subnet.s: eu-west-1a, eu-west-1, in one of [aws_vpc.a aws_vpc.b]"]),
        ["the value of a map"] = (Attachments, [
            "attachment module.hub.aws_ec2_transit_gateway_vpc_attachment.t[\"one\"]: vpc, one of [aws_vpc.a aws_vpc.b] to "
                + "module.hub.aws_ec2_transit_gateway.t, eu-west-1",
            "attachment module.hub.aws_ec2_transit_gateway_vpc_attachment.t[\"two\"]: vpc, one of [aws_vpc.a aws_vpc.b] to "
                + "module.hub.aws_ec2_transit_gateway.t, eu-west-1",
        ]),
        ["the instance of the same number"] =
            (() => Routes("aws_nat_gateway.n count.index", 2), ["route aws_route.r[1]: 0.0.0.0/0 to NatGateway aws_nat_gateway.n[1]"]),
        ["the instance of the same number, if a switch says so"] = (
            () => Routes("aws_nat_gateway.n count.index var.single", 2),
                ["route aws_route.r[1]: 0.0.0.0/0 to NatGateway aws_nat_gateway.n[1]"]),
        ["an instance by some arithmetic"] = (
            () => Routes("aws_nat_gateway.n count.index var.offset", 2),
                ["route aws_route.r[1]: 0.0.0.0/0 to NatGateway one of [aws_nat_gateway.n[0] aws_nat_gateway.n[1]]"]),
        ["element() over fewer than there are"] = (
            () => Routes("aws_nat_gateway.n count.index", 3),
                ["route aws_route.r[0]: 0.0.0.0/0 to NatGateway one of [aws_nat_gateway.n[0] aws_nat_gateway.n[1]]"]),
        ["the only instance"] =
            (() => Routes("aws_nat_gateway.single count.index", 3),
            ["route aws_route.r[2]: 0.0.0.0/0 to NatGateway aws_nat_gateway.single[0]"]),
        ["the only one of two blocks that has instances"] = (
            () => Routes("aws_nat_gateway.none aws_nat_gateway.single count.index", 3),
                ["route aws_route.r[2]: 0.0.0.0/0 to NatGateway aws_nat_gateway.single[0]"]),
        ["coalescelist() of two blocks"] = (Tables, [
            "table aws_route_table.a[0]: in aws_vpc.v; subnets [], perhaps [aws_subnet.s]",
            "table aws_route_table.b[0]: in aws_vpc.v; subnets [], perhaps [aws_subnet.s]",
            "perhaps route aws_route.r: 0.0.0.0/0 to NatGateway nat-1",
        ]),
        ["a whole block as a list"] =
            (() => Endpoint("aws_subnet.a"),
            ["endpoint aws_vpc_endpoint.e: Interface ?, 2 zones [eu-west-1a eu-west-1b] (Reference), private DNS off (Default), "
            + "eu-west-1, in aws_vpc.a"]),
        ["single instances as a list"] = (
            () => Endpoint("aws_subnet.a[0].id aws_subnet.a[1].id"),
                ["endpoint aws_vpc_endpoint.e: Interface ?, 2 zones [eu-west-1a eu-west-1b] (Reference)"]),
        ["a list cut by a variable"] =
            (() => Endpoint("aws_subnet.a var.x"), ["endpoint aws_vpc_endpoint.e: Interface ?, 1 to 2 zones [] (Assumed)"]),
        ["lists of two VPCs"] =
            (() => Endpoint("aws_subnet.a aws_subnet.b"),
            ["endpoint aws_vpc_endpoint.e: Interface ?, 1 to 3 zones [] (Assumed), private DNS off (Default), eu-west-1, in one of "
            + "[aws_vpc.a aws_vpc.b]"]),
        ["lists of two VPCs in a VPC that is known"] = (
            () => Endpoint("aws_subnet.a aws_subnet.b", "aws_vpc.a.id"),
                ["endpoint aws_vpc_endpoint.e: Interface ?, 1 to 2 zones [] (Assumed), private DNS off (Default), eu-west-1, in "
                + "aws_vpc.a"]),
        ["subnets that cannot be told at all"] = (
            () => Endpoint("data.aws_ssm_parameter.s.value", "aws_vpc.b.id"),
                ["endpoint aws_vpc_endpoint.e: Interface ?, 1 to 3 zones [] (Assumed), private DNS off (Default), eu-west-1, in "
                + "aws_vpc.b"]),
        ["subnets of a VPC of which no zone is known"] = (
            () => Endpoint("data.aws_ssm_parameter.s.value", "aws_vpc.c.id"),
                ["endpoint aws_vpc_endpoint.e: Interface ?, 1 to 6 zones [] (Assumed), private DNS off (Default), eu-west-1, in "
                + "aws_vpc.c"]),
        ["one provider Region of two"] = (() => Provider("var.east var.west", sensitive: false), ["vpc aws_vpc.a: name ?, ?"]),
        ["a provider Region by a variable"] = (() => Provider("var.east", sensitive: false), ["vpc aws_vpc.a: name ?, us-east-1"]),
        ["a provider Region by a sensitive variable"] = (() => Provider("var.east", sensitive: true), ["vpc aws_vpc.a: name ?, ?"]),
        ["an address of two in a local"] = (() => Gateway("local.ids", 2), [
            "nat aws_nat_gateway.n: Zonal, 1 zones [eu-west-1a] (Reference), 1 addresses, eu-west-1, in aws_vpc.a; uses [] and 1 unknown",
            "address aws_eip.e0: attached or not, who knows, eu-west-1",
        ]),
        ["the only address that a local can mean"] = (() => Gateway("local.ids", 1), [
            "in aws_vpc.a; uses [aws_eip.e0]",
            "address aws_eip.e0: attached to aws_nat_gateway.n, eu-west-1",
        ]),
        ["the instance whose key is a value of a set"] = (() => Keyed("aws_vpc.v each.value"),
            ["subnet aws_subnet.s[\"y\"]: eu-west-1a, eu-west-1, in aws_vpc.v[\"y\"]"]),
        ["an instance that a map picks"] = (() => Keyed("aws_vpc.v each.value.key"),
            ["subnet aws_subnet.s[\"y\"]: eu-west-1a, eu-west-1, in one of [aws_vpc.v[\"x\"] aws_vpc.v[\"y\"]]"]),
        ["a Region of its own that is not known yet"] = (() => OwnRegion("each.value"), ["vpc aws_vpc.r: name ?, ?"]),
        ["an instance of a module by each.key"] =
            (() => ModuleByKey("module.net each.key"),
            ["subnet aws_subnet.s[\"y\"]: eu-west-1a, eu-west-1, in module.net[\"y\"].aws_vpc.v"]),
        ["the module that is repeated over"] =
            (() => ModuleByKey("each.value.vpc_id"), ["subnet aws_subnet.s[\"y\"]: eu-west-1a, eu-west-1, in module.net[\"y\"].aws_vpc.v"]),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_reference_is_a_fact_or_a_set_of_possibilities(string name)
    {
        var text = Rendered.Text(TerraformReader.Read(Cases[name].Plan().Bytes()));
        Assert.All(Cases[name].Lines, line => Assert.Contains(line, text, StringComparison.Ordinal));
    }

    private static Plan Subnet(string vpc)
    {
        var plan = new Plan().Has("aws_vpc.a").Has("aws_vpc.b").Subnet("aws_subnet.s", "eu-west-1a");
        plan.Root.Variables["x"] = new { @default = 1 };
        plan.Root.Block("aws_vpc.a", new { }).Block("aws_vpc.b", new { }).Block("aws_subnet.s", new { vpc_id = vpc });
        return plan;
    }

    private static Plan Network(string vpc, string? given = null)
    {
        var plan = new Plan().Has("aws_vpc.a").Has("aws_vpc.b").Has("module.net.aws_vpc.own").Subnet("module.net.aws_subnet.s",
            "eu-west-1a");
        plan.Root.Call("net", given is null ? new { }
            : new { given }).Block("aws_vpc.own", new { }).Block("aws_subnet.s", new { vpc_id = vpc });
        return plan;
    }

    private static Plan Attachments()
    {
        var plan = Subnet("aws_vpc.a.id").Subnet("aws_subnet.t", "eu-west-1a").Has("module.hub.aws_ec2_transit_gateway.t");
        plan.Root.Block("aws_subnet.t", new { vpc_id = "aws_vpc.b.id" });
        plan.Root.Call("hub", new { attachments = "aws_vpc.a.id aws_subnet.s.id aws_vpc.b.id aws_subnet.t.id" })
            .Block("aws_ec2_transit_gateway_vpc_attachment.t",
                new
                {
                    vpc_id = "each.value.vpc_id",
                    subnet_ids = "each.value.subnet_ids",
                    transit_gateway_id = "aws_ec2_transit_gateway.t.id"
                }, "var.attachments");
        foreach (var key in new[] { "one", "two" })
            plan.Has($"module.hub.aws_ec2_transit_gateway_vpc_attachment.t[\"{key}\"]", unknown: "vpc_id subnet_ids transit_gateway_id");
        return plan;
    }

    private static Plan Routes(string gateway, int count)
    {
        var plan = new Plan().Has("aws_route_table.t",
            new { vpc_id = "vpc-1" }).Has("aws_nat_gateway.n[0]").Has("aws_nat_gateway.n[1]").Has("aws_nat_gateway.single[0]");
        plan.Root.Variables["single"] = new { @default = false };
        plan.Root.Variables["offset"] = new { @default = 1 };
        plan.Root.Block("aws_route_table.t", new { }).Block("aws_nat_gateway.none", new { }).Block("aws_route.r",
            new { route_table_id = "aws_route_table.t.id", nat_gateway_id = gateway });
        for (var i = 0; i < count; i++)
            plan.Has($"aws_route.r[{i}]", new { destination_cidr_block = "0.0.0.0/0" }, "route_table_id nat_gateway_id");
        return plan;
    }

    private static Plan Tables()
    {
        var plan = new Plan().Has("aws_vpc.v").Has("aws_route_table.a[0]", unknown: "vpc_id").Has("aws_route_table.b[0]",
            unknown: "vpc_id").Subnet("aws_subnet.s", "eu-west-1a")
            .Has("aws_route_table_association.s", unknown: "route_table_id subnet_id").Has("aws_route.r",
                new { destination_cidr_block = "0.0.0.0/0", nat_gateway_id = "nat-1" }, "route_table_id");
        plan.Root.Block("aws_route_table.a", new { vpc_id = "aws_vpc.v.id" }).Block("aws_route_table.b",
            new { vpc_id = "aws_vpc.v.id" }).Block("aws_subnet.s", new { vpc_id = "aws_vpc.v.id" })
            .Block("aws_route_table_association.s",
                new { route_table_id = "aws_route_table.a aws_route_table.b", subnet_id = "aws_subnet.s.id" })
            .Block("aws_route.r", new { route_table_id = "aws_route_table.a aws_route_table.b" });
        return plan;
    }

    private static Plan Endpoint(string subnets, string? vpc = null)
    {
        var plan = new Plan().Has("aws_vpc.a").Has("aws_vpc.b").Has("aws_vpc.c").Has("aws_vpc_endpoint.e",
            new { vpc_endpoint_type = "Interface" }, "vpc_id subnet_ids service_name");
        plan.Root.Variables["x"] = new { @default = 1 };
        plan.Root.Block("aws_subnet.a", new { vpc_id = "aws_vpc.a.id" }).Block("aws_subnet.b", new { vpc_id = "aws_vpc.b.id" })
            .Block("aws_vpc_endpoint.e", vpc is null ? new { subnet_ids = subnets } : new { subnet_ids = subnets, vpc_id = vpc });
        foreach (var (block, zones) in new[] { ("a", "ab"), ("b", "abc") })
            for (var i = 0; i < zones.Length; i++) plan.Subnet($"aws_subnet.{block}[{i}]", $"eu-west-1{zones[i]}");
        return plan;
    }

    private static Plan Provider(string region, bool sensitive)
    {
        var plan = new Plan().Has("aws_vpc.a");
        plan.Providers["aws"] = new { name = "aws", expressions = new { region = Plan.Refers(region) } };
        plan.Root.Block("aws_vpc.a", new { });
        foreach (var (name, code) in new[] { ("east", "us-east-1"), ("west", "us-west-2") })
            plan.Root.Variables[name] = new { @default = code, sensitive };
        return plan;
    }

    private static Plan Gateway(string allocation, int addresses)
    {
        var plan = Subnet("aws_vpc.a.id").Has("aws_nat_gateway.n", new { connectivity_type = "public" }, "allocation_id subnet_id");
        for (var i = 0; i < addresses; i++) plan.Has($"aws_eip.e{i}").Root.Block($"aws_eip.e{i}", new { });
        plan.Root.Block("aws_nat_gateway.n", new { allocation_id = allocation, subnet_id = "aws_subnet.s.id" });
        return plan;
    }

    private static Plan Keyed(string vpc)
    {
        var plan = new Plan();
        plan.Root.Block("aws_vpc.v", new { }).Block("aws_subnet.s", new { vpc_id = vpc }, "local.names");
        foreach (var key in new[] { "x", "y" }) plan.Has($"aws_vpc.v[\"{key}\"]").Subnet($"aws_subnet.s[\"{key}\"]", "eu-west-1a");
        return plan;
    }

    private static Plan OwnRegion(string region)
    {
        var plan = new Plan().Has("aws_vpc.r", unknown: "region").Has("aws_vpc.w");
        plan.Providers["w"] = new { name = "aws", expressions = new { region = new { constant_value = "us-west-2" } } };
        plan.Root.Block("aws_vpc.r", new { region }).Block("aws_vpc.w", new { }, provider: "w");
        plan.Has("aws_vpc.e").Root.Block("aws_vpc.e", new { });
        return plan;
    }

    private static Plan ModuleByKey(string vpc)
    {
        var plan = new Plan();
        plan.Root.Call("net", new { }, "var.names").Block("aws_vpc.v", new { }).Output("vpc_id", "aws_vpc.v.id").Output("other", "local.x");
        plan.Root.Block("aws_subnet.s", new { vpc_id = vpc }, "module.net");
        foreach (var key in new[] { "x", "y" })
            plan.Has($"module.net[\"{key}\"].aws_vpc.v").Subnet($"aws_subnet.s[\"{key}\"]", "eu-west-1a");
        return plan;
    }
}
