using CostApi.Core.Comparing;
using CostApi.Core.Reviewing;
using CostApi.Core.Units;

namespace CostApi.Core.Reporting;

/// <summary>The first lines of a review: the verdict, what the network costs, and what that leaves out.</summary>
internal static class ReviewWords
{
    private const string Nothing = "The document declares no VPC, endpoint, NAT gateway, Transit Gateway attachment or Elastic IP address.";

    /// <summary>The network before the change; null where there is none, as of one that is new.</summary>
    public static LayoutCost? Before(Review review) => review.Before is { LineItems.Count: > 0 } before ? before : null;

    /// <summary>Whether something comes on top of the cost of a side: a charge without a known price, or a resource that is not priced.</summary>
    public static bool IsAtLeast(Review review, LayoutCost layout)
    {
        var gone = ReferenceEquals(layout, review.After) ? ChangeKind.Removed : ChangeKind.Added;
        return !layout.Complete || review.NotPriced.Any(seen => seen.Change != gone);
    }

    /// <summary>The heading.</summary>
    public static string Figure(Review review) =>
        $"{review.Verdict}: {FigureOf(review)}{(review.NotWhole.Count > 0 ? "; the document does not show the whole network" : "")}";

    public static string Headline(Review review) => string.Join(' ', Sentences(review));

    /// <summary>Reason, person and end of an accepted finding.</summary>
    public static string WhyAccepted(IgnoredFinding ignored)
    {
        var who = ignored.By is { } by ? $" (accepted by {by})" : "";
        var end = ignored.Until is { } until ? $" Until {until:yyyy-MM-dd}." : "";
        return $"{ignored.Reason ?? "No reason is given."}{who}{end}";
    }

    private static IEnumerable<string> Sentences(Review review)
    {
        yield return review.Currency is { } currency ? WhatItCosts(review, currency) : Nothing;
        if (WhatIsMissing(review) is { } missing) yield return missing;
        foreach (var why in review.NotWhole) yield return $"The document does not show the whole network: {why.TrimEnd('.')}.";
        if (review.Verdict == Verdict.Fail) yield return $"The review fails: {string.Join(' ', review.Reasons)}";
        if (review.Ignored.Count == 1) yield return "1 finding is accepted and does not affect the verdict.";
        if (review.Ignored.Count > 1) yield return $"{review.Ignored.Count} findings are accepted and do not affect the verdict.";
    }

    private static string FigureOf(Review review)
    {
        if (review.Currency is not { } currency) return FigureOfUnpriced(review.NotPriced.Count);
        var month = UsageWords.PerMonth(review.After, currency);
        if (Before(review) is null || review.Difference?.Amount is not { } amount) return $"{Cost(review, review.After)}{month}";
        var total = review.NotPriced.Count > 0 ? $", {Cost(review, review.After)} in total" : "";
        return amount switch
        {
            0 => $"no change{(total.Length == 0 ? " in the cost" : total)}{month}",
            > 0 => $"{currency} {Figures.Money(amount)} more{total}{month}",
            _ => $"{currency} {Figures.Money(-amount)} less{total}{month}",
        };
    }

    private static string FigureOfUnpriced(int seen) => seen switch
    {
        0 => "no resources that are priced",
        1 => "at least the cost of 1 resource that is not priced",
        _ => $"at least the cost of {seen} resources that are not priced",
    };

    private static string WhatItCosts(Review review, string currency)
    {
        var (after, split) = (Cost(review, review.After), Headlines.Split(review.After, currency));
        if (review.Before is null) return $"This is the cost of the network{split}.";
        if (Before(review) is not { } before) return $"The network is new and costs {after} per month{split}.";
        if (review.Difference is { Amount: 0 }) return $"The network costs {after} per month both before and after the change{split}.";
        var percent = review.Difference!.Percent is { } share and not 0 ? $" ({Cell.Percent(share).Shown})" : "";
        var verb = review.Difference.Amount switch { > 0 => "increases", < 0 => "reduces", _ => "changes" };
        return $"The change {verb} the cost of the network from {Cost(review, before)} to {after} per month{percent}{split}.";
    }

    private static string? WhatIsMissing(Review review)
    {
        var unpriced = review.After.LineItems.Count(line => line.Unpriced is not null);
        var seen = review.NotPriced.Count(one => one.Change != ChangeKind.Removed);
        var charges = $"{Figures.Count(unpriced, "charge")} without a known price";
        var resources = $"{Figures.Count(seen, "resource")} that {(seen == 1 ? "is" : "are")} not priced";
        var what = (unpriced, seen) switch
        {
            (0, 0) => null,
            (_, 0) => charges,
            (0, _) => resources,
            _ => $"{charges} and {resources}",
        };
        return what is null ? null : $"The cost does not include {what}.";
    }

    private static string Cost(Review review, LayoutCost layout) =>
        $"{(IsAtLeast(review, layout) ? "at least " : "")}{review.Currency} {Figures.Money(layout.MonthlyCost)}";
}
