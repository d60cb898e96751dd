using System.Collections.Concurrent;

namespace CostApi.PriceSources;

/// <summary>Says what refreshing brought: each thing once, when it begins and when it ends.</summary>
internal sealed partial class RefreshLog(ILogger logger)
{
    private readonly ConcurrentDictionary<(string Source, string Region), bool> _failing = new();
    private readonly Lock _telling = new();

    public void Tell(string region, RegionPrices before, RegionPrices after)
    {
        foreach (var readings in after.Readings.GroupBy(reading => reading.Source)) TellSource(readings.Key, region, readings.Select(reading => reading.Error).FirstOrDefault(error => error is not null));
        var known = before.Readings.SelectMany(reading => reading.Remarks).ToHashSet();
        foreach (var reading in after.Readings)
            foreach (var remark in reading.Remarks.Where(remark => !known.Contains(remark))) LogRemark(logger, region, reading.Source, remark);

        if (before.Book.Edition.Version != after.Book.Edition.Version) LogEdition(logger, region, after.Book.Edition.Source, after.Book.Edition.Version);
    }

    private void TellSource(string source, string region, string? error)
    {
        // Without a network every Region fails alike: one line for all of them.
        lock (_telling)
        {
            var wereFailing = _failing.Keys.Count(key => key.Source == source);
            if (error is null)
            {
                if (_failing.TryRemove((source, region), out _) && wereFailing == 1) LogRecovered(logger, source);
                return;
            }

            if (!_failing.TryAdd((source, region), true)) return;
            if (wereFailing == 0) LogFailing(logger, source, error);
            else LogFailingToo(logger, source, region, error);
        }
    }

    [LoggerMessage(11, LogLevel.Warning, "No prices from {Source} at present: {Error} Answers go on from the last good prices; GET /v1/prices tells each Region's state.")]
    private static partial void LogFailing(ILogger logger, string source, string error);

    [LoggerMessage(12, LogLevel.Debug, "No prices from {Source} for {Region} either: {Error}")]
    private static partial void LogFailingToo(ILogger logger, string source, string region, string error);

    [LoggerMessage(13, LogLevel.Information, "Prices from {Source} are read again for all Regions in use.")]
    private static partial void LogRecovered(ILogger logger, string source);

    [LoggerMessage(14, LogLevel.Warning, "{Region}, {Source}: {Remark}")]
    private static partial void LogRemark(ILogger logger, string region, string source, string remark);

    [LoggerMessage(15, LogLevel.Information, "{Region} is answered from {Source}, edition {Version}.")]
    private static partial void LogEdition(ILogger logger, string region, string source, string version);
}
