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

    [LoggerMessage(3, LogLevel.Critical, "There is nothing to answer from: {Fault}")]
    public static partial void Unusable(ILogger logger, string fault);

    [LoggerMessage(5, LogLevel.Critical, "The settings cannot be meant: {Fault}")]
    public static partial void Misconfigured(ILogger logger, string fault);

    [LoggerMessage(4, LogLevel.Information, "Live prices come from {Sources}, for each Region once it is asked for. Prices__Sources=snapshot keeps to the shipped ones.")]
    private static partial void LogLive(ILogger logger, string sources);
}
