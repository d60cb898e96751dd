using CostApi.Core.Prices;
using CostApi.Core.Services;
using CostApi.Core.Units;

namespace CostApi.Core.Layouts.Checks;

/// <summary>Finds everything that is invalid in a request, before anything is priced.</summary>
public static class RequestCheck
{
    /// <param name="request">The request. Members that <paramref name="malformed"/> names may hold stand-ins.</param>
    /// <param name="regions">The Regions, by code.</param>
    /// <param name="services">The services with VPC endpoints.</param>
    /// <param name="malformed">Paths whose JSON was unusable and has been reported already.</param>
    /// <param name="isEstimate">The request is an estimate: its one layout stands at <c>layout</c>.</param>
    public static Problems Check(
        ComparisonRequest request, IReadOnlyDictionary<string, Region> regions, ServiceCatalogue services, IReadOnlyCollection<string> malformed, bool isEstimate)
    {
        var root = JsonPath.Root;
        var layoutsPath = root.Member(isEstimate ? "layout" : "layouts");
        var problems = new Problems(malformed, layoutsPath.ToString());
        var region = CheckRegion(request.Region, regions, root.Member("region"), problems);
        CheckHours(request.HoursPerMonth, root.Member("hoursPerMonth"), problems);
        PricingCheck.Check(request.Pricing, regions, root.Member("pricing"), problems);

        if (!isEstimate) Must.HoldFrom(request.Layouts.Count, 1, Limits.Layouts, "layout", layoutsPath, problems);
        var layouts = isEstimate
            ? [(request.Layouts[0], layoutsPath)]
            : Must.NotBeNull(request.Layouts, Limits.Layouts, layoutsPath, problems).ToArray();
        Must.Differ(layouts.Select(layout => (layout.Item1.Name, layout.Item2.Member("name"))), "layout", problems);
        var baselinePath = root.Member("baseline");
        if (request.Baseline is { } baseline && request.Layouts.All(layout => layout?.Name != baseline) && problems.TakesReference(Named.Layout, baselinePath))
            problems.Add(baselinePath, $"'{baseline}' is not one of the layouts: {Must.List(request.Layouts.Select(layout => layout?.Name!))}.");

        var names = new ServiceNames(services);
        var targets = new FlowTargetsCheck(region, regions, names);
        foreach (var (layout, path) in layouts) LayoutCheck.Check(layout, region, names, path, problems);
        FlowCheck.Check(request.Traffic, [.. layouts.Select(layout => layout.Item1).Where(layout => layout.Traffic is null)], targets, root.Member("traffic"), problems);
        foreach (var (layout, path) in layouts.Where(layout => layout.Item1.Traffic is not null))
            FlowCheck.Check(layout.Traffic!, [layout], targets, path.Member("traffic"), problems);
        return problems;
    }

    /// <summary>A month has at most 744 hours (rule 5.1).</summary>
    public static void CheckHours(decimal hours, JsonPath path, Problems problems)
    {
        if (hours is <= 0 or > Limits.Hours) problems.Add(path, $"must be more than 0 and at most {Limits.Hours}, not {Figures.Show(hours)}.");
    }

    /// <summary>The Region of that code; null, with a problem, where there is none.</summary>
    public static Region? CheckRegion(string code, IReadOnlyDictionary<string, Region> regions, JsonPath path, Problems problems)
    {
        if (regions.TryGetValue(code, out var region)) return region;
        var nearest = problems.TakesHints ? Nearest.To(code, regions.Keys, 3) : [];
        var hint = nearest.Count == 0 ? "" : $" Did you mean {Must.List(nearest)}?";
        problems.Add(path, $"'{code}' is not a known Region.{hint} GET /v1/regions lists the known Regions.");
        return null;
    }
}
