using System.Globalization;

namespace CostApi.Benchmarks;

/// <summary>The command line: a command, then <c>--name</c> or <c>--name=value</c>.</summary>
internal sealed class Options(string[] args)
{
    public string Command => args.Length > 0 ? args[0] : "";

    public bool Has(string name) => args.Contains($"--{name}");

    public string? Text(string name) => args.FirstOrDefault(arg => arg.StartsWith($"--{name}=", StringComparison.Ordinal))?[(name.Length + 3)..];

    /// <summary>A number within bounds, so that no run goes on for hours.</summary>
    public int Number(string name, int usual, int most) =>
        Math.Clamp(Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual, 1, most);
}
