using CostApi.Core.Advising;
using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Routing;
using CsCheck;

namespace CostApi.Tests.Properties;

public sealed class BreakEvenProperties
{
    private const string Service = "sqs";

    private const decimal Tolerance = 1e-6m;

    [Fact]
    public void At_the_break_even_a_new_endpoint_costs_what_the_NAT_does() => WithoutEndpoint.Holds(request =>
    {
        foreach (var breakEven in BreakEvens(request))
        {
            var zones = request.Layouts[0].Vpcs.Single(vpc => vpc.Name == breakEven.Vpc).AvailabilityZones;
            Assert.Equal(zones.Count, breakEven.AvailabilityZones);
            var endpoint = new Endpoint { Type = EndpointType.Interface, Service = Service, AvailabilityZones = zones };
            AssertCross(breakEven, request, request.EachVpc(vpc => vpc.Name == breakEven.Vpc ? vpc.With(endpoint) : vpc), breakEven.Vpc);
        }
    });

    [Fact]
    public void At_the_break_even_an_endpoint_costs_what_the_NAT_would() => WithEndpoint.Holds(request =>
    {
        foreach (var breakEven in BreakEvens(request).Where(one => request.Layouts[0].Vpcs.Single(vpc => vpc.Name == one.Vpc).Endpoints.Any(IsForService)))
            AssertCross(breakEven, request.EachVpc(vpc => vpc.Without($"interface/{Service}")), request, from: null);
    });

    private static Gen<ComparisonRequest> WithoutEndpoint { get; } =
        from request in Requests.Small
        let others = request.EachFlow((flow, _) => flow.To.EndsWith(Service, StringComparison.Ordinal) ? [] : [flow])
            .EachVpc(vpc => vpc with { Endpoints = [.. vpc.Endpoints.Where(endpoint => !IsForService(endpoint))] })
        from flows in Flow(others.Layouts[0].Vpcs).Array[1, 3]
        select others with { Layouts = [others.Layouts[0] with { Traffic = [.. others.Layouts[0].Traffic ?? others.Traffic, .. flows] }] };

    private static Gen<ComparisonRequest> WithEndpoint { get; } =
        from request in WithoutEndpoint
        from at in Gen.Int[0, request.Layouts[0].Vpcs.Count - 1]
        from zones in Layouts.ZonesOf(request.Layouts[0].Vpcs[at])
        from shared in Gen.Bool
        let endpoint = new Endpoint { Type = EndpointType.Interface, Service = Service, AvailabilityZones = zones, Shared = shared }
        select request.EachVpc(vpc => vpc == request.Layouts[0].Vpcs[at] ? vpc.With(endpoint) : vpc);

    private static Gen<Flow> Flow(IReadOnlyList<Vpc> vpcs) =>
        from vpc in Gen.OneOf(vpcs.ToArray())
        from shares in Traffic.Shares(vpc)
        from sent in Amounts.Gb
        select new Flow { From = vpc.Name, To = Service, SentGb = sent, ReceivedGb = 1, Zones = shares };

    private static bool IsForService(Endpoint endpoint) => endpoint.Service.EndsWith(Service, StringComparison.Ordinal);

    private static IEnumerable<BreakEven> BreakEvens(ComparisonRequest request) =>
        request.Price().BreakEvens.Where(one => one.Service == Service && one.CurrentGbPerMonth > 0 && one.Cheaper is not null);

    private static void AssertCross(BreakEven breakEven, ComparisonRequest byNat, ComparisonRequest byEndpoint, string? from)
    {
        // Where the lines never cross, the NAT is cheaper at any GB.
        var gb = breakEven.GbPerMonth ?? 10_000_000;
        if (breakEven.GbPerMonth is not null) Property.Near(Cost(byNat, gb), Cost(byEndpoint, gb), Tolerance);
        Assert.True(Cost(byNat, gb / 2) <= Cost(byEndpoint, gb / 2) + Tolerance, "the NAT is dearer below");
        Assert.True(breakEven.GbPerMonth is null || Cost(byNat, gb * 2) >= Cost(byEndpoint, gb * 2) - Tolerance, "the endpoint is dearer above");
        var nowByEndpoint = breakEven.CurrentGbPerMonth!.Value >= breakEven.GbPerMonth;
        Assert.Equal(nowByEndpoint, breakEven.Cheaper == PathKind.InterfaceEndpoint);

        decimal Cost(ComparisonRequest request, decimal at) => Scaled(request, at / breakEven.CurrentGbPerMonth!.Value, from).Price().MonthlyCost;
    }

    private static ComparisonRequest Scaled(ComparisonRequest request, decimal factor, string? from) => request.EachFlow((flow, _) =>
        [flow.To == Service && (from is null || flow.From == from) ? flow with { SentGb = flow.SentGb * factor, ReceivedGb = flow.ReceivedGb * factor } : flow]);
}
