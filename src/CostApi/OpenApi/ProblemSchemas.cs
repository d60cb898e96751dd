using Microsoft.OpenApi;

namespace CostApi.OpenApi;

/// <summary>Schemas of problem documents: the framework's types declare neither what is always there nor the trace.</summary>
internal static class ProblemSchemas
{
    public static void Describe(OpenApiSchema schema, bool hasErrors)
    {
        schema.Description = hasErrors ? "A problem document (RFC 9457) that names every culprit." : "A problem document (RFC 9457).";
        schema.Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("Address of what the status means in general; `about:blank` where there is none."),
            ["title"] = Text("What the kind of problem is."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "The HTTP status." },
            ["detail"] = Text("What is wrong with this request, and what would be right."),
            ["instance"] = Text("Address of this occurrence; not given at present."),
            ["traceId"] = Text("Identifies the request in traces and in the service's log."),
        };
        schema.Required = new HashSet<string> { "type", "title", "status", "detail" };
        if (!hasErrors) return;
        schema.Required.Add("errors");
        schema.Properties["errors"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "What is wrong with each culprit, by its path in the body or the name of the parameter.",
            AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
        };
    }

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
