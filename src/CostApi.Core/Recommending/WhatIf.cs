using CostApi.Core.Comparing;

namespace CostApi.Core.Recommending;

/// <summary>What would change the answer.</summary>
internal sealed record WhatIf(IReadOnlyList<Sensitivity> Sensitivity, IReadOnlyList<Band> Bands, IReadOnlyList<Curve> Curves, IReadOnlyList<string> Notes)
{
    private const int MostChanges = 10, Points = 20;

    public static WhatIf Of(RecommendationRequest request, Problem problem, Choice best, Facts facts, CancellationToken cancellation)
    {
        if (!request.Sensitivity) return new WhatIf([], [], [], []);
        // Each input takes a handful of searches, and a search takes as long as the network is large.
        var mostFlows = Math.Clamp(20_000 / Math.Max(problem.Spokes.Sum(spoke => spoke.Cells.Count), 1), 5, 50);
        // Ranges were asked for; what else may matter comes behind them.
        Band[] bands = [.. OfBands(request, best, facts, cancellation)];
        var found = new List<(Sensitivity Sensitivity, Input Input, Flip Below, Flip Above)>();
        foreach (var input in Input.Of(request, problem.Need, mostFlows))
        {
            if (cancellation.IsCancellationRequested) break;
            var (below, above) = (Flip.Of(best, input, input.Least, facts, cancellation), Flip.Of(best, input, input.Most, facts, cancellation));
            // A search that was cut short has not said that nothing is cheaper.
            if (cancellation.IsCancellationRequested) break;
            var isNear = input.Kind == InputKind.FlowGb && (below.Value > input.Value / 2 || above.Value < input.Value * 2);
            found.Add((new Sensitivity(input.Kind, input.Path, input.Name, input.Value, Rounded(below.Value), Rounded(above.Value), isNear, Different(best, below.Choice, problem), Different(best, above.Choice, problem)), input, below, above));
        }

        Sensitivity[] counted = [.. Counted(request, problem, best, facts, cancellation)];
        var notes = new List<string>();
        if (request.Traffic.Count > mostFlows)
            notes.Add($"The sensitivity was calculated for the {mostFlows} largest of {request.Traffic.Count} flows.");
        if (cancellation.IsCancellationRequested)
        {
            notes.Add("The time limit was reached before all ranges and inputs were evaluated. "
                + "Ranges and inputs that are not listed can also change the recommendation.");
        }
        var ordered = found.OrderBy(item => Distance(item.Sensitivity)).ToArray();
        var drawn = ordered.Where(item => item.Input.Kind == InputKind.FlowGb && (item.Below.Value ?? item.Above.Value) is not null).Take(cancellation.IsCancellationRequested ? 0 : 3);
        return new WhatIf(
            [.. ordered.Select(item => item.Sensitivity), .. counted],
            bands,
            [.. drawn.Select(item => CurveOf(best, item.Input, item.Below, item.Above, facts))],
            notes);
    }

    private static decimal? Rounded(decimal? value) => value is { } known ? Rating.Schedule.Round(known) : null;

    // By which factor the value must be wrong.
    private static decimal Distance(Sensitivity sensitivity)
    {
        if (sensitivity.Kind == InputKind.DiscountPercent) return decimal.MaxValue / 2;
        var (below, above) = (sensitivity.Below is > 0 and var low ? sensitivity.Value / low : decimal.MaxValue, sensitivity is { Above: { } high, Value: > 0 } ? high / sensitivity.Value : decimal.MaxValue);
        return Math.Min(below, above);
    }

    private static string[] Different(Choice best, Choice? other, Problem problem) => other is null ? [] : Differences.Of(best, other, problem).Take(MostChanges).ToArray();

    // Zones and VPCs come in whole numbers: each is tried.
    private static IEnumerable<Sensitivity> Counted(RecommendationRequest request, Problem problem, Choice best, Facts facts, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested) yield break;
        var (constraints, zones) = (problem.Need.Constraints, problem.Need.Vpcs.Max(vpc => vpc.AvailabilityZones.Count));
        var (below, fewer) = First(Enumerable.Range(1, constraints.LeastEndpointZones - 1).Reverse(), WithZones);
        var (above, more) = First(Enumerable.Range(constraints.LeastEndpointZones + 1, Math.Max(zones - constraints.LeastEndpointZones, 0)), WithZones);
        if (cancellation.IsCancellationRequested) yield break;
        yield return new Sensitivity(
            InputKind.LeastEndpointZones, "constraints.leastEndpointZones", "minimum number of Availability Zones of an interface endpoint",
            constraints.LeastEndpointZones, below, above, false, Different(best, fewer, problem), Different(best, more, problem));
        if (!problem.MayHaveHub) yield break;

        var count = request.Vpcs.Count;
        for (var copies = 2; copies * count < Layouts.Limits.Vpcs && !cancellation.IsCancellationRequested; copies++)
        {
            if (Search.Run(new Problem(Copied(problem.Need, copies), facts), cancellation).Choice is not { } several || cancellation.IsCancellationRequested || several.HasHub == best.HasHub) continue;
            yield return new Sensitivity(
                InputKind.Vpcs, "vpcs", "number of VPCs, in several copies of this network", count, null, copies * count, copies == 2, [],
                [several.HasHub ? "there is a hub" : "there is no hub"]);
            yield break;
        }

        Need WithZones(int least) => problem.Need with { Constraints = constraints with { LeastEndpointZones = least } };

        (decimal? Value, Choice? Choice) First(IEnumerable<int> values, Func<int, Need> at)
        {
            foreach (var value in values)
            {
                var varied = new Problem(at(value), facts);
                var found = Search.Run(varied, cancellation);
                if (found.Choice is { } choice && Total.Cost(best, varied) - found.Cost > 0.00001m) return (value, choice);
            }

            return (null, null);
        }
    }

    private static Need Copied(Need need, int copies) => need with
    {
        Vpcs = [.. Enumerable.Range(0, copies).SelectMany(copy => need.Vpcs.Select(vpc => vpc with { Name = Name(vpc.Name, copy) }))],
        Traffic = [.. Enumerable.Range(0, copies).SelectMany(copy => need.Traffic.Select(flow => flow with
        {
            From = Name(flow.From!, copy),
            To = flow.To.StartsWith(Layouts.FlowTargets.VpcPrefix, StringComparison.Ordinal) ? Name(flow.To, copy) : flow.To,
        }))],
        Constraints = need.Constraints with { KeepAsIs = [] },
    };

    private static string Name(string name, int copy) => copy == 0 ? name : $"{name}\n{copy}";

    private static IEnumerable<Band> OfBands(RecommendationRequest request, Choice best, Facts facts, CancellationToken cancellation)
    {
        if (!request.Traffic.Any(flow => flow.SentGb?.IsRange == true || flow.ReceivedGb?.IsRange == true)) yield break;
        foreach (var (name, figure) in new (BandName, Func<GbRange, decimal>)[] { (BandName.Low, range => range.Low), (BandName.Typical, range => range.Typical), (BandName.High, range => range.High) })
        {
            var problem = new Problem(Need.Of(request, figure), facts);
            var found = Search.Run(problem, cancellation);
            if (cancellation.IsCancellationRequested) yield break;
            var cost = Total.Cost(best, problem);
            var holds = found.Choice is null || cost - found.Cost < 0.00001m;
            yield return new Band(name, cost, found.Choice is null ? null : found.Cost, holds, holds ? [] : Different(best, found.Choice, problem));
        }
    }

    private static Curve CurveOf(Choice best, Input input, Flip below, Flip above, Facts facts)
    {
        var end = Math.Max(input.Value, above.Value ?? below.Value ?? 0) * 2;
        var values = Enumerable.Range(0, Points + 1).Select(i => end * i / Points).Append(input.Value).Concat(new[] { below.Value, above.Value }.OfType<decimal>()).Select(Rating.Schedule.Round).Distinct().Order().ToArray();
        var problems = values.Select(value => new Problem(input.At(value), facts)).ToArray();
        var series = new[] { ("recommended", (Choice?)best), ("below", below.Choice), ("above", above.Choice) };
        return new Curve(input.Path, input.Name, [.. series.Where(item => item.Item2 is not null).Select(item =>
            new CurveSeries(item.Item1, [.. values.Select((value, i) => new CurvePoint(value, Total.Cost(item.Item2!, problems[i])))]))]);
    }
}
