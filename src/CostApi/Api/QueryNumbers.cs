using System.Globalization;
using System.Text.Json.Nodes;
using CostApi.Core.Layouts;
using CostApi.Core.Layouts.Checks;
using Microsoft.OpenApi;

namespace CostApi.Api;

/// <summary>
/// Numbers of a query, read as JSON would have them: the framework's own binding takes "7,30" for 730 and stops at the
/// first that it cannot read.
/// </summary>
internal static class QueryNumbers
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>A whole number; the default where it is left out or, with a problem, cannot be read.</summary>
    public static int Whole(string? text, int byDefault, string name, Problems problems)
    {
        if (text is null) return byDefault;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        problems.Add(JsonPath.Root.Member(name), $"must be a whole number, not '{text}'.");
        return byDefault;
    }

    /// <summary>A number; the default where it is left out or, with a problem, cannot be read.</summary>
    public static decimal Any(string? text, decimal byDefault, string name, Problems problems)
    {
        if (text is null) return byDefault;
        if (decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number)) return number;
        problems.Add(JsonPath.Root.Member(name), $"must be a number, not '{text}'.");
        return byDefault;
    }

    /// <summary>Documents parameters that are bound as text as the numbers that they are.</summary>
    public static RouteHandlerBuilder Documented(this RouteHandlerBuilder route, IReadOnlyCollection<string> required, params (string Name, bool IsWhole, int? Default)[] numbers) =>
        route.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            foreach (var parameter in operation.Parameters!.OfType<OpenApiParameter>())
            {
                if (required.Contains(parameter.Name)) parameter.Required = true;
                if (numbers.FirstOrDefault(number => number.Name == parameter.Name) is not { Name: not null } documented) continue;
                parameter.Schema = new OpenApiSchema
                {
                    Type = documented.IsWhole ? JsonSchemaType.Integer : JsonSchemaType.Number,
                    Format = documented.IsWhole ? "int32" : null,
                    Default = documented.Default,
                };
            }

            return Task.CompletedTask;
        });

    /// <summary>Documents a parameter that takes one of a few values, in any case.</summary>
    public static RouteHandlerBuilder OneOf(this RouteHandlerBuilder route, string name, IEnumerable<string> values) =>
        route.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            foreach (var parameter in operation.Parameters!.OfType<OpenApiParameter>().Where(parameter => parameter.Name == name))
                parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. values.Select(value => (JsonNode)value)] };
            return Task.CompletedTask;
        });
}
