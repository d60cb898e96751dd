using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CostApi.Core.Prices;
using CostApi.Core.Services;

namespace CostApi.PriceSources;

/// <summary>The prices that the service ships, read once from <c>pricing-data/</c>.</summary>
public sealed class Snapshot
{
    private const string InterRegion = "inter-region.json";

    private readonly FrozenDictionary<string, PriceBook> _books;

    private Snapshot(IReadOnlyDictionary<string, Region> regions, ServiceCatalogue services, FrozenDictionary<string, PriceBook> books, IReadOnlyList<string> refusals)
    {
        Regions = regions;
        Services = services;
        _books = books;
        Refusals = refusals;
    }

    /// <summary>The Regions, by code.</summary>
    public IReadOnlyDictionary<string, Region> Regions { get; }

    public ServiceCatalogue Services { get; }

    /// <summary>What each refused file was refused for.</summary>
    public IReadOnlyList<string> Refusals { get; }

    /// <summary>The prices of a Region; for one without a usable file, a book in which the Region's own charges are unpriced.</summary>
    public PriceBook Book(string region) => _books[region];

    /// <summary>
    /// Reads the folder. A Region's file that fails its checks is refused whole and leaves that Region without prices;
    /// without the manifest, the Regions, the services or the global rates there is nothing to answer from, and that is an error.
    /// </summary>
    /// <exception cref="PriceFileException">The manifest, the Regions, the endpoint services or the global rates are unusable.</exception>
    public static Snapshot Read(string folder)
    {
        var (manifest, hash) = ReadManifest(folder);
        var files = new Files(folder, manifest);
        var regions = files.Required("regions.json", json => PriceFile.ReadRegions(json)).ToFrozenDictionary(region => region.Code);
        var services = files.Required("endpoint-services.json", json => ServiceCatalogue.Read(json));
        // Without this file, "no free allowance in this partition" and "not known" would look the same.
        var global = files.Required("global.json", json => PriceFile.ReadGlobal(json));
        var interRegion = (files.Optional(InterRegion, json => PriceFile.ReadInterRegion(json, regions)) ?? []).ToLookup(row => row.From, row => row.Rate);
        var own = regions.Values.Where(region => files.Has(FileOf(region)))
            .ToDictionary(region => region.Code, region => files.Optional(FileOf(region), json => PriceFile.ReadRegion(json, region)));

        // With the hash, equal versions hold equal prices, even if somebody edits a price and forgets the date.
        var version = $"{manifest.Version}-{hash[..8]}{files.Gaps}";
        var edition = new PriceEdition(PriceEdition.Shipped, version, manifest.PublishedAt, manifest.RetrievedAt);
        return new Snapshot(regions, services, regions.Values.Select(Book).ToFrozenDictionary(book => book.Region.Code), [.. files.Refusals.Values]);

        PriceBook Book(Region region)
        {
            var rates = own.GetValueOrDefault(region.Code);
            var unavailable = rates is not null ? null : files.Refusals.GetValueOrDefault(FileOf(region)) ?? $"No list prices for {region.Code} are available.";
            var everywhere = global.Where(row => row.Partitions.Contains(region.Partition.Name)).Select(row => row.Rate);
            return new PriceBook(
                region, edition, (rates ?? []).Concat(everywhere).Concat(interRegion[region.Code]).Select(rate => new Quote.Priced(rate, edition)), unavailable, files.Refusals.GetValueOrDefault(InterRegion));
        }
    }

    private static string FileOf(Region region) => $"regions/{region.Code}.json";

    private static (Manifest Manifest, string Hash) ReadManifest(string folder)
    {
        var path = Path.Combine(folder, "manifest.json");
        try
        {
            var bytes = File.ReadAllBytes(path);
            var manifest = JsonSerializer.Deserialize(bytes, ManifestJson.Default.Manifest);
            return manifest is { Schema: PriceFile.Schema }
                ? (manifest, Hash(bytes))
                : throw new PriceFileException($"{path}: schema {manifest?.Schema} is not {PriceFile.Schema}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new PriceFileException($"{path}: {error.Message}");
        }
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private sealed class Files(string folder, Manifest manifest)
    {
        /// <summary>Why each refused file was refused.</summary>
        public Dictionary<string, string> Refusals { get; } = [];

        public bool Has(string name) => manifest.Files.ContainsKey(name);

        /// <summary>Tells editions apart that lack different files; empty where none is refused.</summary>
        public string Gaps => Refusals.Count == 0 ? "" : $"-partial-{Hash(Encoding.UTF8.GetBytes(string.Join('\n', Refusals.Keys.Order(StringComparer.Ordinal))))[..8]}";

        public T Required<T>(string name, Func<byte[], T> read)
        {
            try
            {
                return read(Checked(name));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or PriceFileException)
            {
                throw new PriceFileException($"{name}: {error.Message}");
            }
        }

        public T? Optional<T>(string name, Func<byte[], T> read)
            where T : class
        {
            try
            {
                return read(Checked(name));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or PriceFileException)
            {
                Refusals[name] = $"The price file {name} was refused: {error.Message}.";
                return null;
            }
        }

        private byte[] Checked(string name)
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, name));
            var actual = Hash(bytes);
            if (!manifest.Files.TryGetValue(name, out var expected)) throw new PriceFileException("it is not in the manifest");
            return actual == expected ? bytes : throw new PriceFileException($"its SHA-256 is {actual}, the manifest says {expected}");
        }
    }
}
