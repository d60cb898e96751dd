using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.Findings;
using CostApi.Reviewing;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;

namespace CostApi.Api;

/// <summary>Bodies that are a document of a tool, alone or in a form.</summary>
internal static class DocumentBodies
{
    private const int MostTerraform = 100 * 1024 * 1024;

    // What curl --data-binary says of any file, and what others say who do not know.
    private static readonly string[] Raw = ["application/x-www-form-urlencoded", "application/octet-stream", "text/plain"];

    private static readonly string[] Yaml = ["application/yaml", "application/x-yaml", "text/yaml"];

    /// <summary>Reads the body, and answers from its parts; a document that cannot be read is answered 422.</summary>
    public static async Task<IResult> AnswerAsync(HttpRequest request, Dialect dialect, Func<DocumentParts, IResult> answer, CancellationToken cancellation)
    {
        var parts = await DocumentParts.ReadAsync(request, dialect == Dialect.Terraform ? MostTerraform : TemplateText.MostBytes, PartsOf(dialect), cancellation);
        try
        {
            return answer(parts);
        }
        catch (UnreadableDocumentException fault)
        {
            return TypedResults.Problem(fault.Message, title: "The document cannot be read.", statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>Declares and documents the body.</summary>
    public static RouteHandlerBuilder TakesDocument(this RouteHandlerBuilder route, Dialect dialect) => route
        .WithMetadata(new AcceptsMetadata(["application/json", .. dialect == Dialect.CloudFormation ? Yaml : [], .. Raw, "multipart/form-data"], typeof(byte[])))
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            // To the generator the body is an array of bytes, which it would have in base64.
            var content = operation.RequestBody!.Content!;
            foreach (var (type, media) in content) media.Schema = Alone(type);
            content["multipart/form-data"] = new OpenApiMediaType { Schema = Form(dialect) };
            return Task.CompletedTask;
        });

    private static string[] PartsOf(Dialect dialect) => dialect == Dialect.Terraform ? [DocumentParts.Traffic] : [DocumentParts.Traffic, DocumentParts.Parameters, DocumentParts.Before];

    private static OpenApiSchema Alone(string type) => type switch
    {
        "application/json" => new OpenApiSchema { Type = JsonSchemaType.Object },
        _ when Yaml.Contains(type) => new OpenApiSchema { Type = JsonSchemaType.String },
        _ => File(null),
    };

    private static OpenApiSchema File(string? description) => new() { Type = JsonSchemaType.String, Format = "binary", Description = description };

    private static OpenApiSchema Form(Dialect dialect)
    {
        var all = new Dictionary<string, string>
        {
            [DocumentParts.Document] = dialect == Dialect.Terraform ? "The plan or state." : "The template, JSON or YAML.",
            [DocumentParts.Traffic] = "JSON or YAML: a list of flows as in a comparison's `traffic`, or an object with `traffic` and `pricing`. VPCs are named by their addresses in the document, or by name.",
            [DocumentParts.Parameters] = "JSON or YAML: values of parameters by name, and of imports by the name that they are exported under; or one of AWS's parameter files.",
            [DocumentParts.Before] = "The template as it was before the change.",
        };
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { DocumentParts.Document },
            Properties = PartsOf(dialect).Prepend(DocumentParts.Document).ToDictionary(name => name, IOpenApiSchema (name) => File(all[name])),
        };
    }
}
