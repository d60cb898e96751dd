using CostApi.Api;
using Microsoft.OpenApi;

namespace CostApi.OpenApi;

/// <summary>Documents the formats beside JSON.</summary>
internal static class ReportAnswers
{
    /// <summary>The 200 of this endpoint comes in every format.</summary>
    public static RouteHandlerBuilder Reported(this RouteHandlerBuilder route) => route.ProducesProblem(StatusCodes.Status406NotAcceptable).AddOpenApiOperationTransformer((operation, _, _) =>
    {
        AddFormats(operation);
        if (operation.Parameters?.OfType<OpenApiParameter>().FirstOrDefault(parameter => parameter.Name == "format") is { } format)
            format.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. ReportFormat.All.Select(known => (System.Text.Json.Nodes.JsonNode)known.Name)] };
        return Task.CompletedTask;
    });

    private static void AddFormats(OpenApiOperation operation)
    {
        var content = operation.Responses!["200"].Content!;
        foreach (var format in ReportFormat.All.Where(format => format.Write is not null))
            content[format.MediaType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = format.Name == "sarif" ? JsonSchemaType.Object : JsonSchemaType.String } };
    }
}
