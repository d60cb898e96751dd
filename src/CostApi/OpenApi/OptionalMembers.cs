using Microsoft.OpenApi;

namespace CostApi.OpenApi;

/// <summary>Says of every member of a request that may be left out that it may be null as well, as generated clients send it.</summary>
internal static class OptionalMembers
{
    public static void Describe(OpenApiDocument document)
    {
        var schemas = document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var bodies = document.Paths.Values.SelectMany(path => path.Operations ?? []).Select(operation => operation.Value.RequestBody?.Content);
        foreach (var media in bodies.SelectMany(content => content?.Values ?? [])) Describe(media.Schema, schemas, seen);
    }

    private static void Describe(IOpenApiSchema? schema, IDictionary<string, IOpenApiSchema> all, HashSet<string> seen)
    {
        if (schema is OpenApiSchemaReference reference)
        {
            if (reference.Reference.Id is { } id && seen.Add(id)) Describe(all[id], all, seen);
            return;
        }

        if (schema is not OpenApiSchema { } own) return;
        foreach (var part in own.OneOf ?? []) Describe(part, all, seen);
        Describe(own.Items, all, seen);
        foreach (var (name, member) in own.Properties?.ToArray() ?? [])
        {
            Describe(member, all, seen);
            if (own.Required?.Contains(name) != true) own.Properties![name] = Nullable(member);
        }
    }

    private static IOpenApiSchema Nullable(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchema { OneOf: null, Type: { } type } plain)
        {
            plain.Type = type | JsonSchemaType.Null;
            return plain;
        }

        if (schema is not OpenApiSchemaReference reference) return schema;
        return new OpenApiSchema
        {
            Description = reference.Description,
            OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, new OpenApiSchemaReference(reference.Reference.Id!, reference.Reference.HostDocument)],
        };
    }
}
