using CostApi.Core.Advising;
using CostApi.Core.Layouts;
using CostApi.Core.Metering;
using CostApi.Core.Prices;
using CostApi.Core.Rating;
using CostApi.Core.Routing;
using CostApi.Core.Services;

namespace CostApi.Core.Planning;

/// <summary>Routes and meters versions of one part of a layout; what the rest of the layout uses stays in the pools.</summary>
internal sealed class Workbench
{
    private readonly PricedLayout _whole;
    private readonly IReadOnlyDictionary<string, Region> _regions;
    private readonly Flow[] _flows;
    private readonly Dictionary<Charge, decimal> _rest;

    public Workbench(PricedLayout whole, Layout part, IReadOnlyDictionary<string, Region> regions)
    {
        _whole = whole;
        _regions = regions;
        var names = part.Vpcs.Select(vpc => vpc.Name).ToHashSet(StringComparer.Ordinal);
        _flows = Merged(whole.Routes.Where(route => names.Contains(route.From.Name)).Select(route => route.Flow));
        Size = _flows.Length + part.Vpcs.Sum(vpc => 1 + vpc.Endpoints.Count);
        _rest = new Dictionary<Charge, decimal>(whole.Bill.Pools);
        foreach (var usage in Read(part).Lines)
            if (usage.OwnPrice is null) _rest[usage.Charge] = _rest.GetValueOrDefault(usage.Charge) - usage.Quantity;
    }

    /// <summary>How much there is to go through for each version.</summary>
    public int Size { get; }

    /// <summary>A version of the part in the layout: its pools stand where the whole layout's would.</summary>
    public PricedLayout Price(Layout part)
    {
        var metered = Read(part);
        var pools = new Dictionary<Charge, decimal>(_rest);
        foreach (var usage in metered.Lines)
            if (usage.OwnPrice is null) pools[usage.Charge] = pools.GetValueOrDefault(usage.Charge) + usage.Quantity;
        return new PricedLayout(metered, new Bill(_whole.Bill.Card, [], [], pools), _whole.Hours, _whole.CrossZoneSides);
    }

    /// <summary>What a version costs, with the pools of the whole layout; null where a price is not known.</summary>
    public decimal? CostOf(PricedLayout version)
    {
        decimal cost = 0;
        foreach (var usage in version.Metered.Lines)
            if (usage.OwnPrice is { } price) cost += _whole.Bill.Card.For(usage.Charge, price).Cost(usage.Quantity) ?? 0;
        foreach (var (charge, quantity) in version.Bill.Pools)
        {
            if (_whole.Bill.Card.For(charge).Cost(quantity) is not { } pool) return null;
            cost += pool;
        }

        return Schedule.Round(cost);
    }

    /// <summary>What a version of the whole layout costs, to the last decimal of the ordinary way of pricing; null where a price is not known.</summary>
    public static decimal? ExactCostOf(Layout layout, PricedLayout whole, IReadOnlyDictionary<string, Region> regions) =>
        Rater.Total(Read(layout, [.. whole.Routes.Select(route => route.Flow)], whole, regions).Lines, whole.Bill.Card);

    private MeteredLayout Read(Layout part) => Read(part, _flows, _whole, _regions);

    private static MeteredLayout Read(
        Layout layout, IReadOnlyList<Flow> flows, PricedLayout whole, IReadOnlyDictionary<string, Region> regions)
    {
        var topology = new Topology(layout, whole.Topology.Region, whole.Topology.Catalogue);
        return Meter.Read(topology, Router.RouteAll(topology, flows, regions), whole.Hours, whole.CrossZoneSides);
    }

    // Thousands of flows mostly go few ways, and every quantity is linear in GB.
    private static Flow[] Merged(IEnumerable<Flow> flows)
    {
        var merged = new Dictionary<(string?, string, string?, string?), Flow>();
        foreach (var flow in flows)
        {
            var shares = flow.Zones?.OrderBy(zone => zone.Key, StringComparer.Ordinal).Select(zone => $"{zone.Key}\t{zone.Value}");
            var key = (flow.From, flow.To, flow.Region, shares is null ? null : string.Join('\n', shares));
            merged[key] = merged.TryGetValue(key, out var same)
                ? same with { SentGb = (same.SentGb ?? 0) + (flow.SentGb ?? 0), ReceivedGb = (same.ReceivedGb ?? 0) + (flow.ReceivedGb ?? 0) }
                : flow;
        }

        return [.. merged.Values];
    }
}
