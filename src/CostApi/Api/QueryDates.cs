using System.Globalization;
using CostApi.Core.Layouts;
using CostApi.Core.Layouts.Checks;

namespace CostApi.Api;

/// <summary>Dates of a query.</summary>
internal static class QueryDates
{
    /// <summary>A date; null, with a problem, where the text is none.</summary>
    public static DateOnly? Day(string text, string name, Problems problems)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        problems.Add(JsonPath.Root.Member(name), $"must be a date in the format yyyy-MM-dd, for example 2026-11-22, not '{text}'.");
        return null;
    }
}
