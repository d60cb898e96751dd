using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace CostApi.OpenApi;

/// <summary>
/// Gives a query parameter that is called as a part of the form is a name of its own in generated code. NSwag makes both arguments of
/// one method, and reads the name from <c>x-originalName</c>; what is sent keeps its name.
/// </summary>
internal static class ParameterNames
{
    public static void Differ(OpenApiOperation operation)
    {
        if (operation.RequestBody?.Content?.TryGetValue("multipart/form-data", out var form) != true) return;
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(parameter => form?.Schema?.Properties?.ContainsKey(parameter.Name!) == true) ?? [])
        {
            parameter.Extensions ??= new Dictionary<string, IOpenApiExtension>();
            parameter.Extensions["x-originalName"] = new JsonNodeExtension((JsonNode)$"{parameter.Name}Query");
        }
    }
}
