using System.Text.Json;
using System.Text.Json.Nodes;
using CostApi.Core.Recommending;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CostApi.OpenApi;

/// <summary>Schemas of the types with a spelling of their own: to the generator a converter is a closed box.</summary>
internal static class WireSchemas
{
    public static Task Transform(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var declared = context.JsonTypeInfo.Type;
        var (type, nullable) = (Nullable.GetUnderlyingType(declared) ?? declared, Nullable.GetUnderlyingType(declared) is not null);
        if (type == typeof(decimal)) Describe(schema, JsonSchemaType.Number, nullable);
        if (type == typeof(GbRange)) DescribeRange(schema);
        if (type.IsEnum)
        {
            Describe(schema, JsonSchemaType.String, nullable);
            schema.Enum = [.. Enum.GetNames(type).Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name))];
        }

        if (context.JsonTypeInfo is { Kind: System.Text.Json.Serialization.Metadata.JsonTypeInfoKind.Dictionary, ElementType: { } element } && element == typeof(decimal))
            schema.AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Number };
        if (typeof(ProblemDetails).IsAssignableFrom(type)) ProblemSchemas.Describe(schema, hasErrors: type == typeof(HttpValidationProblemDetails));
        return Task.CompletedTask;
    }

    // A number, or an object: the members below bind objects alone.
    private static void DescribeRange(OpenApiSchema schema)
    {
        string[] members = ["low", "typical", "high"];
        schema.Type = JsonSchemaType.Number | JsonSchemaType.Object;
        schema.Description = "GB a month: a number, or a range of which the layout is chosen for the typical value.";
        schema.Properties = members.ToDictionary(member => member, IOpenApiSchema (member) => new OpenApiSchema { Type = JsonSchemaType.Number, Description = $"GB a month, {member}." });
        schema.Required = members.ToHashSet();
        schema.AdditionalPropertiesAllowed = false;
    }

    private static void Describe(OpenApiSchema schema, JsonSchemaType type, bool nullable)
    {
        schema.Type = nullable ? type | JsonSchemaType.Null : type;
        schema.Format = null;
    }
}
