namespace CostApi.Api;

/// <summary>Says what would be right where the framework itself turns a request away.</summary>
internal static class PlainProblems
{
    public static void Explain(ProblemDetailsContext context) => context.ProblemDetails.Detail ??= context.HttpContext.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => $"There is nothing at {context.HttpContext.Request.Path}. /openapi/v1.json lists what there is, /swagger shows it.",
        StatusCodes.Status405MethodNotAllowed => $"{context.HttpContext.Request.Method} is not allowed here; {context.HttpContext.Response.Headers.Allow} is.",
        StatusCodes.Status415UnsupportedMediaType => $"The body must be JSON, sent as Content-Type: application/json, not '{context.HttpContext.Request.ContentType}'.",
        _ => null,
    };
}
