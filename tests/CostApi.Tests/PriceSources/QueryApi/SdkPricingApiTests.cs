using System.Net;
using System.Net.Sockets;
using Amazon.Pricing;
using Amazon.Pricing.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using CostApi.PriceSources;
using CostApi.PriceSources.QueryApi;
using CostApi.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace CostApi.Tests.PriceSources.QueryApi;

/// <summary>The client over AWS's package, with the exceptions that AWSSDK.Core throws, beside the client that signs for itself.</summary>
public sealed class SdkPricingApiTests
{
    private const string Token = "IQoJb3JpZ2luX2VjEXAMPLETOKEN";

    private static readonly string Echo = $"The canonical request was: x-amz-security-token:{Token}";

    public static TheoryData<string, Exception, Misbehaviour> Failures => new()
    {
        { "throttling", Answer("ThrottlingException", 400), Faults.Throttling() },
        { "access denied", Answer("AccessDeniedException", 400), Faults.Error("AccessDeniedException") },
        { "wrong signature", Answer("InvalidSignatureException", 403), Faults.Error("InvalidSignatureException", Echo, 403) },
        { "expired credentials", Answer("ExpiredTokenException", 400), Faults.Error("ExpiredTokenException", Echo) },
        { "expired page", Answer("ExpiredNextTokenException", 400), Faults.ExpiredToken() },
        { "internal error", Answer("InternalErrorException", 500), Faults.Error("InternalErrorException", "", 500) },
        { "503 of a proxy", Answer(null, 503), Faults.Status(503, "<html/>", "text/html") },
        { "403 of a proxy", Answer(null, 403), Faults.Status(403, "<html/>", "text/html") },
        { "408", Answer("", 408), Faults.Status(408) },
        { "HTML with 200", new AmazonUnmarshallingException("id", "body", Echo, new FormatException(Echo), HttpStatusCode.OK), Faults.HtmlWith200() },
        { "HTML with 200, told otherwise", new AmazonServiceException(Echo, new System.Xml.XmlException(Echo)) { StatusCode = HttpStatusCode.OK }, Faults.HtmlWith200() },
    };

    public static TheoryData<string, Exception> Broken => new()
    {
        { "reset", new HttpRequestException("Connection reset by peer", new SocketException((int)SocketError.ConnectionReset)) },
        { "reset in the body", new HttpIOException(HttpRequestError.ResponseEnded) },
        { "reset, wrapped", new AmazonServiceException(Echo, new IOException("Connection reset by peer")) },
        { "no answer", new AmazonServiceException(Echo) },
        { "time-out of the library", new TaskCanceledException(Echo) },
        { "no credentials", new AmazonClientException(Echo) },
        { "a fault of the library", new InvalidOperationException(Echo, new FormatException(Echo)) },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Both_clients_say_the_same_of_an_answer_and_none_of_its_words(string name, Exception error, Misbehaviour fault)
    {
        await using var aws = await FakeAws.StartAsync("eu-west-1");
        aws.Fault(When.IsQuery, fault);
        await using var signed = new Querying(aws.Url);
        await using var sdk = new Querying(aws.Url, api: _ => Api(() => throw error));

        var (bySigned, bySdk) = (await signed.FailureAsync("AmazonVPC"), await sdk.FailureAsync("AmazonVPC"));

        Assert.True(bySigned == bySdk, $"{name}: {bySigned} / {bySdk}");
        Assert.Equal(signed.Calls.Count, sdk.Calls.Count);
        Assert.Equal(aws.Requests.Count, sdk.Calls.Count);
        Assert.DoesNotContain(sdk.Log.All.Append(bySdk), line => line.Contains(Token, StringComparison.Ordinal));
        Assert.DoesNotContain(signed.Log.All.Append(bySigned), line => line.Contains(Token, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task What_breaks_off_is_tried_again_within_the_limit_of_calls(string name, Exception error)
    {
        await using var sdk = new Querying(new Uri("http://prices.invalid"), api: _ => Api(() => throw error));

        var failure = await sdk.FailureAsync("AmazonVPC");

        Assert.True(sdk.Calls.Count == 4, name);
        Assert.Contains("at prices.invalid cannot be reached, or broke off", failure, StringComparison.Ordinal);
        Assert.DoesNotContain(sdk.Log.All.Append(failure), line => line.Contains(Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_exception_of_the_library_stands_behind_a_failure()
    {
        var failure = await Assert.ThrowsAsync<PricingApiException>(() => Api(() => throw Answer("InvalidSignatureException", 403)).GetProductsAsync(Query, null, CancellationToken.None));

        Assert.DoesNotContain(Token, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_no_failure() => await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
        Api(() => throw new TaskCanceledException()).GetProductsAsync(Query, null, new CancellationToken(canceled: true)));

    [Fact]
    public async Task A_page_that_is_empty_has_a_token_or_is_none()
    {
        Assert.Equal("next", (await Api(() => new GetProductsResponse { NextToken = "next" }).GetProductsAsync(Query, null, CancellationToken.None)).NextToken);
        Assert.Null((await Api(() => new GetProductsResponse { PriceList = ["{}"], NextToken = "" }).GetProductsAsync(Query, "token", CancellationToken.None)).NextToken);
        await Assert.ThrowsAsync<PricingApiException>(() => Api(() => new GetProductsResponse()).GetProductsAsync(Query, null, CancellationToken.None));
    }

    private static ProductQuery Query => ProductQuery.For("AmazonVPC", Shipped.Snapshot.Regions["eu-west-1"]);

    private static AmazonServiceException Answer(string? code, int status) =>
        new(Echo, new HttpErrorResponseException(Echo, null), ErrorType.Unknown, code, "request", (HttpStatusCode)status);

    private static SdkPricingApi Api(Func<GetProductsResponse> answer) => new(
        _ => new Pricing(answer), Options.Create(new QueryApiOptions { ServiceUrl = new Uri("http://prices.invalid") }), TimeProvider.System);

    private sealed class Pricing(Func<GetProductsResponse> answer) : IAmazonPricing
    {
        public Task<GetProductsResponse> GetProductsAsync(GetProductsRequest request, CancellationToken cancellationToken = default)
        {
            try
            {
                return Task.FromResult(answer());
            }
            catch (Exception error)
            {
                return Task.FromException<GetProductsResponse>(error);
            }
        }
    }
}
