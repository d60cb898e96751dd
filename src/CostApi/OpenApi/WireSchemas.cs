using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CostApi.Core.Recommending;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CostApi.OpenApi;

/// <summary>Schemas of the types with a spelling of their own: to the generator a converter is a closed box.</summary>
internal static class WireSchemas
{
    public static async Task Transform(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var declared = context.JsonTypeInfo.Type;
        var (type, nullable) = (Nullable.GetUnderlyingType(declared) ?? declared, Nullable.GetUnderlyingType(declared) is not null);
        if (type == typeof(decimal)) Describe(schema, JsonSchemaType.Number, nullable);
        if (type == typeof(bool)) Describe(schema, JsonSchemaType.Boolean, nullable);
        if (type == typeof(int)) Describe(schema, JsonSchemaType.Integer, nullable, "int32");
        if (type == typeof(GbRange)) DescribeRange(schema);
        if (type.IsEnum)
        {
            Describe(schema, JsonSchemaType.String, nullable);
            schema.Enum = [.. Enum.GetNames(type).Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name))];
        }

        if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Dictionary, ElementType: { } element } && element == typeof(decimal))
            schema.AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Number };
        if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { IsEnum: true } value })
            schema.Items ??= await context.GetOrCreateSchemaAsync(value, cancellationToken: cancellation);
        if (typeof(ProblemDetails).IsAssignableFrom(type)) ProblemSchemas.Describe(schema, hasErrors: type == typeof(HttpValidationProblemDetails));
    }

    // A number, or an object: the members below bind objects alone.
    private static void DescribeRange(OpenApiSchema schema)
    {
        string[] members = ["low", "typical", "high"];
        schema.Type = JsonSchemaType.Number | JsonSchemaType.Object;
        schema.Description = "GB per month: a number or a range. The layout is chosen for the typical value.";
        schema.Properties = members.ToDictionary(member => member, Value);
        schema.Required = members.ToHashSet();
        schema.AdditionalPropertiesAllowed = false;

        static IOpenApiSchema Value(string member) =>
            new OpenApiSchema { Type = JsonSchemaType.Number, Description = $"The {member} value, in GB per month." };
    }

    private static void Describe(OpenApiSchema schema, JsonSchemaType type, bool nullable, string? format = null)
    {
        schema.Type = nullable ? type | JsonSchemaType.Null : type;
        schema.Format = format;
    }
}
