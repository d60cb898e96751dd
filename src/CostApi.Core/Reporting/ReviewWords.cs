using CostApi.Core.Comparing;
using CostApi.Core.Reviewing;
using CostApi.Core.Units;

namespace CostApi.Core.Reporting;

/// <summary>The first lines of a review: the verdict, what the network costs, and what that leaves out.</summary>
internal static class ReviewWords
{
    /// <summary>The network before the change; null where there is none, as of one that is new.</summary>
    public static LayoutCost? Before(Review review) => review.Before is { LineItems.Count: > 0 } before ? before : null;

    /// <summary>Whether something comes on top of the cost of a side: a charge without a known price, or a resource that is not priced.</summary>
    public static bool IsAtLeast(Review review, LayoutCost layout)
    {
        var gone = layout == review.After ? ChangeKind.Removed : ChangeKind.Added;
        return !layout.Complete || review.NotPriced.Any(seen => seen.Change != gone);
    }

    /// <summary>The heading.</summary>
    public static string Figure(Review review) => $"{review.Verdict}: {FigureOf(review)}";

    public static string Headline(Review review)
    {
        var verdict = review.Verdict == Verdict.Pass ? "" : $" The review fails: {string.Join(" ", review.Reasons)}";
        var accepted = review.Ignored.Count == 0 ? "" : $" {Figures.Count(review.Ignored.Count, "finding")} {(review.Ignored.Count == 1 ? "is" : "are")} accepted and {(review.Ignored.Count == 1 ? "does" : "do")} not count.";
        return $"{WhatItCosts(review)}{Without(review)}{verdict}{accepted}";
    }

    /// <summary>Reason, person and end of an accepted finding.</summary>
    public static string WhyAccepted(IgnoredFinding ignored)
    {
        var who = ignored.By is { } by ? $" (accepted by {by})" : "";
        var end = ignored.Until is { } until ? $" Until {until:yyyy-MM-dd}." : "";
        return $"{ignored.Reason ?? "No reason given."}{who}{end}";
    }

    private static string FigureOf(Review review)
    {
        if (review.Currency is not { } currency)
        {
            return review.NotPriced.Count == 0 ? "nothing that is priced" : $"at least the cost of {Figures.Count(review.NotPriced.Count, "resource")} that {(review.NotPriced.Count == 1 ? "is" : "are")} not priced";
        }

        var month = UsageWords.PerMonth(review.After, currency);
        if (Before(review) is null || review.Difference is null) return $"{Cost(review, review.After)}{month}";
        var inAll = review.NotPriced.Count > 0 ? $", {Cost(review, review.After)} in all" : "";
        return review.Difference.Amount switch
        {
            null => $"{Cost(review, review.After)}{month}",
            0 => $"no change{(inAll.Length == 0 ? " in the cost" : inAll)}{month}",
            > 0 and var more => $"{currency} {Figures.Money(more)} more{inAll}{month}",
            var less => $"{currency} {Figures.Money(-less.Value)} less{inAll}{month}",
        };
    }

    private static string WhatItCosts(Review review)
    {
        if (review.Currency is not { } currency) return "The document declares no VPC, endpoint, NAT gateway, Transit Gateway attachment or Elastic IP address.";
        var (after, split) = (Cost(review, review.After), Headlines.Split(review.After, currency));
        if (review.Before is null) return $"That is what the network costs{split}.";
        if (Before(review) is not { } before) return $"The network is new and costs {after} per month{split}.";
        if (review.Difference is { Amount: 0 }) return $"The network costs {after} per month before the change and after it{split}.";
        var percent = review.Difference!.Percent is { } share and not 0 ? $" ({Cell.Percent(share).Shown})" : "";
        return $"The change takes the network from {Cost(review, before)} to {after} per month{percent}{split}.";
    }

    private static string Without(Review review)
    {
        var unpriced = review.After.LineItems.Count(line => line.Unpriced is not null);
        var seen = review.NotPriced.Count(one => one.Change != ChangeKind.Removed);
        string[] parts =
        [
            .. unpriced > 0 ? [$"{Figures.Count(unpriced, "charge")} {(unpriced == 1 ? "has" : "have")} no known price"] : Array.Empty<string>(),
            .. seen > 0 ? [$"{Figures.Count(seen, "resource")} that {(seen == 1 ? "costs" : "cost")} money {(seen == 1 ? "is" : "are")} not priced"] : Array.Empty<string>(),
        ];
        var words = string.Join(" and ", parts);
        return words.Length == 0 ? "" : $" {char.ToUpperInvariant(words[0])}{words[1..]}, so the cost is higher than shown.";
    }

    private static string Cost(Review review, LayoutCost layout) =>
        $"{(IsAtLeast(review, layout) ? "at least " : "")}{review.Currency} {Figures.Money(layout.MonthlyCost)}";
}
