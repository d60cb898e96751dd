using System.Globalization;
using System.Text.RegularExpressions;
using CostApi.Core.Layouts;

namespace CostApi.Tests.Cases;

/// <summary>Reads the short notation of the worked examples; docs/worked-examples.md explains it.</summary>
internal static partial class Notation
{
    public static ComparisonRequest Request(string region, string layout, string traffic, string pricing)
    {
        var terms = Words(pricing).Select(word => word.Split('=', 2)).ToLookup(pair => pair[0], pair => pair[1]);
        return new ComparisonRequest
        {
            Region = region,
            HoursPerMonth = terms["hours"].Select(Number).SingleOrDefault(730),
            Pricing = new PricingTerms
            {
                DiscountPercent = terms["discount"].Select(Number).SingleOrDefault(),
                DiscountPercentByCategory = Prefixed(terms, "discount."),
                PrivateLinkGbAlreadyProcessed = terms["privatelink"].Select(Number).SingleOrDefault(),
                InternetGbAlreadySent = terms["internet"].Select(Number).SingleOrDefault(),
                CrossZoneSidesBilled = (int)terms["sides"].Select(Number).SingleOrDefault(2),
                UnitPrices = Prefixed(terms, "price."),
            },
            Traffic = [.. Statements(traffic).Select(Flow)],
            Layouts = [Layout(layout)],
        };
    }

    private static Dictionary<string, decimal> Prefixed(ILookup<string, string> terms, string prefix) =>
        terms.Where(term => term.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(term => term.Key[prefix.Length..], term => Number(term.Single()));

    private static Layout Layout(string text)
    {
        var statements = Statements(text).ToArray();
        var gateway = statements.SingleOrDefault(statement => statement.StartsWith("tgw[", StringComparison.Ordinal));
        return new Layout
        {
            Name = "layout",
            Vpcs = [.. statements.Where(statement => !IsJoin(statement)).Select(Vpc)],
            TransitGateway = gateway is null ? null : new TransitGateway { Attachments = List(gateway, "tgw")!, AlreadyPaid = List(gateway, "paid") ?? [] },
            Peerings = [.. statements.Where(statement => statement.StartsWith("peer[", StringComparison.Ordinal)).Select(statement => List(statement, "peer")!)],
        };
    }

    private static bool IsJoin(string statement) => statement.StartsWith("tgw[", StringComparison.Ordinal) || statement.StartsWith("peer[", StringComparison.Ordinal);

    private static Vpc Vpc(string text)
    {
        var head = VpcHead().Match(text);
        var vpc = new Vpc { Name = head.Groups["name"].Value, AvailabilityZones = [.. Words(head.Groups["zones"].Value)] };
        foreach (var part in Parts().Matches(text[head.Length..]).Select(match => match.Value)) vpc = With(vpc, part);
        return vpc;
    }

    private static Vpc With(Vpc vpc, string part)
    {
        var word = Part().Match(part);
        var (kind, value, zones) = (word.Groups["kind"].Value, word.Groups["value"].Value, word.Groups["zones"].Success ? Words(word.Groups["zones"].Value).ToArray() : null);
        var tail = word.Groups["tail"].Value;
        int? addresses = Ipv4().Match(tail) is { Success: true } ipv4 ? (int)Number(ipv4.Groups[1].Value) : null;
        return kind switch
        {
            "nat-zonal" => vpc with { NatGateway = new NatGateway { Mode = NatMode.Zonal, AvailabilityZones = zones, PublicIpv4PerZone = addresses } },
            "nat-regional" => vpc with { NatGateway = new NatGateway { Mode = NatMode.Regional, AvailabilityZones = zones, PublicIpv4PerZone = addresses } },
            "nat-private" => vpc with { NatGateway = new NatGateway { Mode = NatMode.Private, AvailabilityZones = zones } },
            "nat-instance" => vpc with { NatInstance = new NatInstance { PricePerHour = Number(Price().Match(tail).Groups[1].Value), AvailabilityZones = zones, PublicIpv4PerZone = addresses ?? 1 } },
            "igw" => vpc with { InternetGateway = new InternetGateway { PublicIpv4Addresses = (int)Number(value) } },
            "eip" => vpc with { ElasticIpAddresses = new ElasticIpAddresses { InUse = (int)Number(value), Idle = (int)Number(tail.TrimStart('/')) } },
            "egress-via" => vpc with { EgressVia = value },
            "gateway" => With(vpc, new Endpoint { Type = EndpointType.Gateway, Service = value }),
            "interface" => With(vpc, new Endpoint
            {
                Type = EndpointType.Interface,
                Service = value,
                AvailabilityZones = zones,
                PrivateDns = tail.Contains("!nodns", StringComparison.Ordinal) ? false : null,
                EndpointUrl = tail.Contains("!url", StringComparison.Ordinal),
                Shared = tail.Contains("!shared", StringComparison.Ordinal),
                PrivateDnsOnlyForInboundResolver = tail.Contains("!inbound-only", StringComparison.Ordinal),
            }),
            "gwlb" => With(vpc, new Endpoint { Type = EndpointType.GatewayLoadBalancer, Service = value, AvailabilityZones = zones, GbPerMonth = Number(tail.TrimStart('=')) }),
            "resource" => With(vpc, new Endpoint { Type = EndpointType.Resource, Service = value, AvailabilityZones = zones, GbPerMonth = Number(tail.TrimStart('=')) }),
            "servicenetwork" => With(vpc, new Endpoint { Type = EndpointType.ServiceNetwork, Service = value, GbPerMonth = Number(tail.TrimStart('=').Split('/')[0]), ResourceConfigurations = (int)Number(tail.Split('/')[1]) }),
            _ => throw new FormatException($"'{part}' is not known in the notation."),
        };
    }

    private static Vpc With(Vpc vpc, Endpoint endpoint) => vpc with { Endpoints = [.. vpc.Endpoints, endpoint] };

    private static Flow Flow(string text)
    {
        var flow = FlowShape().Match(text);
        if (!flow.Success) throw new FormatException($"'{text}' is not a flow.");
        var shares = Words(flow.Groups["shares"].Value).Select(share => share.Split('=')).ToDictionary(pair => pair[0], pair => Number(pair[1]));
        return new Flow
        {
            From = flow.Groups["from"].Value,
            To = flow.Groups["to"].Value,
            Region = flow.Groups["region"].Success ? flow.Groups["region"].Value : null,
            SentGb = Number(flow.Groups["sent"].Value),
            ReceivedGb = Number(flow.Groups["received"].Value),
            Zones = shares.Count == 0 ? null : shares,
        };
    }

    private static IEnumerable<string> Statements(string text) => text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string[]? List(string text, string name) =>
        Regex.Match(text, $@"\b{name}\[([^\]]*)\]") is { Success: true } list ? [.. Words(list.Groups[1].Value)] : null;

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<name>[\w-]+)\[(?<zones>[^\]]*)\]")]
    private static partial Regex VpcHead();

    [GeneratedRegex(@"(?:[^\s\[]|\[[^\]]*\])+")]
    private static partial Regex Parts();

    [GeneratedRegex(@"^(?<kind>[\w-]+)(?::(?<value>[\w.\-]+))?(?:\[(?<zones>[^\]]*)\])?(?<tail>.*)$")]
    private static partial Regex Part();

    [GeneratedRegex(@"\+ipv4=(\d+)")]
    private static partial Regex Ipv4();

    [GeneratedRegex(@"@([\d.]+)")]
    private static partial Regex Price();

    [GeneratedRegex(@"^(?<from>[\w-]+)>(?<to>[\w./\-]+)(?:@(?<region>[\w-]+))? (?<sent>[\d.]+)/(?<received>[\d.]+)(?<shares>(?: [\w-]+=[\d.]+)*)$")]
    private static partial Regex FlowShape();
}
