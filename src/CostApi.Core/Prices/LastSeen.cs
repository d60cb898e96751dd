using System.Globalization;

namespace CostApi.Core.Prices;

/// <summary>When a price was last seen in a list, as exactly as it is known.</summary>
/// <param name="Text">The day, as in <c>2025-10-28</c>; the month or the year where no more is known.</param>
/// <param name="From">The earliest moment that it may have been.</param>
/// <param name="To">The latest one.</param>
public sealed record LastSeen(string Text, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>A list that was read at a known moment.</summary>
    public static LastSeen At(DateTimeOffset moment) =>
        new(moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), moment, moment);

    /// <summary>Some time in a day, a month or a year; null for a text that is none of these.</summary>
    public static LastSeen? In(string? period)
    {
        if (BeginOf(period, "yyyy-MM-dd") is { } day) return new LastSeen(period!, day, day.AddDays(1));
        if (BeginOf(period, "yyyy-MM") is { } month) return new LastSeen(period!, month, month.AddMonths(1));
        return BeginOf(period, "yyyy") is { } year ? new LastSeen(period!, year, year.AddYears(1)) : null;
    }

    private static DateTimeOffset? BeginOf(string? period, string format) =>
        DateTimeOffset.TryParseExact(period, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var from) ? from : null;
}
