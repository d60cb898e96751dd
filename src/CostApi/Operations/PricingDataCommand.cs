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
        foreach (var region in snapshot.Regions.Values.OrderBy(region => region.Code, StringComparer.Ordinal))
        {
            var live = await ReadAsync(region, snapshot.Book(region.Code), output, cancellation);
            if (live.Length == 0) continue;
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
        await output.WriteLineAsync($"{folder} is written: review it with git diff, and run the tests, which tell what the change moves.");
        return _complete ? 0 : 1;
    }

    private async Task<Rate[]> ReadAsync(Region region, PriceBook shipped, TextWriter output, CancellationToken cancellation)
    {
        // A reviewer confirms what a second reading would.
        var (readings, complete) = await round.AskAsync(region, [], shipped, decimal.MaxValue, retry: false, cancellation);
        var book = BookMaker.Make([.. options.Value.SourceList.Where(source => source != SourceNames.Snapshot)], readings, shipped);
        Rate[] live = [.. book.Quotes.Where(quote => quote.Edition.Source != SourceNames.Snapshot).Select(quote => quote.Rate)];
        _complete &= complete;
        foreach (var edition in readings.Select(reading => reading.Edition).OfType<PriceEdition>())
            if (_newest is null || edition.PublishedAt > _newest) _newest = edition.PublishedAt;

        if (readings.Count > 0) await output.WriteLineAsync($"{region.Code}: {live.Length} live rates");
        foreach (var rate in live)
        {
            var old = (shipped.Find(rate.Charge) as Quote.Priced)?.Rate;
            if (old is null) await output.WriteLineAsync($"  new      {rate.UsageType} {Prices(rate)}");
            else if (!old.CostsTheSameAs(rate)) await output.WriteLineAsync($"  moved    {rate.UsageType} {Prices(old)} to {Prices(rate)}{(PriceMove.Factor(old, rate) is not { } factor || factor > options.Value.HoldBackFactor ? ", by more than is plausible" : "")}");
        }

        foreach (var quote in shipped.Quotes.Where(quote => quote.Rate.Charge is { IsGlobal: false, ToRegion: null } && live.Length > 0 && live.All(rate => rate.Charge != quote.Rate.Charge)))
            await output.WriteLineAsync($"  kept     {quote.Rate.UsageType}: no live source that was read lists it");
        foreach (var problem in readings.SelectMany(reading => reading.Remarks.Concat(reading.Error is { } error ? [error] : [])))
            await output.WriteLineAsync($"  problem  {problem}");
        return live;
    }

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
