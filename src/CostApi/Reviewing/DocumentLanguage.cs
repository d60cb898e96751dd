using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.Findings;

namespace CostApi.Reviewing;

/// <summary>Finds out in which language a document is written, by its content.</summary>
internal static partial class DocumentLanguage
{
    private const int MostLines = 64 * 1024;

    private const string LookedFor =
        "A Terraform or OpenTofu plan or state is JSON with 'format_version', 'planned_values', 'resource_changes', 'values' or 'lineage', as terraform show -json writes it; "
        + "a CloudFormation template, including one that the AWS CDK writes, is JSON or YAML with 'Resources' or "
        + "'AWSTemplateFormatVersion'.";

    private static readonly HashSet<string> OfTerraform =
    [
        "format_version", "terraform_version", "planned_values", "resource_changes", "resource_drift", "prior_state", "lineage", "encrypted_data", "@level",
    ];

    private static readonly HashSet<string> OfTemplates = ["Resources", "AWSTemplateFormatVersion", "TemplateBody"];

    // Files of a CDK cloud assembly, whose reader says what to send in their place.
    private static readonly HashSet<string> OfAssemblies = ["artifacts", "tree", "dockerImages", "app"];

    /// <exception cref="UnreadableDocumentException">It is in neither language; the message says what was looked for.</exception>
    public static Dialect Of(ReadOnlySpan<byte> bytes)
    {
        // A binary plan is a zip archive; the reader of plans says how to make the right document of it.
        if (bytes.StartsWith("PK"u8)) return Dialect.Terraform;
        if (bytes is [0x1F, 0x8B, ..]) throw new UnreadableDocumentException($"The document is compressed (gzip). Send it uncompressed. {LookedFor}");
        var text = WideText.Utf8(bytes);
        var start = text.TrimStart(" \t\r\n"u8);
        if (start.IsEmpty) throw new UnreadableDocumentException($"The document is empty. {LookedFor}");
        var beginning = Encoding.UTF8.GetString(start[..Math.Min(start.Length, MostLines)]);
        var ofJson = start[0] == (byte)'{' ? OfJson(start) : null;
        return ofJson ?? OfLines(beginning) ?? OfYaml(start) ?? throw Neither(start);
    }

    // The first member that only one of the languages has decides, so that a plan of 100 MB is not read twice.
    private static Dialect? OfJson(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = 1000 });
        Dialect? likely = null;
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                if (OfTerraform.Contains(name)) return Dialect.Terraform;
                if (OfTemplates.Contains(name)) return Dialect.CloudFormation;
                reader.Read();
                if (name is "values" or "configuration" && IsOfModules(reader)) likely = Dialect.Terraform;
                if (OfAssemblies.Contains(name)) likely ??= Dialect.CloudFormation;
                reader.Skip();
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // It may be YAML all the same; if not, that is said below.
        }

        return likely;
    }

    // By value: a copy looks ahead, and the reader stays where it is.
    private static bool IsOfModules(Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("root_module"u8)) return true;
            reader.Read();
            reader.Skip();
        }

        return false;
    }

    private static Dialect? OfLines(string text) =>
        Template().IsMatch(text) ? Dialect.CloudFormation
        : Printed().IsMatch(text) || TemplateText.IsHcl(text) ? Dialect.Terraform
        : null;

    // Whatever stands at the margin, a mapping with Resources is a template.
    private static Dialect? OfYaml(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf("Resources"u8) < 0) return null;
        using var template = TemplateText.Read(text);
        var root = template.Json.RootElement;
        var isTemplate = root.ValueKind == JsonValueKind.Object && root.EnumerateObject().Any(member => OfTemplates.Contains(member.Name));
        return isTemplate ? Dialect.CloudFormation : null;
    }

    private static UnreadableDocumentException Neither(ReadOnlySpan<byte> text)
    {
        var isJson = text[0] is (byte)'{' or (byte)'[';
        const string neither = "The document is neither a Terraform plan or state nor a CloudFormation template";
        return new UnreadableDocumentException($"{neither}{(isJson ? FaultOf(text) : "")}. {LookedFor}");
    }

    private static string FaultOf(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = 1000 });
        try
        {
            while (reader.Read())
            {
            }

            return "";
        }
        catch (JsonException error)
        {
            return $"; its JSON is truncated or has an error at line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}";
        }
    }

    [GeneratedRegex("""^['"]?(?:Resources|AWSTemplateFormatVersion)['"]?\s*:""", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Template();

    [GeneratedRegex("^(?:Terraform|OpenTofu) (?:will perform|used the selected)|^No changes\\. Your infrastructure matches", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Printed();
}
