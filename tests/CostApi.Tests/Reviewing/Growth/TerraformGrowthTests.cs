using CostApi.Core.Reviewing.Terraform;
using CostApi.Tests.Reviewing.Terraform;

namespace CostApi.Tests.Reviewing.Growth;

/// <summary>Plans that have one construct many times, each of which refers to others in more ways than there are things.</summary>
public sealed class TerraformGrowthTests
{
    private const int Many = 300;

    private static readonly Dictionary<string, (Func<int, byte[]> Document, int N)> Constructs = new()
    {
        ["a Region through many variables of each module of a chain"] = (width => Region(6, width), 40),
        ["a Region through a chain of modules"] = (depth => Region(depth, 12), 12),
        ["a VPC through many variables of each module of a chain"] = (width => Chain(6, width), 40),
        ["a VPC through a chain of modules"] = (depth => Chain(depth, 12), 12),
        ["one expression with many references"] = (LongList, 2_000),
        ["many instances of a block that refers to many others"] = (InstancesOfAList, Many),
        ["many instances of a module that refers to many others"] = (InstancesOfAModule, Many),
        ["many outputs of many instances of a module"] = (OutputsOfInstances, Many),
        ["a chain of resources that name each other"] = (ResourceChain, Many),
        ["many variables of one module"] = (ManyVariables, Many),
        ["many routes in one table"] = (RoutesOfATable, Many),
        ["many associations with one of many route tables"] = (Associations, Many),
        ["many gateways with one of many addresses of a local"] = (AddressesOfALocal, Many),
        ["many modules that mention many endpoints"] = (Mentions, Many),
        ["many provider configurations"] = (Providers, Many),
        ["locals in each module of a chain"] = (Locals, 12),
        ["a hosted zone with many records"] = (Records, Many),
    };

    public static TheoryData<string> Names => [.. Constructs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Twice_as_much_of_a_construct_takes_at_most_three_times_the_work_and_memory(string construct) =>
        Growing.IsLinear((document, work) => TerraformReader.Read(document, work), Constructs[construct].Document, Constructs[construct].N);

    private static string Joined(int n, Func<int, string> name) => string.Join(' ', Enumerable.Range(0, n).Select(name));

    private static byte[] Region(int depth, int width)
    {
        var plan = new Plan();
        var references = Joined(width, i => $"var.r.a{i}");
        var (module, address) = (plan.Root, "");
        for (var level = 0; level < depth; level++)
        {
            module = module.Call("m", new { r = references });
            address += address.Length > 0 ? ".module.m" : "module.m";
        }

        plan.Providers["m:aws"] = new { name = "aws", module_address = address, expressions = new { region = Plan.Refers(references) } };
        module.Block("aws_vpc.v", new { }, provider: "m:aws");
        return plan.Has($"{address}.aws_vpc.v").Bytes();
    }

    private static byte[] Chain(int depth, int width)
    {
        var plan = new Plan().Has("aws_vpc.a").Has("aws_vpc.b");
        var (module, address) = (plan.Root, "");
        for (var level = 0; level < depth; level++)
        {
            module = module.Call("m", new { r = level == 0 ? "aws_vpc.a.id aws_vpc.b.id" : Joined(width, i => $"var.r.a{i}") });
            module.Output("o", Joined(width, i => $"var.r.b{i}"));
            address += address.Length > 0 ? ".module.m" : "module.m";
        }

        module.Block("aws_subnet.s", new { vpc_id = Joined(width, i => $"var.r.c{i}") });
        plan.Root.Block("aws_subnet.s", new { vpc_id = "module.m.o" });
        return plan.Subnet($"{address}.aws_subnet.s", "eu-west-1a").Subnet("aws_subnet.s", "eu-west-1b").Bytes();
    }

    private static byte[] LongList(int n)
    {
        var plan = new Plan().Has("aws_vpc.v").Has("aws_vpc_endpoint.e", new { vpc_endpoint_type = "Interface" }, "subnet_ids vpc_id");
        plan.Root.Block("aws_vpc_endpoint.e", new { subnet_ids = Joined(n, i => $"aws_subnet.s{i}.id"), vpc_id = "aws_vpc.v.id" });
        for (var i = 0; i < n; i++)
            plan.Subnet($"aws_subnet.s{i}", "eu-west-1a").Root.Block($"aws_subnet.s{i}", new { vpc_id = "aws_vpc.v.id" });
        return plan.Bytes();
    }

    private static byte[] InstancesOfAList(int n)
    {
        var plan = new Plan();
        for (var i = 0; i < n; i++)
        {
            plan.Has($"aws_vpc.v{i}").Root.Block($"aws_vpc.v{i}", new { });
            plan.Has($"aws_vpc_endpoint.e[{i}]", new { vpc_endpoint_type = "Interface" }, "subnet_ids vpc_id");
            plan.Subnet($"aws_subnet.s{i}", "eu-west-1a").Root.Block($"aws_subnet.s{i}", new { vpc_id = $"aws_vpc.v{i}.id" });
        }

        plan.Root.Block("aws_vpc_endpoint.e",
            new
            {
                subnet_ids = "each.value.s count.index " + Joined(n, i => $"aws_subnet.s{i}.id"),
                vpc_id = "count.index " + Joined(n, i => $"aws_vpc.v{i}.id")
            }, "local.x");
        return plan.Bytes();
    }

    private static byte[] InstancesOfAModule(int n)
    {
        var plan = new Plan();
        var module = plan.Root.Call("m", new { all = "each.value.x " + Joined(n, i => $"aws_vpc.v{i}.id") },
            Joined(n, i => $"aws_vpc.v{i}"));
        module.Block("aws_subnet.s", new { vpc_id = Joined(n, i => $"var.all.a{i}") });
        for (var i = 0; i < n; i++)
            plan.Has($"aws_vpc.v{i}").Subnet($"module.m[\"k{i}\"].aws_subnet.s", "eu-west-1a").Root.Block($"aws_vpc.v{i}", new { });
        return plan.Bytes();
    }

    private static byte[] OutputsOfInstances(int n)
    {
        var plan = new Plan();
        var module = plan.Root.Call("m", new { }, "var.names").Block("aws_vpc.v", new { });
        for (var i = 0; i < n; i++)
        {
            module.Output($"o{i}", "aws_vpc.v.id");
            plan.Has($"module.m[\"k{i}\"].aws_vpc.v").Subnet($"aws_subnet.s{i}", "eu-west-1a").Root.Block($"aws_subnet.s{i}",
                new { vpc_id = $"module.m.o{i}" });
            plan.Subnet($"aws_subnet.t{i}", "eu-west-1a").Root.Block($"aws_subnet.t{i}", new { vpc_id = $"module.m[\"k{i}\"].o{i}" });
        }

        plan.Subnet("aws_subnet.all", "eu-west-1a").Root.Block("aws_subnet.all", new { vpc_id = "module.m local.k" });
        return plan.Bytes();
    }

    private static byte[] ResourceChain(int n)
    {
        var plan = new Plan().Has("aws_vpc.v");
        for (var i = 0; i < n; i++)
            plan.Subnet($"aws_subnet.s{i}", "eu-west-1a").Root.Block($"aws_subnet.s{i}",
                new { vpc_id = i + 1 < n ? $"aws_subnet.s{i + 1}.vpc_id" : "aws_vpc.v.id" });
        return plan.Bytes();
    }

    private static byte[] ManyVariables(int n)
    {
        var plan = new Plan();
        var expressions = new Dictionary<string, object>();
        var module = plan.Root.Call("m", expressions);
        for (var i = 0; i < n; i++)
        {
            expressions[$"v{i}"] = Plan.Refers($"aws_vpc.v{i}.id");
            module.Variables[$"v{i}"] = new { };
            plan.Has($"aws_vpc.v{i}").Subnet($"module.m.aws_subnet.s{i}", "eu-west-1a").Root.Block($"aws_vpc.v{i}", new { });
            module.Block($"aws_subnet.s{i}", new { vpc_id = $"var.v{i}" });
        }

        return plan.Bytes();
    }

    private static byte[] RoutesOfATable(int n)
    {
        var plan = new Plan().Has("aws_vpc.v");
        var known = Enumerable.Range(0, n).Select(i => new { cidr_block = $"10.{i / 250}.{i % 250}.0/24" }).ToArray();
        plan.Has("aws_route_table.t", new { route = known }, "vpc_id");
        plan.Root.Block("aws_route_table.t", new
        {
            vpc_id = "aws_vpc.v.id",
            route = known.Select((route, i) =>
                (object)new { cidr_block = Plan.Is(route.cidr_block), nat_gateway_id = Plan.Refers($"aws_nat_gateway.n{i}.id") }).ToArray(),
        });
        plan.Has("aws_route_table.u",
            new { route = known.Select(route => new { nat_gateway_id = "nat-1", route.cidr_block }).ToArray() }, "vpc_id");
        plan.Root.Block("aws_route_table.u", new
        {
            vpc_id = "aws_vpc.v.id",
            route = known.Select(_ => (object)new { gateway_id = Plan.Refers("local.x"), nat_gateway_id = Plan.Is("nat-1") }).ToArray(),
        });
        return plan.Bytes();
    }

    private static byte[] Associations(int n)
    {
        var plan = new Plan().Has("aws_vpc.v");
        plan.Root.Block("aws_route_table.a", new { vpc_id = "aws_vpc.v.id" }).Block("aws_route_table.b", new { vpc_id = "aws_vpc.v.id" })
            .Block("aws_subnet.s", new { vpc_id = "aws_vpc.v.id" })
            .Block("aws_route_table_association.x",
                new { route_table_id = "aws_route_table.a aws_route_table.b count.index", subnet_id = "aws_subnet.s local.i" })
            .Block("aws_route.x", new { route_table_id = "aws_route_table.a aws_route_table.b count.index" });
        for (var i = 0; i < n; i++)
        {
            plan.Has($"aws_route_table.a[{i}]", unknown: "vpc_id").Has($"aws_route_table.b[{i}]",
                unknown: "vpc_id").Subnet($"aws_subnet.s[{i}]", "eu-west-1a");
            plan.Has($"aws_route_table_association.x[{i}]", unknown: "route_table_id subnet_id").Has($"aws_route.x[{i}]",
                new { destination_cidr_block = "0.0.0.0/0" }, "route_table_id");
        }

        return plan.Bytes();
    }

    private static byte[] AddressesOfALocal(int n)
    {
        var plan = new Plan().Has("aws_vpc.v");
        plan.Root.Block("aws_nat_gateway.n", new { allocation_id = "local.ids count.index", subnet_id = "local.subnets count.index" });
        for (var i = 0; i < n; i++)
            plan.Has($"aws_eip.e{i}").Has($"aws_nat_gateway.n[{i}]", unknown: "allocation_id subnet_id").Subnet($"aws_subnet.s{i}",
                "eu-west-1a").Root.Block($"aws_subnet.s{i}", new { vpc_id = "local.v" });
        return plan.Bytes();
    }

    private static byte[] Mentions(int n)
    {
        var plan = new Plan();
        var module = plan.Root.Call("m", new { }, "var.names").Block("aws_vpc.v", new { });
        plan.Root.Block("aws_vpc_endpoint.e", new { });
        for (var i = 0; i < n; i++)
        {
            module.Block($"aws_ssm_parameter.p{i}", new { value = $"var.a{i}" });
            plan.Root.Block($"aws_ssm_parameter.p{i}", new { value = $"aws_vpc_endpoint.e[{i}].dns_entry module.m[\"k{i}\"].o" });
            plan.Has($"module.m[\"k{i}\"].aws_vpc.v").Has($"aws_vpc_endpoint.e[{i}]", new { vpc_endpoint_type = "Interface" });
        }

        return plan.Bytes();
    }

    private static byte[] Providers(int n)
    {
        var plan = new Plan();
        for (var i = 0; i < n; i++)
        {
            plan.Root.Call($"m{i}", new { r = "var.region" }).Block("aws_vpc.v", new { }, provider: $"m{i}:aws");
            if (i % 2 == 0)
                plan.Providers[$"m{i}:aws"] =
                    new { name = "aws", module_address = $"module.m{i}", expressions = new { region = Plan.Refers("var.r") } };
            plan.Has($"module.m{i}.aws_vpc.v");
        }

        plan.Root.Variables["region"] = new Dictionary<string, object> { ["default"] = "eu-west-1" };
        return plan.Bytes();
    }

    private static byte[] Locals(int depth)
    {
        var plan = new Plan();
        var (module, address) = (plan.Root, "");
        for (var level = 0; level < depth; level++)
        {
            for (var i = 0; i < 5; i++) module.Block($"aws_subnet.s{i}", new { vpc_id = "local.vpc" });
            for (var i = 0; i < 5; i++) plan.Has($"{address}aws_vpc.v{i}").Subnet($"{address}aws_subnet.s{i}", "eu-west-1a");
            module.Output("o", "local.o");
            module = module.Call("m", new { a = "local.a", b = "local.b" });
            address += "module.m.";
        }

        return plan.Bytes();
    }

    private static byte[] Records(int n)
    {
        var plan = new Plan().Has("aws_vpc.v").Has("aws_route53_zone.z", new { name = "example.internal" }, "vpc");
        plan.Root.Block("aws_vpc_endpoint.e", new { vpc_id = "aws_vpc.v.id" }).Block("aws_route53_record.r",
            new { zone_id = "aws_route53_zone.z.zone_id", records = "aws_vpc_endpoint.e count.index" });
        for (var i = 0; i < n; i++)
            plan.Has($"aws_vpc_endpoint.e[{i}]", new { vpc_endpoint_type = "Interface" }, "vpc_id").Has($"aws_route53_record.r[{i}]",
                new { name = $"r{i}" }, "zone_id records");
        return plan.Bytes();
    }
}
