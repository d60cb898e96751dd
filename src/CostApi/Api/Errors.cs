using CostApi.Core.Comparing;
using CostApi.Core.Layouts.Checks;
using CostApi.Core.Rating;
using CostApi.Core.Recommending;
using CostApi.Core.Units;
using Microsoft.AspNetCore.Diagnostics;

namespace CostApi.Api;

/// <summary>A request that is invalid, with every error by its path.</summary>
public sealed class BadRequestException : Exception
{
    public BadRequestException(IEnumerable<(string Path, string Message)> faults, IReadOnlyDictionary<string, string[]> problems)
    {
        Errors = faults.Concat(problems.SelectMany(problem => problem.Value.Select(message => (problem.Key, message))))
            .GroupBy(error => error.Item1, error => error.Item2)
            .ToDictionary(group => group.Key, group => group.ToArray());
    }

    public IDictionary<string, string[]> Errors { get; }

    public override string Message => Errors.Count switch
    {
        1 => "The request has 1 error. The errors member describes it.",
        >= Problems.Most => $"The request has too many errors. The errors member describes the first {Figures.Show(Problems.Most)}.",
        _ => $"The request has {Errors.Count} errors. The errors member describes each of them.",
    };
}

/// <summary>A strict request for which not every charge has a price.</summary>
public sealed class UnpricedException(Comparison comparison, bool isEstimate)
    : Exception("The request is strict, but some charges have no known price.")
{
    public IDictionary<string, string[]> Errors { get; } = comparison.Layouts
        .Select((layout, index) => (Path: isEstimate ? "layout" : $"layouts[{index}]", Reasons: layout.LineItems
            .Where(line => line.Unpriced is not null)
            .Select(line => $"{line.Vpc} {line.Resource}: {What(line)}: {line.Unpriced}").ToArray()))
        .Where(layout => layout.Reasons.Length > 0)
        .ToDictionary(layout => layout.Path, layout => layout.Reasons);

    private static string What(LineItem line) => $"{line.UsageType ?? line.Description}, {Figures.Show(line.Quantity)} {line.Unit}";
}

/// <summary>Turns what went wrong into a problem document (RFC 9457).</summary>
internal sealed class ProblemHandler(IProblemDetailsService problems) : IExceptionHandler
{
    private const string InternalError =
        "An internal error occurred. The request may be valid. The log of the service has the details.";

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        var (status, detail, errors) = exception switch
        {
            BadRequestException bad => (StatusCodes.Status400BadRequest, bad.Message, bad.Errors),
            UnpricedException unpriced => (StatusCodes.Status422UnprocessableEntity, unpriced.Message, unpriced.Errors),
            NoLayoutException none => (StatusCodes.Status422UnprocessableEntity, none.Message, none.Clashes.ToDictionary(clash => clash.Path, clash => new[] { clash.Message })),
            BadHttpRequestException bad => (bad.StatusCode, bad.Message, null),
            _ => (StatusCodes.Status500InternalServerError, InternalError, null),
        };
        context.Response.StatusCode = status;
        var details = errors is null
            ? new Microsoft.AspNetCore.Mvc.ProblemDetails { Status = status, Detail = detail }
            : new HttpValidationProblemDetails(errors) { Status = status, Detail = detail, Title = TitleOf(exception) };
        return await ProblemAnswers.WriteAsync(problems, new ProblemDetailsContext { HttpContext = context, ProblemDetails = details, Exception = exception });
    }

    private static string TitleOf(Exception exception) => exception switch
    {
        NoLayoutException => "No layout satisfies the constraints.",
        UnpricedException => "Some charges have no known price.",
        _ => "The request is invalid.",
    };
}
