using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using CostApi.Core.Prices;
using CostApi.Core.Services;

namespace CostApi.PriceSources;

/// <summary>The prices that the service ships, read once from <c>pricing-data/</c>.</summary>
public sealed class Snapshot
{
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

    /// <summary>The prices of a Region; for one without a usable file, a book in which every charge is unpriced.</summary>
    public PriceBook Book(string region) => _books[region];

    public bool HasPrices => _books.Values.Any(book => book.IsAvailable);

    /// <summary>
    /// Reads the folder. A Region's file that fails its checks is refused whole and leaves that Region without prices;
    /// without the manifest, the Regions or the services there is nothing to answer from, and that is an error.
    /// </summary>
    /// <exception cref="PriceFileException">The manifest, the Regions or the endpoint services are unusable.</exception>
    public static Snapshot Read(string folder)
    {
        var (manifest, hash) = ReadManifest(folder);
        var files = new Files(folder, manifest);
        var regions = PriceFile.ReadRegions(files.Required("regions.json")).ToFrozenDictionary(region => region.Code);
        var services = ServiceCatalogue.Read(files.Required("endpoint-services.json"));
        var global = files.Optional("global.json", json => PriceFile.ReadGlobal(json)) ?? [];
        var interRegion = (files.Optional("inter-region.json", json => PriceFile.ReadInterRegion(json, regions)) ?? []).ToLookup(row => row.From, row => row.Rate);
        var own = regions.Values.Where(region => files.Has(FileOf(region)))
            .ToDictionary(region => region.Code, region => files.Optional(FileOf(region), json => PriceFile.ReadRegion(json, region)));

        // With the hash, equal versions hold equal prices, even if somebody edits a price and forgets the date.
        var version = $"{manifest.Version}-{hash[..8]}{(files.Refusals.Count == 0 ? "" : "-partial")}";
        var edition = new PriceEdition("snapshot", version, manifest.PublishedAt, manifest.RetrievedAt);
        return new Snapshot(regions, services, regions.Values.Select(Book).ToFrozenDictionary(book => book.Region.Code), [.. files.Refusals.Values]);

        PriceBook Book(Region region)
        {
            var rates = own.GetValueOrDefault(region.Code);
            var unavailable = rates is not null ? null : files.Refusals.GetValueOrDefault(FileOf(region)) ?? $"No list prices for {region.Code} are at hand.";
            var everywhere = global.Where(row => row.Partitions.Contains(region.Partition)).Select(row => row.Rate);
            return new PriceBook(region, edition, (rates ?? []).Concat(everywhere).Concat(interRegion[region.Code]), unavailable);
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
                ? (manifest, Convert.ToHexStringLower(SHA256.HashData(bytes)))
                : throw new PriceFileException($"{path}: schema {manifest?.Schema} is not {PriceFile.Schema}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new PriceFileException($"{path}: {error.Message}");
        }
    }

    private sealed class Files(string folder, Manifest manifest)
    {
        /// <summary>Why each refused file was refused.</summary>
        public Dictionary<string, string> Refusals { get; } = [];

        public bool Has(string name) => manifest.Files.ContainsKey(name);

        public byte[] Required(string name)
        {
            try
            {
                return Checked(name);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
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
            var actual = Convert.ToHexStringLower(SHA256.HashData(bytes));
            if (!manifest.Files.TryGetValue(name, out var expected)) throw new PriceFileException($"{name} is not in the manifest");
            return actual == expected ? bytes : throw new PriceFileException($"its SHA-256 is {actual}, the manifest says {expected}");
        }
    }
}
