using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.Findings;
using CostApi.Json;
using CostApi.OpenApi;
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

    /// <summary>Reads the body, and answers from its parts and their language; a document that cannot be read is answered 422.</summary>
    /// <param name="request">The request.</param>
    /// <param name="dialect">The language that the address is for; null for any, which the document's content then tells.</param>
    /// <param name="isReview">Whether findings are told, which a caller can accept.</param>
    /// <param name="answer">Makes the answer.</param>
    /// <param name="cancellation">Ends it all.</param>
    public static async Task<IResult> AnswerAsync(
        HttpRequest request, Dialect? dialect, bool isReview, Func<DocumentParts, Dialect, IResult> answer, CancellationToken cancellation)
    {
        var most = dialect == Dialect.CloudFormation ? TemplateText.MostBytes : MostTerraform;
        var parts = await DocumentParts.ReadAsync(request, most, PartsOf(dialect, isReview), cancellation);
        try
        {
            return answer(parts, dialect ?? LanguageOf(parts));
        }
        catch (UnreadableDocumentException fault)
        {
            return TypedResults.Problem(fault.Message, title: "The document cannot be read.", statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static Dialect LanguageOf(DocumentParts parts)
    {
        var document = parts[DocumentParts.Document]!.Value;
        var language = DocumentLanguage.Of(document.Span);
        if (language == Dialect.CloudFormation)
            return document.Length <= TemplateText.MostBytes ? language : throw JsonBodyReader.TooLarge(TemplateText.MostBytes, "The template");
        const string fault = "applies to CloudFormation templates only. A Terraform plan or state already contains this information.";
        (string, string)[] faults =
        [
            .. PartsOf(null, isReview: true).Except(PartsOf(language, isReview: true))
                .Where(name => parts[name] is not null)
                .Select(name => (name, fault)),
        ];
        return faults.Length == 0 ? language : throw new BadRequestException(faults, new Dictionary<string, string[]>());
    }

    /// <summary>Declares and documents the body.</summary>
    public static RouteHandlerBuilder TakesDocument(this RouteHandlerBuilder route, Dialect? dialect, bool isReview) => route
        .WithMetadata(new AcceptsMetadata(["application/json", .. dialect == Dialect.Terraform ? [] : Yaml, .. Raw, "multipart/form-data"], typeof(byte[])))
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            // To the generator the body is an array of bytes, which it would have in base64.
            var content = operation.RequestBody!.Content!;
            foreach (var (type, media) in content) media.Schema = Alone(type);
            content["multipart/form-data"] = new OpenApiMediaType { Schema = Form(dialect, isReview) };
            return Task.CompletedTask;
        });

    private static string[] PartsOf(Dialect? dialect, bool isReview) =>
    [
        DocumentParts.Traffic,
        .. isReview ? [DocumentParts.Ignore] : Array.Empty<string>(),
        .. dialect == Dialect.Terraform ? [] : new[] { DocumentParts.Parameters, DocumentParts.Before },
    ];

    private static OpenApiSchema Alone(string type) => type switch
    {
        "application/json" => new OpenApiSchema { Type = JsonSchemaType.Object },
        "text/plain" => new OpenApiSchema { Type = JsonSchemaType.String },
        _ when Yaml.Contains(type) => new OpenApiSchema { Type = JsonSchemaType.String },
        _ => File(null),
    };

    private static OpenApiSchema File(string? description) => new() { Type = JsonSchemaType.String, Format = "binary", Description = description };

    private static OpenApiSchema Form(Dialect? dialect, bool isReview)
    {
        var all = new Dictionary<string, string>
        {
            [DocumentParts.Document] = dialect switch
            {
                Dialect.Terraform => "The Terraform plan or state.",
                Dialect.CloudFormation => "The template, in JSON or YAML.",
                _ => "The Terraform plan or state, or the CloudFormation template.",
            },
            [DocumentParts.Traffic] = "The traffic, in JSON or YAML: a list of flows as in the `traffic` of a comparison, or an object "
                + "with `traffic` and `pricing`. Identify VPCs by their address in the document or by name.",
            [DocumentParts.Ignore] = "The accepted findings, in JSON or YAML: a list of `{ code, address, reason, by, until }`, or an "
                + "object with this list as `ignore`, as in the file `.costapi.yml`. `code` is required. `until` is the last day, "
                + "for example `2026-12-31`.",
            [DocumentParts.Parameters] = "CloudFormation only. In JSON or YAML: the values of parameters by name and of imported values by "
                + "export name, or a parameter file in one of the formats of the AWS CLI.",
            [DocumentParts.Before] = "CloudFormation only. The template before the change.",
        };
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { DocumentParts.Document },
            Properties = PartsOf(dialect, isReview).Prepend(DocumentParts.Document).ToDictionary(name => name, IOpenApiSchema (name) => File(all[name])),
        };
    }
}
