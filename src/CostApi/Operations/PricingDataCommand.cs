using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CostApi.Core.PriceLists;
using CostApi.Core.Prices;
using CostApi.PriceSources;
using Microsoft.Extensions.Options;

namespace CostApi.Operations;

/// <summary>Rewrites the shipped prices from the live sources, for a maintainer to review as a diff.</summary>
internal sealed class PricingDataCommand(SourceRound round, IOptions<PricesOptions> options, TimeProvider time)
{
    public const string Name = "update-pricing-data";

    private const string InterRegion = "inter-region.json", ManifestName = "manifest.json";

    private bool _complete = true;
    private DateTimeOffset? _newest;

    /// <summary>Exit code: 0 if every Region's lists were read, else 1; the folder holds what was read either way.</summary>
    public async Task<int> RunAsync(string folder, TextWriter output, CancellationToken cancellation)
    {
        Snapshot snapshot;
        try
        {
            snapshot = Snapshot.Read(folder);
        }
        catch (PriceFileException fault)
        {
            await output.WriteLineAsync($"{folder} is no folder of shipped prices. {fault.Message}");
            return 1;
        }

        var manifest = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(Path.Combine(folder, ManifestName), cancellation), ManifestJson.Default.Manifest)!;
        var interRegion = PriceFile.ParseInterRegion(await File.ReadAllBytesAsync(Path.Combine(folder, InterRegion), cancellation));
        var files = manifest.Files.Keys.ToHashSet(StringComparer.Ordinal);
        var unread = new List<string>();
        foreach (var region in snapshot.Regions.Values.OrderBy(region => region.Code, StringComparer.Ordinal))
        {
            var live = await ReadAsync(region, snapshot, output, cancellation);
            if (live.Length == 0)
            {
                unread.Add(region.Code);
                continue;
            }

            var name = $"regions/{region.Code}.json";
            var path = Path.Combine(folder, name);
            var before = File.Exists(path)
                ? PriceFile.ParseRegion(await File.ReadAllBytesAsync(path, cancellation))
                : new PriceFile.RegionPrices(PriceFile.Schema, region.Code, region.Currency, []);
            await File.WriteAllTextAsync(path, PriceFileText.Of(ShippedUpdate.Of(before, live)), cancellation);
            interRegion = ShippedUpdate.Of(interRegion, region, live);
            files.Add(name);
        }

        if (_newest is null)
        {
            await output.WriteLineAsync("No live source could be read; nothing was written.");
            return 1;
        }

        await File.WriteAllTextAsync(Path.Combine(folder, InterRegion), PriceFileText.Of(interRegion), cancellation);
        await WriteManifestAsync(folder, manifest, files, cancellation);
        if (unread.Count > 0) await output.WriteLineAsync($"Kept as they were, as no live source was read: {string.Join(", ", unread)}.");
        await output.WriteLineAsync($"Kept as they were, as no source lists them by Region: hosted zones and the free allowance to the internet (global.json). Check them by hand.");
        await output.WriteLineAsync($"{folder} is written: review it with git diff, and run the tests, which tell what the change moves.");
        return _complete ? 0 : 1;
    }

    private async Task<Quote.Priced[]> ReadAsync(Region region, Snapshot snapshot, TextWriter output, CancellationToken cancellation)
    {
        var shipped = snapshot.Book(region.Code);
        PriceBook[] elsewhere = [.. snapshot.Regions.Keys.Where(code => code != region.Code).Select(snapshot.Book).Where(book => book.Region.Currency == region.Currency)];
        // A reviewer confirms what another edition would.
        var (readings, complete) = await round.AskAsync(region, [], shipped, decimal.MaxValue, retry: false, elsewhere, cancellation);
        var book = BookMaker.Make([.. options.Value.SourceList.Where(source => source != SourceNames.Snapshot)], readings, shipped);
        Quote.Priced[] live = [.. book.Quotes.Where(quote => !quote.Edition.IsShipped)];
        _complete &= complete;
        foreach (var edition in readings.Select(reading => reading.Edition).OfType<PriceEdition>())
            if (_newest is null || edition.PublishedAt > _newest) _newest = edition.PublishedAt;

        if (readings.Count > 0) await output.WriteLineAsync($"{region.Code}: {live.Length} live rates");
        foreach (var rate in live.Select(quote => quote.Rate)) await TellMoveAsync(rate, (shipped.Find(rate.Charge) as Quote.Priced)?.Rate, elsewhere, output);
        foreach (var quote in shipped.Quotes.Where(quote => quote.Rate.Charge is { IsGlobal: false, ToRegion: null } && live.Length > 0 && live.All(found => found.Rate.Charge != quote.Rate.Charge)))
            await output.WriteLineAsync($"  kept     {quote.Rate.UsageType}: no live source that was read lists it");
        foreach (var problem in readings.SelectMany(reading => reading.Remarks.Concat(reading.Error is { } error ? [error] : [])).Distinct())
            await output.WriteLineAsync($"  problem  {problem}");
        return live;
    }

    private async Task TellMoveAsync(Rate rate, Rate? old, PriceBook[] elsewhere, TextWriter output)
    {
        if (old is null)
        {
            Rate[] others = [.. elsewhere.Select(book => (book.Find(rate.Charge) as Quote.Priced)?.Rate).OfType<Rate>()];
            var isFar = others.Length > 0 && !others.Any(other => IsNear(other, rate));
            await output.WriteLineAsync($"  new      {rate.UsageType} {Prices(rate)}{(isFar ? ", far from the price in every other Region" : "")}");
        }
        else if (!old.CostsTheSameAs(rate))
        {
            await output.WriteLineAsync($"  moved    {rate.UsageType} {Prices(old)} to {Prices(rate)}{(IsNear(old, rate) ? "" : ", by more than is plausible")}");
        }
    }

    private bool IsNear(Rate one, Rate other) => PriceMove.Factor(one, other) <= options.Value.HoldBackFactor;

    private async Task WriteManifestAsync(string folder, Manifest before, IEnumerable<string> files, CancellationToken cancellation)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files) hashes.Add(file, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(folder, file), cancellation))));
        var now = time.GetUtcNow();
        var after = before with
        {
            Version = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            PublishedAt = _newest > before.PublishedAt ? _newest.Value : before.PublishedAt,
            // Prices that could not be read were not taken from their source today.
            RetrievedAt = _complete ? new DateTimeOffset(now.Ticks - now.Ticks % TimeSpan.TicksPerSecond, TimeSpan.Zero) : before.RetrievedAt,
            Files = hashes,
        };
        await File.WriteAllTextAsync(Path.Combine(folder, ManifestName), JsonSerializer.Serialize(after, ManifestJson.Default.Manifest) + "\n", new UTF8Encoding(false), cancellation);
    }

    private static string Prices(Rate rate) => string.Join("/", rate.Tiers.Select(tier => tier.Price.ToString(CultureInfo.InvariantCulture)));
}
