using System.Text.Json;
using CostApi.Core.PriceLists;

namespace CostApi.PriceSources.OfferFiles;

/// <summary>What has been picked out of an offer file so far, and what is still to come.</summary>
internal sealed class Picked
{
    // What they come to in memory is many times this, at worst.
    private const int MostBytes = 4 << 20;
    private const int MostProducts = 20_000;

    private readonly List<(Product Product, Sku Sku)> _products = [];
    private readonly Dictionary<string, Sku> _skus = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Sku>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private int _bytes;
    private int _awaited;

    public Picked() => _lookup = _skus.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a SKU has stood fewer times among the terms than among the products.</summary>
    public bool AwaitsTerms => _awaited > 0;

    /// <summary>Null where its terms are not wanted.</summary>
    public Sku? Find(ReadOnlySpan<char> sku) => _lookup.TryGetValue(sku, out var found) ? found : null;

    public void Add(ReadOnlySpan<char> key, Product product)
    {
        if (_products.Count == MostProducts) throw new InvalidDataException($"more than {MostProducts} products are wanted of it");
        if (!_lookup.TryGetValue(key, out var sku)) _lookup[key] = sku = new Sku();
        sku.Awaited++;
        _awaited++;
        // The key is where the list names a product; the member that repeats it may be missing.
        _products.Add((product.Sku.Length > 0 ? product : product with { Sku = key.ToString() }, sku));
    }

    public void Add(Sku sku, IEnumerable<OfferTerm> terms)
    {
        sku.Terms.AddRange(terms);
        if (sku.Awaited-- > 0) _awaited--;
    }

    /// <summary>A piece of the file as JSON, of which only so much may be kept.</summary>
    public JsonDocument Parse(ReadOnlySpan<byte> piece)
    {
        _bytes += piece.Length;
        if (_bytes > MostBytes) throw new InvalidDataException($"more than {MostBytes} bytes are wanted of it");
        var reader = new Utf8JsonReader(piece);
        return JsonDocument.ParseValue(ref reader);
    }

    public IReadOnlyList<Product> Products() => [.. _products.Select(row => row.Product with { Terms = row.Sku.Terms })];

    internal sealed class Sku
    {
        public int Awaited { get; set; }

        public List<OfferTerm> Terms { get; } = [];
    }
}
