namespace CostApi.PriceSources.QueryApi;

/// <summary>Why a call of the Query API failed, as far as it decides what to do next.</summary>
public enum PricingFault
{
    /// <summary>It would fail again.</summary>
    Refused,

    /// <summary>Too many calls.</summary>
    Throttled,

    /// <summary>It may pass.</summary>
    Unavailable,

    /// <summary>The token of the page holds no longer.</summary>
    StaleToken,
}

/// <summary>A call of the Query API failed.</summary>
public sealed class PricingApiException(PricingFault fault, string message, TimeSpan? retryAfter = null) : Exception(message)
{
    public PricingFault Fault => fault;

    /// <summary>How long AWS wants to be left alone; null where it did not say.</summary>
    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>The failure that AWS names by a code and a status.</summary>
    /// <param name="code">Error code, as in <c>AccessDeniedException</c>; empty where the answer has none.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="retryAfter">How long AWS wants to be left alone.</param>
    public static PricingApiException Of(string code, int status, TimeSpan? retryAfter = null)
    {
        var answer = code.Length == 0 ? $"{status}" : $"{status} {code}";
        var (fault, message) = (code, status) switch
        {
            ("ThrottlingException" or "Throttling" or "ThrottledException" or "RequestThrottled" or "RequestThrottledException" or "TooManyRequestsException" or "RequestLimitExceeded" or "SlowDown", _) or (_, 429) =>
                (PricingFault.Throttled, $"AWS limits the calls of the Price List Query API ({answer}); it allows an account 5 a second."),
            ("ExpiredNextTokenException" or "InvalidNextTokenException", _) =>
                (PricingFault.StaleToken, $"AWS no longer knows the token of the next page ({answer})."),
            ("AccessDeniedException" or "AccessDenied" or "NotAuthorizedException" or "UnauthorizedOperation", _) =>
                (PricingFault.Refused, $"AWS denies access to the Price List Query API ({answer}): the credentials need the permission pricing:GetProducts."),
            ("UnrecognizedClientException" or "InvalidClientTokenId" or "InvalidAccessKeyId" or "InvalidToken", _) =>
                (PricingFault.Refused, $"AWS does not know the access key or session token ({answer}): check the credentials, and that they belong to this partition."),
            ("InvalidSignatureException" or "SignatureDoesNotMatch" or "IncompleteSignature" or "IncompleteSignatureException" or "RequestExpired" or "RequestTimeTooSkewed", _) =>
                (PricingFault.Refused, $"AWS does not accept the signature ({answer}): check the secret key and the clock of this machine."),
            ("ExpiredTokenException" or "ExpiredToken", _) =>
                (PricingFault.Refused, $"The session token of the credentials has expired ({answer}): renew the credentials."),
            ("MissingAuthenticationTokenException" or "MissingAuthenticationToken", _) =>
                (PricingFault.Refused, $"The signature did not reach AWS ({answer}): check what stands between, such as a proxy."),
            ("InternalErrorException" or "InternalFailure" or "InternalServerException" or "InternalServerError" or "ServiceUnavailable" or "ServiceUnavailableException" or "RequestTimeout" or "RequestTimeoutException", _) or (_, 408 or >= 500) =>
                (PricingFault.Unavailable, $"The Price List Query API is failing at AWS ({answer})."),
            (_, >= 300 and < 400) => (PricingFault.Refused, $"The Price List Query API answered with a redirect ({answer}), which is not followed: check Prices:QueryApi:ServiceUrl."),
            _ => (PricingFault.Refused, $"The Price List Query API refused the request ({answer})."),
        };
        return new PricingApiException(fault, message, retryAfter);
    }
}
