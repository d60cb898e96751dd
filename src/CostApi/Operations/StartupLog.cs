using CostApi.PriceSources;

namespace CostApi.Operations;

internal static partial class StartupLog
{
    /// <summary>Says once which prices the service answers from.</summary>
    public static void Prices(ILogger logger, Snapshot snapshot)
    {
        var priced = snapshot.Regions.Keys.Where(region => snapshot.Book(region).IsAvailable).ToArray();
        LogEdition(logger, priced.Length == 0 ? "none" : snapshot.Book(priced[0]).Edition.Version, priced.Length);
        foreach (var refusal in snapshot.Refusals) LogRefusal(logger, refusal);
    }

    [LoggerMessage(1, LogLevel.Information, "Answering from the shipped prices, edition {Version}: {Count} Regions.")]
    private static partial void LogEdition(ILogger logger, string version, int count);

    [LoggerMessage(2, LogLevel.Error, "{Refusal}")]
    private static partial void LogRefusal(ILogger logger, string refusal);

    [LoggerMessage(3, LogLevel.Critical, "There is nothing to answer from: {Fault}")]
    public static partial void Unusable(ILogger logger, string fault);
}
