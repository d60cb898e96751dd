using CostApi.Core.Comparing;
using CostApi.Core.Rating;

namespace CostApi.Core.Reviewing;

/// <summary>Puts the bill after a change against that before, charge by charge.</summary>
internal static class CostChange
{
    public static ReviewDifference Of(LayoutCost before, LayoutCost after)
    {
        var (was, becomes) = (before.LineItems.ToLookup(KeyOf), after.LineItems.ToLookup(KeyOf));
        var keys = becomes.Select(lines => lines.Key).Concat(was.Select(lines => lines.Key)).Distinct();
        return new ReviewDifference
        {
            Amount = after.Difference.Amount,
            Percent = after.Difference.Percent,
            CostByCategory = after.CostByCategory.ToDictionary(part => part.Key, part => part.Value - before.CostByCategory[part.Key]),
            LineItems = [.. keys.Select(key => Of([.. was[key]], [.. becomes[key]])).OfType<LineChange>().OrderByDescending(change => change.Amount is { } amount ? Math.Abs(amount) : decimal.MaxValue)],
        };
    }

    // A resource is the same where its address is; traffic, where the VPC and the way that it takes are.
    private static (string?, string, string, object) KeyOf(LineItem line) => line.Addresses is { } addresses
        ? (line.Region, string.Join(' ', addresses), line.UsageType ?? line.Description, line.Category)
        : (line.Region, $"{line.Vpc} {line.Resource}", line.UsageType ?? line.Description, line.Category);

    private static LineChange? Of(LineItem[] was, LineItem[] becomes)
    {
        var shown = becomes.Concat(was).First();
        var (before, after) = (Cost(was), Cost(becomes));
        if (was.Length > 0 && becomes.Length > 0 && before == after) return null;
        return new LineChange
        {
            Region = shown.Region,
            Addresses = shown.Addresses,
            Vpc = shown.Vpc,
            Resource = shown.Resource,
            Description = shown.Description,
            Change = was.Length == 0 ? ChangeKind.Added : becomes.Length == 0 ? ChangeKind.Removed : ChangeKind.Changed,
            Before = before,
            After = after,
            Amount = after - before,
        };
    }

    private static decimal? Cost(LineItem[] lines) => lines.Any(line => line.Cost is null) ? null : lines.Sum(line => line.Cost);
}
