using System.Collections.Concurrent;
using Amazon.Pricing;
using Amazon.Pricing.Model;
using Amazon.Runtime;
using Microsoft.Extensions.Options;

namespace CostApi.PriceSources.QueryApi;

/// <summary>Calls the Query API through AWS's package for it, AWSSDK.Pricing.</summary>
internal sealed class SdkPricingApi(Func<PricingEndpoint, IAmazonPricing> connect, IOptions<QueryApiOptions> options) : IPricingApi
{
    private readonly ConcurrentDictionary<PricingEndpoint, IAmazonPricing> _clients = new();

    public async Task<ProductPage> GetProductsAsync(ProductQuery query, string? nextToken, CancellationToken cancellationToken)
    {
        var client = _clients.GetOrAdd(PricingEndpoint.Of(query.Partition, options.Value), connect);
        try
        {
            var page = await client.GetProductsAsync(new GetProductsRequest
            {
                ServiceCode = query.ServiceCode,
                FormatVersion = "aws_v1",
                MaxResults = 100,
                NextToken = nextToken,
                Filters = [.. query.Filters.Select(filter => new Filter { Type = FilterType.TERM_MATCH, Field = filter.Field, Value = filter.Value })],
            }, cancellationToken);
            return new ProductPage(page.PriceList ?? [], string.IsNullOrEmpty(page.NextToken) ? null : page.NextToken);
        }
        catch (Exception error) when (error is AmazonClientException or HttpRequestException or IOException)
        {
            // Without an answer there is no status: as good as out of service.
            var answer = error as AmazonServiceException;
            throw PricingApiException.Of(answer?.ErrorCode ?? "", answer is { StatusCode: not 0 } ? (int)answer.StatusCode : 503);
        }
    }
}
