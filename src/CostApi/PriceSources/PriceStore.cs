using System.Collections.Concurrent;
using System.Security.Cryptography;
using CostApi.Core.PriceLists;
using CostApi.Core.Prices;
using CostApi.Operations;
using Microsoft.Extensions.Options;

namespace CostApi.PriceSources;

/// <summary>
/// Keeps every accepted book in the data directory. A file is written whole under another name, flushed, and renamed, so
/// that at any moment each name holds all of its book or is not there. Without a data directory it keeps nothing.
/// </summary>
internal sealed partial class PriceStore(IOptions<PricesOptions> options, Snapshot snapshot, ILogger<PriceStore> logger)
{
    private const string Unfinished = ".tmp";

    private readonly string? _directory = options.Value.DataDirectory is { Length: > 0 } directory ? Path.GetFullPath(directory) : null;
    private readonly ConcurrentDictionary<string, KeptFile[]> _kept = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _problems = new(StringComparer.Ordinal);

    /// <summary>What went wrong with a Region's files last; null where nothing did.</summary>
    public string? ProblemOf(string region) => _problems.GetValueOrDefault(region);

    /// <summary>The newest sound book of each Region that has one. A damaged file is set aside, and the one before it stands.</summary>
    public IEnumerable<StoredBook> ReadNewest()
    {
        foreach (var region in snapshot.Regions.Values)
        {
            var kept = _kept[region.Code] = List(region.Code);
            if (kept.Reverse().Select(file => TryRead(file, region)).FirstOrDefault(stored => stored is not null) is { } newest) yield return newest;
        }
    }

    /// <summary>Keeps a book, in place of the one before where it holds the same prices and was only found unchanged.</summary>
    public void Keep(StoredBook stored, PriceEdition before)
    {
        if (_directory is null) return;
        var (region, edition) = (stored.Book.Region.Code, stored.Book.Edition);
        try
        {
            var bytes = stored.Write();
            var folder = Directory.CreateDirectory(Path.Combine(_directory, region)).FullName;
            var file = KeptFile.Of(folder, edition, Hash(bytes));
            Write(file.Path, bytes);
            var superseded = _kept.GetValueOrDefault(region, []).Where(other => other.Path != file.Path && before.Version == edition.Version && other.Holds(before)).ToArray();
            Change(region, files => files.Where(other => other.Path != file.Path).Except(superseded).Append(file));
            foreach (var old in superseded) File.Delete(old.Path);
            _problems.TryRemove(region, out _);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Report(region, $"The prices of {region} could not be written to the data directory and are kept in memory only: {error.Message}");
        }
    }

    /// <summary>The book that was in force at the end of a day; null where none of that day or before is kept.</summary>
    /// <exception cref="PriceFileException">The book of that day is damaged.</exception>
    public PriceBook? Find(Region region, DateOnly asOf)
    {
        var file = _kept.GetValueOrDefault(region.Code, []).LastOrDefault(file => DateOnly.FromDateTime(file.PublishedAt.UtcDateTime) <= asOf);
        if (file is null) return null;
        return TryRead(file, region)?.Book ?? throw new PriceFileException($"The prices of {region.Code} published on {file.PublishedAt:yyyy-MM-dd} are damaged on disk.");
    }

    /// <summary>When the books that are kept of a Region were published.</summary>
    public IEnumerable<DateTimeOffset> Kept(string region) => _kept.GetValueOrDefault(region, []).Select(file => file.PublishedAt);

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

    private static void Discard(string unfinished)
    {
        try
        {
            File.Delete(unfinished);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What cannot be removed now is removed at the next start; nothing reads it.
        }
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private KeptFile[] List(string region)
    {
        try
        {
            if (_directory is null || !Directory.Exists(Path.Combine(_directory, region))) return [];
            var files = Directory.GetFiles(Path.Combine(_directory, region));
            foreach (var unfinished in files.Where(file => file.EndsWith(Unfinished, StringComparison.Ordinal))) Discard(unfinished);
            return [.. files.Select(KeptFile.Parse).OfType<KeptFile>().Order()];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Report(region, $"The prices of {region} in the data directory cannot be listed: {error.Message}");
            return [];
        }
    }

    private StoredBook? TryRead(KeptFile file, Region region)
    {
        if (file.IsDamaged) return null;
        try
        {
            var bytes = File.ReadAllBytes(file.Path);
            var hash = Hash(bytes);
            return hash == file.Sha256 ? StoredBook.Read(bytes, region, snapshot.Regions) : throw new PriceFileException($"its SHA-256 is {hash}");
        }
        catch (PriceFileException fault)
        {
            SetAside(file, region.Code, fault.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Report(region.Code, $"The price file {Path.GetFileName(file.Path)} of {region.Code} cannot be read: {error.Message}");
        }

        return null;
    }

    private void SetAside(KeptFile file, string region, string fault)
    {
        var damaged = file.AsDamaged();
        Change(region, files => files.Select(other => other == file ? damaged : other));
        Report(region, $"The price file {Path.GetFileName(file.Path)} of {region} is damaged and was set aside: {fault}");
        try
        {
            File.Move(file.Path, damaged.Path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It stays where it is, and is refused again at the next start.
        }
    }

    // Requests for the prices of a day and the refresh may change the list at the same time.
    private void Change(string region, Func<IEnumerable<KeptFile>, IEnumerable<KeptFile>> change) =>
        _kept.AddOrUpdate(region, _ => [.. change([])], (_, files) => [.. change(files).Order()]);

    private void Report(string region, string problem)
    {
        if (_problems.GetValueOrDefault(region) == problem) return;
        _problems[region] = problem;
        LogProblem(logger, problem);
    }

    [LoggerMessage(20, LogLevel.Warning, "{Problem}")]
    private static partial void LogProblem(ILogger logger, string problem);
}
