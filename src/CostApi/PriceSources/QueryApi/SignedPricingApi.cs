using Microsoft.Extensions.Options;

namespace CostApi.PriceSources.QueryApi;

/// <summary>Calls the Query API without AWS's package for it.</summary>
internal sealed class SignedPricingApi(IHttpClientFactory clients, Credentials credentials, IOptions<QueryApiOptions> options, TimeProvider time) : IPricingApi
{
    public const string ClientName = "query-api";

    public async Task<ProductPage> GetProductsAsync(ProductQuery query, string? nextToken, CancellationToken cancellationToken)
    {
        var endpoint = PricingEndpoint.Of(query.Partition, options.Value);
        try
        {
            using var request = SignedRequest.Of(query, nextToken, endpoint, await credentials.GetAsync(cancellationToken));
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var body = await AnswerBody.ReadAsync(response.Content, cancellationToken);
            return response.StatusCode == System.Net.HttpStatusCode.OK ? AnswerBody.Page(body) : throw Failure(response, body);
        }
        catch (Exception error) when (AwsFailure.IsOne(error, cancellationToken))
        {
            throw AwsFailure.Of(error, endpoint, time.GetUtcNow());
        }
    }

    private PricingApiException Failure(HttpResponseMessage response, byte[] body)
    {
        var (type, wait) = (Header("x-amzn-ErrorType"), Header("Retry-After"));
        return AwsFailure.OfAnswer(AnswerBody.ErrorCode(body, type), (int)response.StatusCode, AwsFailure.RetryAfter(wait, time.GetUtcNow()));

        string? Header(string name) => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
    }
}
