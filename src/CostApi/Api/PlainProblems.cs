using Microsoft.AspNetCore.WebUtilities;

namespace CostApi.Api;

/// <summary>Says what would be right where the framework itself turns a request away.</summary>
internal static class PlainProblems
{
    public static void Explain(ProblemDetailsContext context)
    {
        // What RFC 9457 takes for granted where a status has no address of its own.
        context.ProblemDetails.Type ??= "about:blank";
        context.ProblemDetails.Title ??= ReasonPhrases.GetReasonPhrase(context.HttpContext.Response.StatusCode);
        context.ProblemDetails.Detail ??= Detail(context.HttpContext);
    }

    private static string Detail(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => $"There is nothing at {context.Request.Path}.{Hint(context)} /openapi/v1.json lists every operation, and /swagger shows them.",
        StatusCodes.Status405MethodNotAllowed => $"{context.Request.Path} does not support {context.Request.Method}. Use {context.Response.Headers.Allow}.",
        StatusCodes.Status415UnsupportedMediaType => $"The Content-Type '{context.Request.ContentType}' is not supported here. {Supported(context)}",
        var status => $"The service answers this request with {status} {ReasonPhrases.GetReasonPhrase(status)}.",
    };

    private static string Hint(HttpContext context) => KnownPaths.Nearest(context) is { } near ? $" Did you mean {near}?" : "";

    private static string Supported(HttpContext context) =>
        KnownPaths.Accepted(context) is { Count: > 0 } types ? $"Use {string.Join(", ", types)}." : "Use application/json.";
}
