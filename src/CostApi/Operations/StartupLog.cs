using CostApi.PriceSources;

namespace CostApi.Operations;

internal static partial class StartupLog
{
    /// <summary>Says once which prices the service answers from, and which ones it will look for.</summary>
    public static void Prices(ILogger logger, Snapshot snapshot, PriceBooks books, PricesOptions options)
    {
        foreach (var source in snapshot.Regions.Keys.Select(region => books[region].Book).Where(book => book.IsAvailable).GroupBy(book => book.Edition.Source))
        {
            var editions = source.Select(book => book.Edition.Version).Distinct().ToArray();
            LogEdition(logger, source.Key, editions is [var one] ? $", edition {one}" : "", source.Count());
        }

        foreach (var refusal in snapshot.Refusals) LogRefusal(logger, refusal);
        if (books.IsLive) LogLive(logger, string.Join(", ", options.SourceList.Where(source => source != SourceNames.Snapshot)));
    }

    [LoggerMessage(1, LogLevel.Information, "Answering from {Source}{Edition}: {Count} Regions.")]
    private static partial void LogEdition(ILogger logger, string source, string edition, int count);

    [LoggerMessage(2, LogLevel.Error, "{Refusal}")]
    private static partial void LogRefusal(ILogger logger, string refusal);

    [LoggerMessage(4, LogLevel.Information, "Live prices come from {Sources}, for each Region once it is asked for. Prices__Sources=snapshot keeps to the shipped ones.")]
    private static partial void LogLive(ILogger logger, string sources);

    /// <summary>Says first where to look.</summary>
    public static void Open(ILogger logger, IEnumerable<string> addresses)
    {
        // An address that stands for all of the machine's is none that a browser opens.
        var open = addresses.Select(address => address
            .Replace("//[::]", "//localhost", StringComparison.Ordinal)
            .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
            .Replace("//*", "//localhost", StringComparison.Ordinal)
            .Replace("//+", "//localhost", StringComparison.Ordinal)
            .TrimEnd('/')).Distinct().ToArray();
        if (open.Length > 0) LogOpen(logger, string.Join(" or ", open.Select(address => $"{address}/")), open[0]);
    }

    [LoggerMessage(6, LogLevel.Information, "Open {Page} in a browser. The API is described at {Address}/swagger. Press Ctrl+C to stop.")]
    private static partial void LogOpen(ILogger logger, string page, string address);

    /// <summary>Says in one line why the program cannot do what it was started for.</summary>
    public static int Refuse(string fault)
    {
        Console.Error.WriteLine(fault.ReplaceLineEndings(" "));
        return 1;
    }
}
