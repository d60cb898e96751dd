using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace CostApi.PriceSources.QueryApi;

/// <summary>Calls the Query API without AWS's package for it.</summary>
internal sealed class SignedPricingApi(IHttpClientFactory clients, Credentials credentials, IOptions<QueryApiOptions> options, TimeProvider time) : IPricingApi
{
    public const string ClientName = "query-api";

    public async Task<ProductPage> GetProductsAsync(ProductQuery query, string? nextToken, CancellationToken cancellationToken)
    {
        var endpoint = PricingEndpoint.Of(query.Partition, options.Value);
        using var request = SignedRequest.Of(query, nextToken, endpoint, await credentials.GetAsync(cancellationToken));
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var body = await AnswerBody.ReadAsync(response.Content, cancellationToken);
            return response.StatusCode == System.Net.HttpStatusCode.OK ? AnswerBody.Page(body) : throw Failure(response, body);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw new PricingApiException(
                PricingFault.Unavailable, $"The Price List Query API at {endpoint.Url.Authority} cannot be reached, or broke off: {error.Message}", inner: error);
        }
    }

    private PricingApiException Failure(HttpResponseMessage response, byte[] body)
    {
        var header = response.Headers.TryGetValues("x-amzn-ErrorType", out var types) ? types.FirstOrDefault() : null;
        return PricingApiException.Of(AnswerBody.ErrorCode(body, header), (int)response.StatusCode, Wait(response.Headers.RetryAfter));
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? retryAfter) =>
        (retryAfter?.Delta ?? (retryAfter?.Date - time.GetUtcNow())) is { } wait ? wait > TimeSpan.Zero ? wait : TimeSpan.Zero : null;
}
