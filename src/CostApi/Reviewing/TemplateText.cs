using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CostApi.Core.Reviewing;

namespace CostApi.Reviewing;

/// <summary>A template in its long form, and what of its text could not be read.</summary>
internal sealed record TemplateDocument(JsonDocument Json, IReadOnlyList<Unread> Unread) : IDisposable
{
    public void Dispose() => Json.Dispose();
}

/// <summary>Reads the text of a template, JSON or YAML.</summary>
internal static partial class TemplateText
{
    /// <summary>Largest template that is taken: CloudFormation itself takes 1 MB (CloudFormation quotas), and JSON from tools may be spread out.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>As deep as it may be nested.</summary>
    public const int Deepest = 100;

    /// <exception cref="UnreadableDocumentException">It is no template, or none that can be read.</exception>
    public static TemplateDocument Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes) throw new UnreadableDocumentException($"It is {bytes.Length / 1024m / 1024m:0.#} MB long. "
            + $"A template can be at most {MostBytes / 1024 / 1024} MB long here, and 1 MB for CloudFormation.");
        if (bytes is [0x50, 0x4B, 0x03, 0x04, ..]) throw new UnreadableDocumentException("It is a zip archive, such as a binary "
            + "Terraform plan. Send a CloudFormation template as JSON or YAML, or the output of terraform show -json.");
        if (bytes is [0x1F, 0x8B, ..]) throw new UnreadableDocumentException("It is compressed. "
            + "Send the CloudFormation template uncompressed.");
        var text = TextOf(bytes);
        if (string.IsNullOrWhiteSpace(text)) throw new UnreadableDocumentException("It is empty. Send a CloudFormation template as JSON or YAML.");
        if (IsHcl(text)) throw new UnreadableDocumentException("It is Terraform source code (HCL). "
            + "Create a plan, and send the output of terraform show -json to the review of Terraform documents.");
        if (text.AsSpan().TrimStart()[0] is not ('{' or '[')) return YamlTemplate.Read(text);
        try
        {
            return new TemplateDocument(JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = Deepest }), []);
        }
        catch (JsonException error)
        {
            return YamlInBraces(text) ?? throw new UnreadableDocumentException(
                TerraformLines().IsMatch(text) ? "It is Terraform's -json output, one line per step. "
                    + "Create the JSON of the plan with terraform show -json, and send it to the review of Terraform documents."
                : error.Message.Contains("maximum configured depth", StringComparison.Ordinal) ? $"It is nested more than {Deepest} levels deep, at line {error.LineNumber + 1}."
                : $"It is JSON that is truncated or has an error at line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}. "
                    + "Send the whole template.");
        }
    }

    /// <summary>Whether it is Terraform's own language.</summary>
    public static bool IsHcl(string text) => Hcl().IsMatch(text);

    // YAML has braces too, without quotes. What begins as JSON is not tried: YAML's reader takes a forgotten colon for something else.
    private static TemplateDocument? YamlInBraces(string text)
    {
        if (text.AsSpan().TrimStart()[1..].TrimStart() is ['"' or '{' or '}' or ']', ..] or []) return null;
        try
        {
            return YamlTemplate.Read(text);
        }
        catch (UnreadableDocumentException)
        {
            return null;
        }
    }

    // PowerShell writes UTF-16 by default.
    private static string TextOf(ReadOnlySpan<byte> bytes)
    {
        Encoding encoding = WideText.EncodingOf(bytes, throwOnInvalidBytes: true) ?? (Encoding)new UTF8Encoding(false, true);
        try
        {
            var text = encoding.GetString(bytes).TrimStart('\uFEFF');
            if (!text.Contains('\0')) return text;
        }
        catch (DecoderFallbackException)
        {
            // Said below.
        }

        throw new UnreadableDocumentException("It is not text in UTF-8 or UTF-16, so it is not a template. "
            + "Send a CloudFormation template as JSON or YAML.");
    }

    [GeneratedRegex("""^\s*(?:(?:#|//)[^\n]*\n\s*)*(?:(?:resource|data)\s+"[^"\n]{1,100}"\s+"[^"\n]{1,100}"|(?:module|provider|variable|output)\s+"[^"\n]{1,100}"|terraform|locals)\s*\{""", RegexOptions.NonBacktracking)]
    private static partial Regex Hcl();

    [GeneratedRegex("""^\s*\{"@level":""", RegexOptions.NonBacktracking)]
    private static partial Regex TerraformLines();
}
