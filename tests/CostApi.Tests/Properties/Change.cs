using CostApi.Core.Layouts;
using CsCheck;

namespace CostApi.Tests.Properties;

/// <summary>Requests that differ from others in one respect.</summary>
internal static class Change
{
    /// <summary>The request with every flow replaced, shared or a layout's own.</summary>
    public static ComparisonRequest EachFlow(this ComparisonRequest request, Func<Flow, int, IEnumerable<Flow>> change) => request with
    {
        Traffic = [.. request.Traffic.SelectMany(change)],
        Layouts = [.. request.Layouts.Select(layout => layout with { Traffic = layout.Traffic is { } own ? [.. own.SelectMany(change)] : null })],
    };

    public static ComparisonRequest EachVpc(this ComparisonRequest request, Func<Vpc, Vpc> change) => request with
    {
        Layouts = [.. request.Layouts.Select(layout => layout with { Vpcs = [.. layout.Vpcs.Select(change)] })],
    };

    public static Vpc With(this Vpc vpc, Endpoint endpoint) => vpc with { Endpoints = [.. vpc.Endpoints, endpoint] };

    public static Vpc Without(this Vpc vpc, string resource) =>
        vpc with { Endpoints = [.. vpc.Endpoints.Where(endpoint => $"interface/{endpoint.Service}" != resource)] };

    /// <summary>The request with all that has no order in another one.</summary>
    public static Gen<ComparisonRequest> Shuffled(ComparisonRequest request) =>
        from layouts in Each(request.Layouts, Shuffled)
        from order in Gen.Shuffle(layouts)
        from traffic in Gen.Shuffle(request.Traffic.ToArray())
        select request with { Layouts = order, Traffic = traffic };

    private static Gen<Layout> Shuffled(Layout layout) =>
        from vpcs in Each(layout.Vpcs, vpc => Gen.Shuffle(vpc.Endpoints.ToArray()).Select(endpoints => vpc with { Endpoints = endpoints }))
        from order in Gen.Shuffle(vpcs)
        from traffic in Gen.Shuffle((layout.Traffic ?? []).ToArray())
        from attached in Gen.Shuffle((layout.TransitGateway?.Attachments ?? []).ToArray())
        from peerings in Gen.Shuffle(layout.Peerings.ToArray())
        select layout with
        {
            Vpcs = order,
            Traffic = layout.Traffic is null ? null : traffic,
            TransitGateway = layout.TransitGateway is { } gateway ? gateway with { Attachments = attached } : null,
            Peerings = [.. peerings.Select(pair => pair.Reverse().ToArray())],
        };

    private static Gen<T[]> Each<T>(IReadOnlyList<T> items, Func<T, Gen<T>> change) =>
        items.Select(change).Aggregate(Gen.Const(Array.Empty<T>()), (before, next) => Gen.Select(before, next).Select((list, item) => (T[])[.. list, item]));
}
