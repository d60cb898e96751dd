using System.Collections.Concurrent;
using Amazon.Pricing;
using Amazon.Pricing.Model;
using Microsoft.Extensions.Options;

namespace CostApi.PriceSources.QueryApi;

/// <summary>Calls the Query API through AWS's package for it, AWSSDK.Pricing.</summary>
internal sealed class SdkPricingApi(Func<PricingEndpoint, IAmazonPricing> connect, IOptions<QueryApiOptions> options, TimeProvider time) : IPricingApi
{
    private readonly ConcurrentDictionary<PricingEndpoint, IAmazonPricing> _clients = new();

    public async Task<ProductPage> GetProductsAsync(ProductQuery query, string? nextToken, CancellationToken cancellationToken)
    {
        var endpoint = PricingEndpoint.Of(query.Partition, options.Value);
        try
        {
            var page = await _clients.GetOrAdd(endpoint, connect).GetProductsAsync(new GetProductsRequest
            {
                ServiceCode = query.ServiceCode,
                FormatVersion = "aws_v1",
                MaxResults = 100,
                NextToken = nextToken,
                Filters = [.. query.Filters.Select(filter => new Filter { Type = FilterType.TERM_MATCH, Field = filter.Field, Value = filter.Value })],
            }, cancellationToken);
            // What is no page has neither; the page behind a token may be empty.
            if (page is { PriceList: null, NextToken: null or "" }) throw AwsFailure.OfAnotherLanguage();
            return new ProductPage(page.PriceList ?? [], string.IsNullOrEmpty(page.NextToken) ? null : page.NextToken);
        }
        catch (Exception error) when (AwsFailure.IsOne(error, cancellationToken))
        {
            throw AwsFailure.Of(error, endpoint, time.GetUtcNow());
        }
    }
}
