using CostApi.Core.Advising;
using CostApi.Core.Layouts;
using CostApi.Core.Reviewing.Findings;

namespace CostApi.Tests.Reviewing.Findings;

/// <summary>Every code with a document that deserves it and one that does not, in both languages.</summary>
public sealed class CodeFixtureTests
{
    /// <summary>Code, the pair that deserves it, the pair that does not, and the service that 100 GB go to from the VPC (empty: no traffic).</summary>
    public static TheoryData<string, string, string, string> Fixtures => new()
    {
        { FindingCodes.Unreachable, "interface-endpoints", "one-nat", "logs" },
        { FindingCodes.EndpointSubnetsShareZone, "endpoint-subnets-share-zone", "interface-endpoints", "" },
        { FindingCodes.FreeGatewayEndpointMissing, "one-nat", "nat-per-zone", "" },
        { FindingCodes.FreeGatewayEndpointMissing, "s3-interface-alone", "interface-endpoints", "" },
        { FindingCodes.GatewayEndpointLacksRouteTable, "gateway-endpoint-on-one-table", "nat-per-zone", "" },
        { FindingCodes.PaidEndpointShadowsFreeOne, "s3-interface-beside-gateway", "s3-interface-alone", "" },
        { FindingCodes.GatewayEndpointRequired, "s3-for-inbound-resolvers-alone", "s3-for-inbound-resolvers", "" },
        { FindingCodes.EndpointCapturesNothing, "endpoint-private-dns-off", "interface-endpoints", "" },
        { FindingCodes.CrossZoneNat, "nat-of-another-zone", "nat-per-zone", "" },
        { FindingCodes.NatGatewayUnused, "nat-of-another-zone", "nat-per-zone", "" },
        { FindingCodes.EndpointNotCentralized, "three-spokes", "two-spokes", "" },
        { FindingCodes.CompanionMissing, "ecr-alone", "ecr-complete", "" },
        { FindingCodes.IdleElasticIp, "idle-address", "address-of-own-pool", "" },
        { FindingCodes.ResourceEndpointHoursAssumed, "resource-endpoint", "resource-endpoint-in-one-zone", "" },
        { FindingCodes.EndpointBelowBreakEven, "endpoints-beside-nat", "interface-endpoints", "kms" },
        { FindingCodes.SingleZone, "endpoint-in-one-zone", "interface-endpoints", "" },
        { FindingCodes.UnknownService, "new-service", "unknown-services", "" },
        { FindingCodes.RegionalNatIpCountAssumed, "regional-nat", "one-nat", "" },
    };

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void A_document_deserves_the_code_and_another_does_not(string code, string deserving, string other, string service)
    {
        Assert.All(Codes(deserving, service), codes => Assert.Contains(code, codes));
        Assert.All(Codes(other, service), codes => Assert.DoesNotContain(code, codes));
    }

    // Prices and the request decide the last three, whatever the document.
    [Fact]
    public void Every_code_has_its_facts_and_its_documents()
    {
        Assert.Equal(FindingRules.ByCode.Keys.Order(), FindingFacts.ByCode.Keys.Order());
        Assert.Equal(
            FindingRules.ByCode.Keys.Except([FindingCodes.Unpriced, FindingCodes.PricesStale, FindingCodes.IgnoreWithoutEffect]).Order(),
            Fixtures.Select(row => (string)row[0]).Distinct().Order());
    }

    [Fact]
    public void The_documentation_names_the_facts()
    {
        var names = new (Fact Fact, string Words)[]
        {
            (Fact.Traffic, "the traffic"), (Fact.WholeVpc, "the whole VPC"), (Fact.Home, "the VPC of the resource"), (Fact.Zones, "the zones"),
            (Fact.Routes, "the routes"), (Fact.PrivateDns, "private DNS"), (Fact.Service, "the service"), (Fact.Attachments, "the attachments"),
            (Fact.Addresses, "the addresses"),
        };
        var text = File.ReadAllText(Repository.Folder("docs/findings.md"));
        foreach (var (code, facts) in FindingFacts.ByCode)
        {
            var row = text.Split('\n').Last(line => line.StartsWith($"| `{code}` |", StringComparison.Ordinal));
            Assert.All(names, name => Assert.Equal(facts.HasFlag(name.Fact), row.Contains(name.Words, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void A_VPC_that_the_document_does_not_declare_misses_nothing_for_certain()
    {
        foreach (var findings in Reviews("foreign-vpc-companion", ""))
        {
            var finding = Assert.Single(findings, finding => finding.Code == FindingCodes.CompanionMissing && finding.Message.Contains("s3", StringComparison.Ordinal));
            Assert.Equal(Severity.Info, finding.Severity);
            Assert.Contains("The document does not show", finding.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(findings, other => other.Severity > Severity.Info);
        }
    }

    [Fact]
    public void A_VPC_that_only_passes_traffic_on_needs_no_gateway_endpoint_and_the_spoke_names_its_own_table()
    {
        foreach (var findings in Reviews("egress-hub", ""))
        {
            var found = findings.Where(finding => finding.Code == FindingCodes.FreeGatewayEndpointMissing).ToArray();
            Assert.Equal(2, found.Length);
            Assert.All(found, finding => Assert.EndsWith("spoke", finding.Vpc!.ToLowerInvariant(), StringComparison.Ordinal));
            Assert.All(found, finding => Assert.Contains("spoketable", finding.Remedy!.ToLowerInvariant(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_table_that_other_subnets_share_is_not_led_elsewhere()
    {
        foreach (var findings in Reviews("nat-of-another-zone", ""))
        {
            var finding = Assert.Single(findings, finding => finding.Code == FindingCodes.CrossZoneNat);
            Assert.Matches("Associate (aws_subnet.privateb|Privateb) with an .* of its own", finding.Remedy);
        }
    }

    [Fact]
    public void Endpoints_with_one_fault_are_one_row()
    {
        foreach (var findings in Reviews("endpoint-private-dns-off", "").Concat(Reviews("endpoint-in-one-zone", "")))
            Assert.Equal(2, Assert.Single(findings, finding => finding.Code is FindingCodes.EndpointCapturesNothing or FindingCodes.SingleZone).Addresses!.Count);
        Assert.All(Reviews("endpoint-private-dns-off", ""), findings => Assert.Equal(
            4 * 730 * 0.011m, findings.Single(finding => finding.Code == FindingCodes.EndpointCapturesNothing).MonthlySaving));
    }

    private static IEnumerable<string[]> Codes(string pair, string service) =>
        Reviews(pair, service).Select(findings => findings.Select(finding => finding.Code).ToArray());

    private static IEnumerable<IReadOnlyList<Finding>> Reviews(string pair, string service)
    {
        Flow[] traffic = service.Length == 0 ? [] : [new Flow { To = service, SentGb = 100 }];
        yield return Designs.Review(PairTests.Plan(pair), Dialect.Terraform, traffic: traffic);
        yield return Designs.Review(PairTests.Template(pair), Dialect.CloudFormation, traffic: traffic);
    }
}
