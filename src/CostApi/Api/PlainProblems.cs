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
        StatusCodes.Status404NotFound => $"There is nothing at {context.Request.Path}. /openapi/v1.json lists what there is, /swagger shows it.",
        StatusCodes.Status405MethodNotAllowed => $"{context.Request.Method} is not allowed here; {context.Response.Headers.Allow} is.",
        StatusCodes.Status415UnsupportedMediaType => $"The body must be JSON, sent as Content-Type: application/json, not '{context.Request.ContentType}'.",
        var status => $"The service answers this request with {status} {ReasonPhrases.GetReasonPhrase(status)}.",
    };
}
