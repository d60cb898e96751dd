using Microsoft.OpenApi;

namespace CostApi.OpenApi;

/// <summary>Schemas of problem documents: the framework's types declare neither what is always there nor the trace.</summary>
internal static class ProblemSchemas
{
    public static void Describe(OpenApiSchema schema, bool hasErrors)
    {
        schema.Description = hasErrors ? "A problem document (RFC 9457) with a message for each error." : "A problem document (RFC 9457).";
        schema.Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("URI that identifies the type of the problem, or `about:blank`."),
            ["title"] = Text("Short description of the type of the problem."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "The HTTP status." },
            ["detail"] = Text("What is wrong with this request, and how to correct it."),
            ["instance"] = Text("URI that identifies this occurrence of the problem. Not used at present."),
            ["traceId"] = Text("Identifier of the request in traces and in the log of the service."),
        };
        schema.Required = new HashSet<string> { "type", "title", "status", "detail" };
        if (!hasErrors) return;
        schema.Required.Add("errors");
        schema.Properties["errors"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "The messages for each invalid value, by its path in the body or the name of the parameter.",
            AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
        };
    }

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
