using CostApi.Core.Services;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CostApi.Api;

internal static class NotFound
{
    /// <summary>A 404 that suggests similar names.</summary>
    public static ProblemHttpResult Of(string name, string what, IEnumerable<string> known, string list)
    {
        var nearest = Nearest.To(name, known, 3);
        var hint = nearest.Count == 0 ? "" : $" Did you mean {string.Join(", ", nearest.Select(one => $"'{one}'"))}?";
        return TypedResults.Problem(
            $"'{name}' is not {what}.{hint} GET {list} lists all of them.", statusCode: StatusCodes.Status404NotFound);
    }
}
