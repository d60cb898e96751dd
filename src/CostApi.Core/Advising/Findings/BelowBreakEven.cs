using CostApi.Core.Metering;
using CostApi.Core.Units;

namespace CostApi.Core.Advising.Findings;

/// <summary>Interface endpoints that cost more than the NAT beside them would for the same traffic.</summary>
internal static class BelowBreakEven
{
    public static IEnumerable<Finding> Find(PricedLayout layout, IReadOnlyList<EndpointOrNat> breakEvens) =>
        // Without any traffic given, none is known to be below.
        from pair in layout.Metered.Routes.Count == 0 ? [] : breakEvens
        where pair is { NatTakesOver: true, Endpoint.Service.Known: not { HasGateway: true } }
        let saving = pair.SavingByNat
        where saving > 0
        let needed = pair.Result.GbPerMonth is { } gb ? $"it pays from {Figures.Brief(gb)} GB a month on" : "it never pays"
        select new Finding
        {
            Code = FindingCodes.EndpointBelowBreakEven,
            Severity = Severity.Info,
            Vpc = pair.Result.Vpc,
            Resource = pair.Endpoint?.Resource,
            Message = $"The interface endpoint for {pair.Result.Service} carries {Figures.Brief(pair.Result.CurrentGbPerMonth ?? 0)} GB a month; beside the NAT, {needed}. Fewer zones lower that. Keep it where the traffic must stay private.",
            MonthlySaving = Rating.Schedule.Round(saving.Value),
        };
}
