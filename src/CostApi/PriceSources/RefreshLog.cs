using CostApi.Core.PriceLists;

namespace CostApi.PriceSources;

/// <summary>Says what refreshing brought: each thing once, when it begins and when it ends.</summary>
internal sealed partial class RefreshLog(ILogger logger)
{
    private readonly Dictionary<(string Source, string Region), Failure> _failing = [];
    private readonly Lock _telling = new();

    public void Tell(string region, RegionPrices before, RegionPrices after)
    {
        foreach (var readings in after.Readings.GroupBy(reading => reading.Source))
        {
            // What failed says more than that it was left alone after that.
            var failed = readings.Where(reading => reading.Error is not null).OrderBy(reading => reading.WasLeftAlone).FirstOrDefault();
            if (failed is null) TellRecovery(readings.Key, region);
            else TellFailure(readings.Key, region, failed);
        }

        var known = before.Readings.SelectMany(reading => reading.Remarks).ToHashSet();
        foreach (var reading in after.Readings)
            foreach (var remark in reading.Remarks.Where(remark => !known.Contains(remark))) LogRemark(logger, region, reading.Source, remark);

        if (before.Book.Edition.Version != after.Book.Edition.Version) LogEdition(logger, region, after.Book.Edition.Source, after.Book.Edition.Version);
    }

    // Without a network every Region fails alike: one line for all of them, and one for each that fails otherwise.
    private void TellFailure(string source, string region, Reading failed)
    {
        lock (_telling)
        {
            if (_failing.ContainsKey((source, region))) return;
            var cause = failed.Error!.Replace($" for {region}: ", ": ", StringComparison.Ordinal);
            var others = _failing.Where(other => other.Key.Source == source).Select(other => other.Value.Cause).ToArray();
            var isTold = others.Contains(cause) || failed.WasLeftAlone && others.Length > 0;
            _failing.Add((source, region), new Failure(cause, !isTold));
            if (isTold) LogFailingToo(logger, source, region, failed.Error);
            else LogFailing(logger, source, region, failed.Error);
        }
    }

    private void TellRecovery(string source, string region)
    {
        lock (_telling)
        {
            if (!_failing.Remove((source, region), out var failure)) return;
            if (_failing.Keys.All(key => key.Source != source)) LogRecovered(logger, source);
            else if (failure.WasTold) LogRecoveredRegion(logger, source, region);
        }
    }

    private sealed record Failure(string Cause, bool WasTold);

    [LoggerMessage(11, LogLevel.Warning, "No prices from {Source} for {Region} at present: {Error} Other Regions with the same error are not logged. Answers use the last good prices; GET /v1/prices shows each Region's state.")]
    private static partial void LogFailing(ILogger logger, string source, string region, string error);

    [LoggerMessage(12, LogLevel.Debug, "No prices from {Source} for {Region} either: {Error}")]
    private static partial void LogFailingToo(ILogger logger, string source, string region, string error);

    [LoggerMessage(13, LogLevel.Information, "Prices from {Source} are read again for all Regions in use.")]
    private static partial void LogRecovered(ILogger logger, string source);

    [LoggerMessage(16, LogLevel.Information, "Prices from {Source} are read again for {Region}.")]
    private static partial void LogRecoveredRegion(ILogger logger, string source, string region);

    [LoggerMessage(14, LogLevel.Warning, "{Region}, {Source}: {Remark}")]
    private static partial void LogRemark(ILogger logger, string region, string source, string remark);

    [LoggerMessage(15, LogLevel.Information, "{Region} is answered from {Source}, edition {Version}.")]
    private static partial void LogEdition(ILogger logger, string region, string source, string version);
}
