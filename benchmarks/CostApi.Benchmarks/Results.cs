using System.Globalization;

namespace CostApi.Benchmarks;

/// <summary>Results as data: printed, and written to <c>benchmarks/results</c>.</summary>
internal static class Results
{
    public static void Write(string file, string header, IEnumerable<FormattableString> rows)
    {
        string[] lines = [header, .. rows.Select(row => row.ToString(CultureInfo.InvariantCulture))];
        File.WriteAllText(Path.Combine(Checkout.Root, "benchmarks", "results", file), string.Join('\n', lines) + "\n");
        var cells = lines.Select(line => line.Split(',')).ToArray();
        var widths = Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(row => row[column].Length)).ToArray();
        Console.WriteLine();
        foreach (var row in cells) Console.WriteLine(string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))));
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
