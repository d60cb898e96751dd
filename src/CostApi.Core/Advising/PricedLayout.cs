using CostApi.Core.Metering;
using CostApi.Core.Rating;
using CostApi.Core.Routing;

namespace CostApi.Core.Advising;

/// <summary>A layout with its routes, quantities and bill: what advice is drawn from.</summary>
public sealed record PricedLayout(MeteredLayout Metered, Bill Bill, decimal Hours, int CrossZoneSides)
{
    public Topology Topology => Metered.Topology;

    /// <summary>The VPCs that traffic starts in. What is said of a VPC's traffic is all of it; where nothing is, its traffic is not known.</summary>
    public IReadOnlySet<VpcSite> VpcsWithTraffic { get; } = Metered.Routes.Select(metered => metered.Route.From).ToHashSet();

    public IEnumerable<Route> Routes => Metered.Routes.Select(metered => metered.Route);

    public IEnumerable<Usage> UsageOf(Route route) => TrafficMeter.Of(route, CrossZoneSides);

    /// <summary>What a month would cost less without these uses; null where a price is not known.</summary>
    public decimal? Saving(IEnumerable<Usage> less) => Saving(less, []);

    /// <summary>What a month would cost less with these uses gone and those in their place; null where a price is not known.</summary>
    public decimal? Saving(IEnumerable<Usage> less, IEnumerable<Usage> more) => -Bill.Change(less, more);

    /// <summary>A route's share of the lines that it feeds; null where one is unpriced or there is no way.</summary>
    public decimal? CostOf(MeteredRoute route)
    {
        if (route.Route.Path is Path.Nowhere) return null;
        decimal cost = 0;
        foreach (var part in route.Parts)
        {
            if (Bill.LineCosts[part.Line] is not { } line) return null;
            if (part.Quantity != 0) cost += line * (part.Quantity / Metered.Lines[part.Line].Quantity);
        }

        return Schedule.Round(cost);
    }
}
