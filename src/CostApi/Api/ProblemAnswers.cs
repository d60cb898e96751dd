using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace CostApi.Api;

/// <summary>Writes problem documents, whatever the answer was to be written in: <c>Accept</c> chooses among answers, not among errors.</summary>
internal static class ProblemAnswers
{
    public static ValueTask<bool> WriteAsync(IProblemDetailsService problems, ProblemDetailsContext problem)
    {
        // The framework's writer writes nothing for those who did not ask for JSON.
        problem.HttpContext.Request.Headers.Accept = "application/problem+json";
        return problems.TryWriteAsync(problem);
    }

    /// <summary>The body of an answer that has a status of 400 or more and nothing else.</summary>
    public static async Task OfStatusAsync(StatusCodeContext page)
    {
        var context = page.HttpContext;
        if (context.Response.StatusCode is StatusCodes.Status405MethodNotAllowed or StatusCodes.Status415UnsupportedMediaType && !KnownPaths.Exists(context))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            context.Response.Headers.Remove(HeaderNames.Allow);
        }

        var problem = new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = new ProblemDetails { Status = context.Response.StatusCode },
        };
        await WriteAsync(context.RequestServices.GetRequiredService<IProblemDetailsService>(), problem);
    }
}
