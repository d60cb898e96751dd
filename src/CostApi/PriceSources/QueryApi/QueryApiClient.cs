using System.Text.Json;
using CostApi.Core.PriceLists;
using CostApi.Core.Prices;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace CostApi.PriceSources.QueryApi;

/// <summary>What a query gave: the products that may matter, and what could not be read.</summary>
/// <param name="List">The list.</param>
/// <param name="Problems">One text for each entry that could not be read.</param>
public sealed record QueriedList(PriceList List, IReadOnlyList<string> Problems);

/// <summary>Reads price lists from the AWS Price List Query API.</summary>
public sealed class QueryApiClient(IPricingApi api, CallResilience resilience)
{
    private const int MaxPages = 500;

    /// <summary>Reads a service's products for a Region, all pages of them.</summary>
    /// <exception cref="PriceSourceException">There is no list to be had.</exception>
    public async Task<QueriedList> ReadAsync(string serviceCode, Region region, CancellationToken cancellationToken)
    {
        var query = ProductQuery.For(serviceCode, region);
        Exception? last = null;
        try
        {
            return await resilience.Query.ExecuteAsync(async token =>
            {
                try
                {
                    return await ReadPagesAsync(token);
                }
                catch (PricingApiException error) when (error.Fault == PricingFault.StaleToken)
                {
                    // Pages of before and after a new edition would not fit together.
                    return await ReadPagesAsync(token);
                }
            }, cancellationToken);
        }
        catch (PricingApiException error)
        {
            throw Failure(error.Message, error);
        }
        catch (TimeoutRejectedException error)
        {
            throw Failure($"The Price List Query API gave no answer within {error.Timeout.TotalSeconds} s.{(last is PricingApiException before ? $" Before that: {before.Message}" : "")}", error);
        }
        catch (BrokenCircuitException error)
        {
            throw Failure($"The Price List Query API failed too often and is left alone for half a minute.{(error.InnerException is PricingApiException cause ? $" The last failure: {cause.Message}" : "")}", error, wasLeftAlone: true);
        }

        async Task<QueriedList> ReadPagesAsync(CancellationToken token)
        {
            var reading = new Reading(serviceCode);
            var tokens = new HashSet<string>(StringComparer.Ordinal);
            string? next = null;
            do
            {
                var page = await PageAsync(next, token);
                reading.Add(page.PriceList);
                next = page.NextToken;
                // The token decides, not the count: a page may be empty and not the last.
                if (next is not null && (!tokens.Add(next) || tokens.Count >= MaxPages))
                    throw Failure($"The pages of the answer have no end; page {tokens.Count} was the last that was read.");
            }
            while (next is not null);
            return reading switch
            {
                { IsEmpty: true } => throw Failure($"the Price List holds no products of {serviceCode} for {region.Code}.{reading.Hint}"),
                { IsDated: false } => throw Failure("the Price List does not say when it was published."),
                _ => reading.Result(),
            };
        }

        ValueTask<ProductPage> PageAsync(string? nextToken, CancellationToken token) => resilience.Page.ExecuteAsync(async inner =>
        {
            try
            {
                return await api.GetProductsAsync(query, nextToken, inner);
            }
            catch (PricingApiException error)
            {
                last = error;
                throw;
            }
        }, token);

        PriceSourceException Failure(string message, Exception? inner = null, bool wasLeftAlone = false) =>
            new($"{serviceCode} for {region.Code}: {message}", inner) { WasLeftAlone = wasLeftAlone };
    }

    private sealed class Reading(string serviceCode)
    {
        private readonly List<Product> _products = [];
        private readonly List<string> _problems = [];
        private (DateTimeOffset At, string Version) _newest;
        private int _pages;

        public bool IsEmpty { get; private set; } = true;

        public bool IsDated => _newest.At > default(DateTimeOffset);

        public string Hint => _problems.Count == 0 ? "" : $" {_problems.Count} entries could not be read; {_problems[0]}";

        public void Add(IReadOnlyList<string> entries)
        {
            _pages++;
            for (var i = 0; i < entries.Count; i++)
            {
                try
                {
                    if (ProductEntry.Parse(entries[i]) is { } entry) Add(entry);
                    else Note(i, "has no product");
                }
                catch (Exception error) when (error is JsonException or InvalidOperationException)
                {
                    // The latter for half of a surrogate pair: JSON, but no text.
                    Note(i, "is not JSON");
                }
            }
        }

        public QueriedList Result() => new(new PriceList(serviceCode, _newest.Version, _newest.At, _products), _problems);

        private void Add(ProductEntry entry)
        {
            IsEmpty = false;
            if (entry.PublishedAt is { } at && (at, entry.Version).CompareTo(_newest) > 0) _newest = (at, entry.Version);
            if (UsageTypes.MayMatter(serviceCode, entry.Product.UsageType)) _products.Add(entry.Product);
        }

        private void Note(int index, string what) => _problems.Add($"{serviceCode}: entry {index + 1} of page {_pages} {what}.");
    }
}
