using System.Globalization;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace CostApi.PriceSources.QueryApi;

/// <summary>What an error of AWS, or of the way there, means: decided here, whichever client met it.</summary>
// No text of AWS or of its library goes into a message, and no exception of theirs behind it: that on a wrong signature
// repeats the signed headers, session token included.
internal static class AwsFailure
{
    private const int LongestCode = 64;

    /// <summary>The failure that an answer names by a code and a status.</summary>
    /// <param name="code">Error code as AWS writes it; null or empty where the answer has none.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="retryAfter">How long AWS wants to be left alone.</param>
    public static PricingApiException OfAnswer(string? code, int status, TimeSpan? retryAfter = null) => PricingApiException.Of(CodeOf(code), status, retryAfter);

    /// <summary>What answers is no Query API, such as the page of a proxy.</summary>
    public static PricingApiException OfAnotherLanguage() => new(
        PricingFault.Unavailable, "What answers in place of the Price List Query API does not speak its JSON: check Prices:QueryApi:ServiceUrl and what stands between, such as a proxy.");

    /// <summary>Whether an exception of a call is a failure to be read here; it is not where the caller gave up, or where it is one already.</summary>
    public static bool IsOne(Exception error, CancellationToken cancellation) =>
        error is not (PricingApiException or PriceSourceException) && !(error is OperationCanceledException && cancellation.IsCancellationRequested);

    /// <summary>The failure behind an exception of a call.</summary>
    public static PricingApiException Of(Exception error, PricingEndpoint endpoint, DateTimeOffset now) => error switch
    {
        PricingApiException known => known,
        // Not an AmazonClientException, since version 4 of AWSSDK.Core.
        AmazonServiceException { StatusCode: not 0 } answer when (int)answer.StatusCode is < 200 or >= 300 =>
            OfAnswer(answer.ErrorCode, (int)answer.StatusCode, RetryAfter(answer, now)),
        AmazonUnmarshallingException or JsonException => OfAnotherLanguage(),
        // The code and its like say nothing where there was no answer; what lies behind may.
        AmazonServiceException { InnerException: (HttpRequestException or IOException) and var behind } => Of(behind, endpoint, now),
        AmazonServiceException { StatusCode: not 0 } => OfAnotherLanguage(),
        HttpRequestException or IOException => Unreached(endpoint, error.Message),
        OperationCanceledException or TimeoutException => Unreached(endpoint, "it took too long"),
        _ => Unreached(endpoint, error.GetType().Name),
    };

    /// <summary>An error code without what qualifies it, as in <c>com.amazonaws.pricing#ThrottlingException</c> or <c>ThrottlingException:http://…</c>; empty for what is no code.</summary>
    public static string CodeOf(string? code)
    {
        var plain = (code ?? "").Split(':')[0].Split('#')[^1];
        return plain.Length <= LongestCode && plain.All(char.IsAsciiLetterOrDigit) ? plain : "";
    }

    /// <summary>How long an answer asks to be left alone, by its header.</summary>
    public static TimeSpan? RetryAfter(string? header, DateTimeOffset now)
    {
        if (int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return TimeSpan.FromSeconds(seconds);
        if (!DateTimeOffset.TryParse(header, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)) return null;
        return date > now ? date - now : TimeSpan.Zero;
    }

    private static TimeSpan? RetryAfter(AmazonServiceException answer, DateTimeOffset now) =>
        answer.InnerException is HttpErrorResponseException { Response: { } response } && response.IsHeaderPresent("Retry-After")
            ? RetryAfter(response.GetHeaderValue("Retry-After"), now)
            : null;

    private static PricingApiException Unreached(PricingEndpoint endpoint, string why) =>
        new(PricingFault.Unavailable, $"The Price List Query API at {endpoint.Url.Authority} cannot be reached, or broke off: {why}");
}
