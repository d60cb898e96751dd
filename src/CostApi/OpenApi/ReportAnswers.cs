using System.Text.Json.Nodes;
using CostApi.Api;
using Microsoft.OpenApi;

namespace CostApi.OpenApi;

/// <summary>Documents the formats beside JSON.</summary>
internal static class ReportAnswers
{
    /// <summary>The 200 of this endpoint comes in every format; `format` or `extension` names one.</summary>
    public static RouteHandlerBuilder Reported(this RouteHandlerBuilder route) => route.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        AddFormats(operation);
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            if (parameter.Name == "format") parameter.Schema = OneOf(ReportFormat.All.Select(format => format.Name));
            if (parameter.Name == "extension") parameter.Schema = OneOf(ReportFormat.All.Select(format => format.Extension));
        }

        return Task.CompletedTask;
    });

    private static void AddFormats(OpenApiOperation operation)
    {
        var content = operation.Responses!["200"].Content!;
        foreach (var format in ReportFormat.All.Where(format => format.Write is not null))
            content[format.MediaType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = format.Name == "sarif" ? JsonSchemaType.Object : JsonSchemaType.String } };
    }

    private static OpenApiSchema OneOf(IEnumerable<string> names) => new() { Type = JsonSchemaType.String, Enum = [.. names.Select(name => (JsonNode)name)] };
}
