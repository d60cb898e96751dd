using System.Collections.Concurrent;
using System.Security.Cryptography;
using CostApi.Core.PriceLists;
using CostApi.Core.Prices;
using CostApi.Operations;
using Microsoft.Extensions.Options;

namespace CostApi.PriceSources;

/// <summary>
/// Keeps every accepted book in the data directory. A file is written whole under another name, flushed, and renamed, so
/// that at any moment each name holds all of its book or is not there. What cannot be written is kept in memory until it
/// can. Without a data directory it keeps nothing.
/// </summary>
internal sealed partial class PriceStore(IOptions<PricesOptions> options, Snapshot snapshot, ILogger<PriceStore> logger) : IDisposable
{
    private const string Unfinished = ".tmp", Json = ".json", Writing = "", Listing = "/";

    private readonly string? _directory = options.Value.DataDirectory is { Length: > 0 } directory ? Path.GetFullPath(directory) : null;
    private readonly ConcurrentDictionary<string, KeptFile[]> _kept = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, StoredBook[]> _unwritten = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (KeptFile File, string Version)> _latest = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Region, string Of), string> _problems = new();
    private readonly DataDirectoryLock _lock = new();

    /// <summary>What is wrong with a Region's files at present.</summary>
    public IEnumerable<string> ProblemsOf(string region) => _problems.Where(problem => problem.Key.Region == region).Select(problem => problem.Value).Order(StringComparer.Ordinal);

    /// <summary>The book accepted last of each Region that has one. A damaged file is set aside, and the one before it stands.</summary>
    /// <exception cref="OptionsValidationException">Another process keeps its prices in the data directory.</exception>
    public IEnumerable<StoredBook> ReadNewest()
    {
        if (_directory is not null) _lock.Claim(_directory);
        return ReadEach();
    }

    /// <summary>Keeps a book, in place of the one before where it holds the same prices and was only found unchanged.</summary>
    public void Keep(StoredBook stored)
    {
        if (_directory is null) return;
        var (region, version) = (stored.Book.Region.Code, stored.Book.Edition.Version);
        var waiting = _unwritten.GetValueOrDefault(region, []);
        _unwritten[region] = [.. waiting is [.., var last] && last.Book.Edition.Version == version ? waiting[..^1] : waiting, stored];
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(_directory, region)).FullName;
            _lock.Take(_directory);
            // What is there may have come back since the last time, and no number is given twice.
            var there = List(folder, region);
            Change(region, files => files.Concat(there.Where(file => !files.Any(file.IsSameAs))));
            while (_unwritten[region] is [var next, .. var rest])
            {
                Write(folder, next);
                _unwritten[region] = rest;
            }

            _problems.TryRemove((region, Listing), out _);
            if (_problems.TryRemove((region, Writing), out _)) LogWritten(logger, region);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Report(region, Writing, $"The prices of {region} could not be written to the data directory and are kept in memory only: {error.Message}");
        }
    }

    /// <summary>The book that was in force at the end of a day; null where none of that day or before is kept.</summary>
    /// <exception cref="PriceFileException">The book of that day cannot be read.</exception>
    public PriceBook? Find(Region region, DateOnly asOf)
    {
        var waiting = _unwritten.GetValueOrDefault(region.Code, []).Where(stored => DayOf(stored) <= asOf).OrderBy(DayOf).LastOrDefault();
        var file = FileOf(region.Code, asOf);
        if (waiting is not null && !(file?.Day > DayOf(waiting))) return waiting.Book;
        if (file is null) return null;
        return TryRead(file, region)?.Book
            ?? throw new PriceFileException($"The prices of {region.Code} published on {file.Day:yyyy-MM-dd} {(file.IsDamaged || FileOf(region.Code, asOf) is { IsDamaged: true } ? "are damaged on disk" : "cannot be read from the data directory")}.");
    }

    /// <summary>Whether the book that was in force at the end of a day could not be read, so that an older one stands.</summary>
    public bool IsLost(string region, DateOnly asOf) =>
        !_unwritten.GetValueOrDefault(region, []).Any(stored => FileOf(region, asOf)?.Day <= DayOf(stored))
        && FileOf(region, asOf) is { } file
        && (file.IsDamaged || !(_latest.TryGetValue(region, out var latest) && file.Number <= latest.File.Number));

    /// <summary>On which days the books that are kept of a Region were published.</summary>
    public IEnumerable<DateOnly> Days(string region) =>
        _unwritten.GetValueOrDefault(region, []).Select(DayOf).Concat(_kept.GetValueOrDefault(region, []).Select(file => file.Day));

    public void Dispose() => _lock.Dispose();

    private static void Write(string path, byte[] bytes)
    {
        var unfinished = path + Unfinished;
        try
        {
            using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            Discard(unfinished);
            throw;
        }
    }

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // An unfinished file is removed at a later start, and nothing reads it; behind a superseded one there is a newer.
        }
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static DateOnly DayOf(StoredBook stored) => DateOnly.FromDateTime(stored.Book.Edition.PublishedAt.UtcDateTime);

    private void Write(string folder, StoredBook stored)
    {
        var (region, edition) = (stored.Book.Region.Code, stored.Book.Edition);
        var bytes = stored.Write();
        var file = KeptFile.Of(folder, edition.PublishedAt, _kept[region].Select(other => other.Number).DefaultIfEmpty().Max() + 1, Hash(bytes));
        Write(file.Path, bytes);
        var superseded = _latest.TryGetValue(region, out var latest) && latest.Version == edition.Version ? latest.File : null;
        Change(region, files => files.Where(other => other != superseded).Append(file));
        _latest[region] = (file, edition.Version);
        if (superseded is not null) Discard(superseded.Path);
    }

    private IEnumerable<StoredBook> ReadEach()
    {
        foreach (var region in snapshot.Regions.Values)
        {
            foreach (var file in ListAtStart(region.Code).OrderByDescending(file => file.Number))
            {
                if (TryRead(file, region) is not { } stored) continue;
                _latest[region.Code] = (file, stored.Book.Edition.Version);
                yield return stored;
                break;
            }
        }
    }

    private KeptFile? FileOf(string region, DateOnly asOf) => _kept.GetValueOrDefault(region, []).LastOrDefault(file => file.Day <= asOf);

    private KeptFile[] ListAtStart(string region)
    {
        try
        {
            if (_directory is null || !Directory.Exists(Path.Combine(_directory, region))) return [];
            var folder = Path.Combine(_directory, region);
            foreach (var unfinished in Directory.GetFiles(folder, "*" + Unfinished).Where(_lock.IsNobodyElses)) Discard(unfinished);
            KeptFile[] files = [.. List(folder, region).Order()];
            foreach (var file in files.Where(file => file.IsDamaged)) Report(region, Path.GetFileNameWithoutExtension(file.Path), $"The price file {Path.GetFileName(file.Path)} of {region} was set aside as damaged before.");
            return _kept[region] = files;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Report(region, Listing, $"The prices of {region} in the data directory cannot be listed: {error.Message}");
            return [];
        }
    }

    // A folder in the place of a file is listed too, to be found damaged.
    private KeptFile[] List(string folder, string region)
    {
        var files = new List<KeptFile>();
        foreach (var path in Directory.GetFileSystemEntries(folder))
        {
            if (KeptFile.Parse(path) is { } file) files.Add(file);
            else if (path.EndsWith(Json, StringComparison.Ordinal)) SetAside(path, region, "its name is none that the service gives");
        }

        return [.. files];
    }

    private StoredBook? TryRead(KeptFile file, Region region)
    {
        if (file.IsDamaged) return null;
        var name = Path.GetFileName(file.Path);
        try
        {
            if (Directory.Exists(file.Path)) throw new PriceFileException("it is a folder");
            var bytes = File.ReadAllBytes(file.Path);
            var hash = Hash(bytes);
            var stored = hash == file.Sha256 ? StoredBook.Read(bytes, region, snapshot.Regions) : throw new PriceFileException($"its SHA-256 is {hash}");
            _problems.TryRemove((region.Code, name), out _);
            return stored;
        }
        catch (PriceFileException fault)
        {
            Change(region.Code, files => files.Select(other => other == file ? file with { Path = KeptFile.AsDamaged(file.Path), IsDamaged = true } : other));
            SetAside(file.Path, region.Code, fault.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Report(region.Code, name, $"The price file {name} of {region.Code} cannot be read: {error.Message}");
        }

        return null;
    }

    private void SetAside(string path, string region, string fault)
    {
        Report(region, Path.GetFileName(path), $"The price file {Path.GetFileName(path)} of {region} is damaged and was set aside: {fault}");
        try
        {
            Directory.Move(path, KeptFile.AsDamaged(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It stays where it is, and is refused again at the next start.
        }
    }

    // Requests for the prices of a day and the refresh may change the list at the same time.
    private void Change(string region, Func<KeptFile[], IEnumerable<KeptFile>> change) =>
        _kept.AddOrUpdate(region, _ => [.. change([]).Order()], (_, files) => [.. change(files).Order()]);

    // Each problem is logged once, when it begins; the words may change, as those of an error that names a file.
    private void Report(string region, string of, string problem)
    {
        if (_problems.TryAdd((region, of), problem)) LogProblem(logger, problem);
        else _problems[(region, of)] = problem;
    }

    [LoggerMessage(20, LogLevel.Warning, "{Problem}")]
    private static partial void LogProblem(ILogger logger, string problem);

    [LoggerMessage(21, LogLevel.Information, "The prices of {Region} are written to the data directory again.")]
    private static partial void LogWritten(ILogger logger, string region);
}
