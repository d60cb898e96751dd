using System.Globalization;

namespace CostApi.Core.Prices;

/// <summary>Checks that the rows of every price file must pass.</summary>
internal static class FileChecks
{
    private static readonly string[] Confidences = ["high", "medium", "derived"];
    private static readonly string[] Dates = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    /// <summary>The rows that are there: the reader of JSON lets null into a list whatever its type says.</summary>
    public static IReadOnlyList<T> NoNulls<T>(IReadOnlyList<T?> rows, string list, List<string> faults)
        where T : class
    {
        T[] there = [.. rows.OfType<T>()];
        if (there.Length < rows.Count) faults.Add($"a row of {list} is null");
        return there;
    }

    public static void Provenance(string of, string? asOf, string confidence, List<string> faults)
    {
        if (!Confidences.Contains(confidence)) faults.Add($"{of}: confidence '{confidence}' is not one of {string.Join(", ", Confidences)}");
        if (asOf is not null && !DateOnly.TryParseExact(asOf, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            faults.Add($"{of}: asOf '{asOf}' is not a date as yyyy, yyyy-MM or yyyy-MM-dd");
    }

    /// <summary>The tiers that are there, checked to adjoin each other.</summary>
    public static IReadOnlyList<PriceFile.TierRow> Tiers(PriceFile.RateRow row, List<string> faults)
    {
        PriceFile.TierRow[] tiers = [.. row.Tiers.OfType<PriceFile.TierRow>()];
        if (tiers.Length < row.Tiers.Count) faults.Add($"{row.Charge}: a tier is null");
        if (tiers.Length == 0) faults.Add($"{row.Charge} has no tiers");
        decimal? expected = 0;
        foreach (var tier in tiers)
        {
            if (expected is null) faults.Add($"{row.Charge}: a tier from {tier.From} follows one that has no end");
            else if (tier.From > expected) faults.Add($"{row.Charge}: gap between tiers, {expected} to {tier.From}");
            else if (tier.From < expected) faults.Add($"{row.Charge}: tiers overlap, {tier.From} to {expected}");
            if (tier.To <= tier.From) faults.Add($"{row.Charge}: a tier ends at {tier.To}, before its start at {tier.From}");
            if (tier.Price < 0) faults.Add($"{row.Charge}: price {tier.Price} is negative");
            expected = tier.To;
        }

        return tiers;
    }
}
