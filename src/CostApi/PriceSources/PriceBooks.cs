using System.Collections.Concurrent;
using System.Threading.Channels;
using CostApi.Core.PriceLists;
using CostApi.Core.Prices;
using CostApi.Operations;
using Microsoft.Extensions.Options;

namespace CostApi.PriceSources;

/// <summary>What is at hand for a Region.</summary>
/// <param name="Book">The book that answers are made from.</param>
/// <param name="Readings">What the live sources have said.</param>
/// <param name="AttemptedAt">When they were last asked; null for not since the start.</param>
/// <param name="LastError">What last went wrong; null for nothing since the start.</param>
internal sealed record RegionPrices(PriceBook Book, IReadOnlyList<Reading> Readings, DateTimeOffset? AttemptedAt, SourceFailure? LastError);

/// <summary>A source that could not be read.</summary>
/// <param name="Source">The source.</param>
/// <param name="ServiceCode">The price list that was asked for.</param>
/// <param name="At">When.</param>
/// <param name="Message">What happened.</param>
public sealed record SourceFailure(string Source, string ServiceCode, DateTimeOffset At, string Message);

/// <summary>The books in force: one for each Region, immutable and swapped whole. To ask for one never waits.</summary>
internal sealed class PriceBooks
{
    private readonly Snapshot _snapshot;
    private readonly PriceStore _store;
    private readonly IReadOnlyList<string> _sources;
    private readonly ConcurrentDictionary<string, RegionPrices> _prices = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _inUse = new(StringComparer.Ordinal);
    private readonly Channel<string> _askedFor = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });

    public PriceBooks(Snapshot snapshot, PriceStore store, IOptions<PricesOptions> options)
    {
        (_snapshot, _store, _sources) = (snapshot, store, options.Value.SourceList);
        foreach (var region in snapshot.Regions.Keys) _prices[region] = Make(region, []);
        var unknown = options.Value.RegionList.Except(snapshot.Regions.Keys).ToArray();
        if (unknown.Length > 0)
            throw new OptionsValidationException(nameof(PricesOptions.Regions), typeof(PricesOptions), [$"Prices:Regions names {string.Join(", ", unknown)}, which the service does not know."]);
        if (!IsLive) return;
        foreach (var stored in store.ReadNewest())
        {
            var region = stored.Book.Region.Code;
            // The shipped prices may be newer than those that completed the book when it was written, and the settings others.
            _prices[region] = Make(region, [.. stored.Readings.Where(reading => _sources.Contains(reading.Source))]);
            Use(region);
        }

        foreach (var region in options.Value.RegionList) Use(region);
        InUseAtStart = [.. _inUse.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether there is a source to take prices from beside the shipped ones.</summary>
    public bool IsLive => _sources.Any(source => source != SourceNames.Snapshot);

    /// <summary>Whether there is a Region whose prices are at hand.</summary>
    public bool HavePrices => _prices.Values.Any(prices => prices.Book.IsAvailable);

    /// <summary>The Regions that are configured or on disk.</summary>
    public IReadOnlyList<string> InUseAtStart { get; } = [];

    /// <summary>The Regions in use, each once: at the start, and then as they are first asked for.</summary>
    public ChannelReader<string> AskedFor => _askedFor.Reader;

    /// <summary>What is at hand for a Region, for those who look after the prices.</summary>
    public RegionPrices this[string region] => _prices[region];

    /// <summary>The book to answer from. A Region first asked for is kept fresh from then on.</summary>
    public PriceBook Book(string region)
    {
        if (IsLive) Use(region);
        return _prices[region].Book;
    }

    /// <summary>The book that was in force at the end of a day; null where none of that day or before is at hand.</summary>
    /// <exception cref="PriceFileException">The book of that day cannot be read.</exception>
    public PriceBook? Book(string region, DateOnly asOf)
    {
        var current = Book(region);
        if (DayOf(current.Edition.PublishedAt) <= asOf && !_store.IsLost(region, asOf)) return current;
        if (IsLive && _store.Find(current.Region, asOf) is { } kept) return kept;
        var shipped = _snapshot.Book(region);
        return _sources.Contains(SourceNames.Snapshot) && DayOf(shipped.Edition.PublishedAt) <= asOf ? shipped : null;
    }

    /// <summary>The first day of which prices are at hand.</summary>
    public DateOnly EarliestDay(string region)
    {
        var days = _store.Days(region).Append(DayOf(_prices[region].Book.Edition.PublishedAt));
        if (_sources.Contains(SourceNames.Snapshot)) days = days.Append(DayOf(_snapshot.Book(region).Edition.PublishedAt));
        return days.Min();
    }

    /// <summary>The books in force from one day to another: that of the first day, and each one published after it.</summary>
    /// <exception cref="PriceFileException">One of them cannot be read.</exception>
    public IEnumerable<PriceBook> Between(string region, DateOnly from, DateOnly to) =>
        _store.Days(region).Append(DayOf(_prices[region].Book.Edition.PublishedAt)).Where(day => from < day && day <= to)
            .Prepend(from).Distinct().Order().Select(day => Book(region, day)).OfType<PriceBook>();

    /// <summary>The prices of all other Regions: what is in force, and what is shipped, where that is not in force.</summary>
    public IEnumerable<PriceBook> Elsewhere(string region) =>
        _prices.Keys.Where(other => other != region).SelectMany(other => new[] { _prices[other].Book, _snapshot.Book(other) }.Distinct());

    /// <summary>Whether the Region is kept fresh.</summary>
    public bool IsInUse(string region) => _inUse.ContainsKey(region);

    public void Use(string region)
    {
        if (!_inUse.ContainsKey(region) && _inUse.TryAdd(region, true)) _askedFor.Writer.TryWrite(region);
    }

    /// <summary>Keeps a new book, and puts it in force.</summary>
    public void Swap(string region, IReadOnlyList<Reading> readings, DateTimeOffset attemptedAt)
    {
        var before = _prices[region];
        var failed = readings.FirstOrDefault(reading => reading.Error is not null);
        var prices = Make(region, readings) with
        {
            AttemptedAt = attemptedAt,
            LastError = failed is null ? before.LastError : new SourceFailure(failed.Source, failed.ServiceCode, attemptedAt, failed.Error!),
        };
        // Kept first: no answer is made from a book that a crash could lose.
        if (prices.Book.Edition != before.Book.Edition && readings.Any(reading => reading.Edition is not null)) _store.Keep(new StoredBook(prices.Book, readings));
        _prices[region] = prices;
    }

    private static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);

    private RegionPrices Make(string region, IReadOnlyList<Reading> readings) => new(BookMaker.Make(_sources, readings, _snapshot.Book(region)), readings, null, null);
}
