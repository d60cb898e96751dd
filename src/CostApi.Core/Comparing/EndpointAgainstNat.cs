using CostApi.Core.Advising;
using CostApi.Core.Layouts;

namespace CostApi.Core.Comparing;

/// <summary>One interface endpoint against a NAT gateway that stays, with nothing else around them.</summary>
public static class EndpointAgainstNat
{
    private const int Steps = 20;

    // Where the lines never cross there is no break-even to plot around.
    private const decimal PlainWidth = 10_000;

    public static (EndpointOrNat Pair, Comparison Comparison) Compare(string region, int zones, int natZones, decimal hours, PricingTerms terms, Facts facts)
    {
        string[] all = [.. Enumerable.Range(0, Math.Max(zones, natZones)).Select(index => ((char)('a' + index)).ToString())];
        var request = new ComparisonRequest
        {
            Region = region,
            HoursPerMonth = hours,
            Pricing = terms,
            Layouts =
            [
                new Layout
                {
                    Name = "endpoint",
                    Vpcs =
                    [
                        new Vpc
                        {
                            Name = "vpc",
                            AvailabilityZones = all,
                            NatGateway = new NatGateway { Mode = NatMode.Zonal, AvailabilityZones = all[..natZones] },
                            Endpoints = [new Endpoint { Type = EndpointType.Interface, Service = "sqs", AvailabilityZones = all[..zones] }],
                        },
                    ],
                },
            ],
        };
        var priced = Comparer.Price(request.Layouts[0], request, new Rating.RateCard(facts.Book, terms), facts);
        // Without traffic the comparison assumes nothing about it; a break-even does.
        var comparison = Comparer.Compare(request, facts);
        IEnumerable<string> crossing = natZones < zones ? [Assumptions.CrossZone(terms), Assumptions.EvenZones] : [];
        return (BreakEvens.Of(priced).Single(), comparison with { Assumptions = [.. comparison.Assumptions, .. crossing, Assumptions.PrivateLinkPool(terms)] });
    }

    /// <summary>Points of both cost lines, from 0 to twice the break-even.</summary>
    public static IEnumerable<(decimal Gb, decimal? Endpoint, decimal? Nat)> Points(EndpointOrNat pair)
    {
        var width = pair.Result.GbPerMonth is > 0 and var gb ? gb * 2 : PlainWidth;
        for (var step = 0; step <= Steps; step++)
        {
            var at = width * step / Steps;
            yield return (at, pair.ByEndpoint.At(at), pair.ByNat.At(at));
        }
    }
}
