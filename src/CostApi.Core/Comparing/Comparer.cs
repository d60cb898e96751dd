using CostApi.Core.Advising;
using CostApi.Core.Layouts;
using CostApi.Core.Metering;
using CostApi.Core.Planning;
using CostApi.Core.Prices;
using CostApi.Core.Rating;
using CostApi.Core.Routing;
using CostApi.Core.Services;

namespace CostApi.Core.Comparing;

/// <summary>The facts that an answer is made from.</summary>
/// <param name="Regions">The Regions, by code.</param>
/// <param name="Services">The services with VPC endpoints.</param>
/// <param name="Book">Prices of the Region asked about.</param>
/// <param name="Freshness">How old they may be.</param>
public sealed record Facts(IReadOnlyDictionary<string, Region> Regions, ServiceCatalogue Services, PriceBook Book, Freshness Freshness);

/// <summary>From a checked request to the answer: routing, metering, rating, advising, then which is better.</summary>
public static class Comparer
{
    public static Comparison Compare(ComparisonRequest request, Facts facts)
    {
        var card = new RateCard(facts.Book, request.Pricing);
        var layouts = request.Layouts.Select(layout => Describe(Price(layout, request, card, facts), facts)).ToArray();
        Quote.Priced[] used = [.. layouts.SelectMany(layout => layout.RatesUsed).Distinct()];
        var baseline = layouts.First(layout => layout.Name == (request.Baseline ?? request.Layouts[0].Name));
        var ranked = layouts.Where(layout => layout is { Feasible: true, Complete: true }).OrderBy(layout => layout.MonthlyCost).ToArray();
        return new Comparison
        {
            Id = QuestionId.Of(request, facts.Book.Edition.Version),
            Region = request.Region,
            Currency = facts.Book.Region.Currency,
            HoursPerMonth = request.HoursPerMonth,
            Prices = PricesUsed.Of(facts, used),
            Cheapest = ranked.FirstOrDefault()?.Name,
            Baseline = baseline.Name,
            Layouts = WithStalePrices(
                [.. layouts.Select(layout => layout with
                {
                    Rank = RankOf(layout, ranked),
                    Difference = DifferenceOf(layout, baseline),
                })],
                used,
                facts.Freshness),
            Assumptions = Assumptions.Of(request, layouts),
        };
    }

    /// <summary>Routes, meters and rates one layout.</summary>
    public static PricedLayout Price(Layout layout, ComparisonRequest request, RateCard card, Facts facts)
    {
        var topology = new Topology(layout, card.Book.Region, facts.Services);
        var routes = Router.RouteAll(topology, layout.Traffic ?? request.Traffic, facts.Regions);
        var metered = Meter.Read(topology, routes, request.HoursPerMonth, request.Pricing.CrossZoneSidesBilled);
        return new PricedLayout(metered, Rater.Rate(metered.Lines, card), request.HoursPerMonth, request.Pricing.CrossZoneSidesBilled);
    }

    /// <summary>What a priced layout costs and how it works, beside no other.</summary>
    public static LayoutCost Describe(PricedLayout priced, Facts facts, bool withPlan = true)
    {
        var (layout, bill) = (priced.Topology.Layout, priced.Bill);
        var breakEvens = BreakEvens.Of(priced);
        var findings = Adviser.Advise(priced, breakEvens);
        // GB that an endpoint is given for itself are traffic too.
        var byUsage = bill.Lines.Where(line => line.IsByUsage).ToArray();
        var isTrafficKnown = priced.Metered.Routes.Count > 0 || byUsage.Any(line => line.Quantity > 0);
        var usage = byUsage.Sum(line => line.Cost ?? 0);
        var charges = bill.Pools.Keys.Concat(breakEvens.SelectMany(pair => pair.Charges)).Concat(isTrafficKnown ? [] : UsageRate.ChargesOf(priced.Topology));
        return new LayoutCost
        {
            Name = layout.Name,
            Feasible = priced.Routes.All(route => route.Path is not Path.Nowhere),
            Complete = bill.IsComplete,
            Rank = null,
            MonthlyCost = bill.MonthlyCost,
            HourlyMonthlyCost = bill.MonthlyCost - usage,
            UsageMonthlyCost = isTrafficKnown ? usage : null,
            UsageRates = isTrafficKnown ? null : UsageRate.Of(priced),
            ListMonthlyCost = bill.ListMonthlyCost,
            Difference = new Difference(null, null),
            CostByCategory = ByCategory(bill.Lines),
            LineItems = InOrderOfVpcs(bill.Lines, layout),
            Routes = [.. priced.Metered.Routes.Select(route => new RouteCost(
                route.Route.From.Name, route.Route.Flow.To, route.Route.Flow.Region, route.Route.Path.Kind, route.Route.Gb, priced.CostOf(route)))],
            BreakEvens = [.. breakEvens.Select(pair => pair.Result)],
            Plan = withPlan ? Planner.Plan(priced, findings, facts.Regions) : null,
            Findings = findings,
            RatesUsed = [.. bill.Card.ListRates(charges)],
        };
    }

    // Of the answer as a whole, so once: on the first layout that has a line at a stale rate.
    private static LayoutCost[] WithStalePrices(LayoutCost[] layouts, IReadOnlyCollection<Quote.Priced> used, Freshness freshness)
    {
        if (StalePrices.Of(used, freshness) is not { } finding) return layouts;
        var stale = used.Where(quote => quote.IsStale(freshness)).Select(quote => quote.Rate.UsageType).ToHashSet(StringComparer.Ordinal);
        var first = Array.FindIndex(layouts, layout => layout.LineItems.Any(line => line.UsageType is { } usageType && stale.Contains(usageType)));
        return [.. layouts.Select((layout, index) => index == Math.Max(0, first) ? layout with { Findings = [.. layout.Findings, finding] } : layout)];
    }

    private static Dictionary<CostCategory, decimal> ByCategory(IReadOnlyList<LineItem> lines)
    {
        var costs = Enum.GetValues<CostCategory>().ToDictionary(category => category, _ => 0m);
        foreach (var line in lines) costs[line.Category] += line.Cost ?? 0;
        return costs;
    }

    private static IReadOnlyList<LineItem> InOrderOfVpcs(IReadOnlyList<LineItem> lines, Layout layout)
    {
        var order = layout.Vpcs.Select((vpc, index) => (vpc.Name, index)).ToDictionary(pair => pair.Name, pair => pair.index);
        return [.. lines.OrderBy(line => order[line.Vpc])];
    }

    // Equal costs share a rank, and the next one counts them all: 1, 1, 3.
    internal static int? RankOf(LayoutCost layout, LayoutCost[] ranked) =>
        layout is { Feasible: true, Complete: true } ? 1 + ranked.Count(other => other.MonthlyCost < layout.MonthlyCost) : null;

    internal static Difference DifferenceOf(LayoutCost layout, LayoutCost baseline)
    {
        if (!layout.Complete || !baseline.Complete) return new Difference(null, null);
        var amount = layout.MonthlyCost - baseline.MonthlyCost;
        return new Difference(amount, PercentOf(amount, baseline.MonthlyCost));
    }

    // Beyond a billion times the baseline a percentage says nothing, and would at last not fit a decimal.
    private static decimal? PercentOf(decimal amount, decimal baseline) =>
        baseline == 0 || Math.Abs(amount) / 1_000_000_000 > baseline ? null : Schedule.Round(amount / baseline * 100);
}
