using System.Collections.Immutable;
using System.Globalization;
using CostApi.Core.Prices;

namespace CostApi.Tests.Fakes;

/// <summary>A version of a service's price list.</summary>
public sealed record Edition(string ServiceCode, DateTimeOffset PublishedAt, ImmutableList<CatalogueProduct> Products)
{
    /// <summary>Counts the changes since the start, published or not.</summary>
    public int Revision { get; init; }

    public string Version => PublishedAt.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    public string PublicationDate => PublishedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}

/// <summary>What the fake sells. A change shows at once, under the current version; <see cref="Publish"/> gives a new one.</summary>
public sealed class PriceCatalogue
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Edition> _current = [];
    private readonly Dictionary<string, ImmutableList<Edition>> _published = [];

    private PriceCatalogue()
    {
        string[] services = [RegionProducts.Vpc, RegionProducts.Ec2, RegionProducts.Transfer];
        foreach (var service in services)
        {
            _current[service] = new Edition(service, new DateTimeOffset(2026, 11, 20, 18, 30, 0, TimeSpan.Zero).AddMinutes(_current.Count), []);
            _published[service] = [];
        }
    }

    /// <summary>The Regions that have usage types of their own: all but those whose prefix is not known.</summary>
    public static IReadOnlyList<string> AllRegions { get; } =
        [.. Shipped.Snapshot.Regions.Values.Where(region => region.UsageTypePrefix is not null).Select(region => region.Code).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Services
    {
        get { lock (_gate) return [.. _current.Keys]; }
    }

    /// <summary>The rows of these Regions, at the shipped prices where there are any.</summary>
    public static PriceCatalogue Of(params IReadOnlyList<string> regions)
    {
        var catalogue = new PriceCatalogue();
        CatalogueProduct[] own = [.. regions.SelectMany(RegionProducts.Of)];
        catalogue.Add([.. own, .. RegionProducts.Global(own)]);
        foreach (var service in catalogue.Services) catalogue._published[service] = [catalogue.Current(service)!];
        return catalogue;
    }

    /// <summary>The list as it now stands; null for an unknown service.</summary>
    public Edition? Current(string service)
    {
        lock (_gate) return _current.GetValueOrDefault(service);
    }

    /// <summary>Every version that was published; the last has the changes made since.</summary>
    public IReadOnlyList<Edition> Published(string service)
    {
        lock (_gate) return _current.TryGetValue(service, out var current) ? [.. _published[service].SkipLast(1), current] : [];
    }

    /// <summary>Gives one service's list, or each one's, a new version and date. The older versions stay on offer as they were when published.</summary>
    public void Publish(DateTimeOffset at, string? service = null)
    {
        lock (_gate)
            foreach (var code in service is null ? _current.Keys.ToArray() : [service])
            {
                _current[code] = _current[code] with { PublishedAt = at, Revision = _current[code].Revision + 1 };
                _published[code] = _published[code].RemoveAll(edition => edition.Version == _current[code].Version).Add(_current[code]);
            }
    }

    /// <summary>Sets a price without tiers, as in <c>Set("eu-west-1", "VpcEndpoint-Hours", "0.0110000000")</c>.</summary>
    /// <param name="region">Region code.</param>
    /// <param name="charge">Usage type, without the Region prefix or with it.</param>
    /// <param name="price">The price as AWS is to write it.</param>
    /// <param name="operation">Operation; that of <see cref="Charges"/> by default.</param>
    public void Set(string region, string charge, string price, string? operation = null) =>
        SetTiers(region, charge, [("0", "Inf", price)], operation);

    public void SetTiers(string region, string charge, IReadOnlyList<(string Begin, string End, string Price)> tiers, string? operation = null) =>
        Change(region, charge, product =>
        {
            var before = product.Terms[0].Dimensions[0];
            var currency = before.Prices.Keys.First();
            return product.Priced([.. tiers.Select((tier, index) => before with
            {
                Code = tiers.Count == 1 ? CatalogueDimension.OnlyTier : RegionProducts.RateCode(product.Sku, index),
                Begin = tier.Begin,
                End = tier.End,
                Prices = new Dictionary<string, string> { [currency] = tier.Price },
                Description = $"{tier.Price} {currency} per {before.Unit} from {tier.Begin} to {tier.End}",
            })]);
        }, operation);

    /// <summary>Changes the one row of a charge; that there is none, or more than one, is an error of the test.</summary>
    public void Change(string region, string charge, Func<CatalogueProduct, CatalogueProduct> change, string? operation = null)
    {
        lock (_gate)
        {
            var product = Find(region, charge, operation);
            Update(product.ServiceCode, products => products.Replace(product, change(product)));
        }
    }

    /// <summary>The one row of a charge.</summary>
    public CatalogueProduct Find(string region, string charge, string? operation = null)
    {
        var prefixed = $"{Shipped.Snapshot.Regions[region].UsageTypePrefix}-{charge}";
        var wanted = operation ?? Charges.ByUsageType.GetValueOrDefault(charge)?.Operation;
        lock (_gate)
            return _current.Values.SelectMany(edition => edition.Products).Where(product => !product.IsDecoy
                && (product.UsageType == charge || product.UsageType == prefixed)
                && product.StandsIn(region)
                && (wanted is null || product["operation"] == wanted)).ToArray() is [var only]
                ? only
                : throw new InvalidOperationException($"{charge} of {region} does not name one row; does it need an operation?");
    }

    public void Add(params IReadOnlyList<CatalogueProduct> products)
    {
        lock (_gate)
            foreach (var service in products.GroupBy(product => product.ServiceCode))
                Update(service.Key, list => list.AddRange(service));
    }

    public void Remove(string region, string charge, string? operation = null)
    {
        lock (_gate)
        {
            var product = Find(region, charge, operation);
            Update(product.ServiceCode, products => products.Remove(product));
        }
    }

    public void RemoveAll(Predicate<CatalogueProduct> which)
    {
        lock (_gate)
            foreach (var service in _current.Keys.ToArray()) Update(service, products => products.RemoveAll(which));
    }

    private void Update(string service, Func<ImmutableList<CatalogueProduct>, ImmutableList<CatalogueProduct>> update)
    {
        var edition = _current[service];
        _current[service] = edition with { Products = update(edition.Products), Revision = edition.Revision + 1 };
    }
}
