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
        StatusCodes.Status404NotFound =>
            $"The path {context.Request.Path} does not exist.{Hint(context)} /swagger and /openapi/v1.json describe all operations.",
        StatusCodes.Status405MethodNotAllowed =>
            $"{context.Request.Path} does not support {context.Request.Method}. Use {context.Response.Headers.Allow}.",
        StatusCodes.Status415UnsupportedMediaType => $"The Content-Type '{context.Request.ContentType}' is not supported here. {Supported(context)}",
        var status => $"The request failed with status {status} ({ReasonPhrases.GetReasonPhrase(status)}).",
    };

    private static string Hint(HttpContext context) => KnownPaths.Nearest(context) is { } near ? $" Did you mean {near}?" : "";

    private static string Supported(HttpContext context) =>
        KnownPaths.Accepted(context) is { Count: > 0 } types ? $"Use {string.Join(", ", types)}." : "Use application/json.";
}
