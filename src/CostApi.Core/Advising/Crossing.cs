using CostApi.Core.Layouts;
using CostApi.Core.Rating;

namespace CostApi.Core.Advising;

/// <summary>Where two cost lines cross: from these GB on, the first is no dearer than the second.</summary>
/// <param name="Gb">The GB a month.</param>
/// <param name="After">The last bend before it.</param>
/// <param name="Gap">How much the first line lies above the second there.</param>
/// <param name="FirstPerGb">Slope of the first line from there.</param>
/// <param name="SecondPerGb">Slope of the second.</param>
public sealed record Crossing(decimal Gb, decimal After, decimal Gap, decimal FirstPerGb, decimal SecondPerGb)
{
    /// <summary>The first crossing, exactly, also where tiers bend the lines; null where they cross at no GB that a request can have, or a price is not known.</summary>
    public static Crossing? Of(CostLine first, CostLine second)
    {
        decimal[] bends = [0, .. first.Bends.Concat(second.Bends).Distinct().Order()];
        var (firstFrom, secondFrom) = (first.At(0), second.At(0));
        for (var i = 0; i < bends.Length; i++)
        {
            var (from, to) = (bends[i], i + 1 < bends.Length ? bends[i + 1] : bends[i] + 1_000_000);
            var (firstTo, secondTo) = (first.At(to), second.At(to));
            if (firstFrom is not { } first0 || secondFrom is not { } second0 || firstTo is not { } first1 || secondTo is not { } second1) return null;
            (firstFrom, secondFrom) = (firstTo, secondTo);
            var (gap, width) = (first0 - second0, to - from);
            var (firstSlope, secondSlope) = ((first1 - first0) / width, (second1 - second0) / width);
            // Equal at one point is no crossing where the first line goes on above.
            if (gap < 0 || gap == 0 && firstSlope <= secondSlope) return new Crossing(Schedule.Round(from), from, gap, firstSlope, secondSlope);
            if (secondSlope <= firstSlope) continue;
            if (gap / Limits.Gb > secondSlope - firstSlope) continue;
            var gb = from + gap / (secondSlope - firstSlope);
            if (gb <= to || i == bends.Length - 1) return new Crossing(Schedule.Round(gb), from, gap, firstSlope, secondSlope);
        }

        return null;
    }
}
