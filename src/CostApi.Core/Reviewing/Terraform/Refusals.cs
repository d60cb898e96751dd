using System.Text;
using System.Text.Json;
using CostApi.Core.Units;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Says of a document that cannot be read what it is, and what to send in its place.</summary>
internal static class Refusals
{
    /// <summary>Levels of nesting that are read: modules take about three each.</summary>
    public const int DeepestNesting = 128;

    private const string Instead = "Send the output of 'terraform show -json <plan file>', or a state of version 4.";

    public static UnreadableDocumentException Empty() => new($"The document is empty. {Instead}");

    public static UnreadableDocumentException BinaryPlan() =>
        new("The document is a binary plan file (a zip archive), as 'terraform plan -out' writes it. "
            + "Send the output of 'terraform show -json <plan file>'.");

    public static UnreadableDocumentException UiStream() =>
        new("The document is the stream of messages of 'terraform plan -json', not a plan. Save the plan with "
            + "'terraform plan -out=<plan file>', and send the output of 'terraform show -json <plan file>'.");

    public static UnreadableDocumentException Hcl() =>
        new("The document is Terraform source code (HCL), in which counts and modules are not expanded. "
            + "Send the output of 'terraform show -json <plan file>'.");

    public static UnreadableDocumentException HumanPlan() =>
        new("The document is the human-readable output of 'terraform plan'. Send the output of 'terraform show -json <plan file>'.");

    public static UnreadableDocumentException CloudFormation() =>
        new("The document is a CloudFormation template. Send it to the review or import of CloudFormation templates.");

    public static UnreadableDocumentException StateVersion(string version) =>
        new($"The document is a Terraform state of version {version}. Only version 4 is supported. "
            + "Upgrade the state with Terraform 0.12 or later, or send the output of 'terraform show -json'.");

    public static UnreadableDocumentException EncryptedState() =>
        new("The document is an encrypted state or plan of OpenTofu. Send the output of 'tofu show -json'.");

    public static UnreadableDocumentException FormatVersion(string version) =>
        new($"The document is a Terraform plan or state of format {version}. Formats 0.1 to 1.2 and later versions of format 1 are "
            + "supported.");

    public static UnreadableDocumentException WrongShape(string name, string shape) =>
        new($"The document is not a Terraform plan or state as Terraform writes it: '{name}' must be {shape}. {Instead}");

    public static UnreadableDocumentException NoPlan(string what) => new($"The document is {what}, but neither a Terraform plan nor a state. {Instead}");

    public static UnreadableDocumentException HalfASurrogatePair() =>
        new($"The document contains an escape sequence of an unpaired surrogate, which is not valid text. {Instead}");

    public static UnreadableDocumentException NotText(ReadOnlySpan<byte> document) =>
        document.StartsWith("PK"u8) ? BinaryPlan() : new($"The document is not text: neither UTF-8 nor UTF-16. {Instead}");

    /// <summary>Why a text is not JSON: looks again, which costs only where it fails.</summary>
    public static UnreadableDocumentException NotJson(ReadOnlySpan<byte> text)
    {
        if (Guess(text) is { } known) return known;
        // A reader that may get more to read stops where the text ends, and throws only where it is wrong.
        var reader = new Utf8JsonReader(text, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = DeepestNesting }));
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException e)
        {
            return reader.CurrentDepth >= DeepestNesting - 1
                ? new($"The document is nested deeper than {DeepestNesting} levels, at line {e.LineNumber + 1}. {Instead}")
                : new($"The document is not valid JSON: there is an error at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}. "
                    + $"{Instead}");
        }

        return new($"The document is truncated: it ends after {text.Length} bytes, before its JSON is complete "
            + $"({Units.Figures.Count(reader.CurrentDepth, "level")} deep). Send the whole file.");
    }

    private static UnreadableDocumentException? Guess(ReadOnlySpan<byte> text)
    {
        var start = text.TrimStart(" \t\r\n"u8);
        if (start.IsEmpty) return Empty();
        if (start.StartsWith("PK\u0003\u0004"u8)) return BinaryPlan();
        if (start[0] is (byte)'{') return Beginning(start).Contains("\"@level\"", StringComparison.Ordinal) ? UiStream() : null;
        var lines = Beginning(start).Split('\n');
        if (lines.Any(line => line.StartsWith("AWSTemplateFormatVersion", StringComparison.Ordinal) || line.TrimEnd() == "Resources:")) return CloudFormation();
        if (lines.Any(IsPrinted)) return HumanPlan();
        return lines.Any(IsHcl) ? Hcl() : null;
    }

    private static bool IsPrinted(string line) =>
        line.StartsWith("Terraform will perform", StringComparison.Ordinal) || line.StartsWith("Terraform used the selected", StringComparison.Ordinal)
        || line.StartsWith("OpenTofu will perform", StringComparison.Ordinal) || line.StartsWith("OpenTofu used the selected", StringComparison.Ordinal);

    private static bool IsHcl(string line) =>
        HclBlocks.Any(block => line.StartsWith(block, StringComparison.Ordinal) && line.AsSpan(block.Length).TrimStart() is ['{' or '"', ..]);

    private static readonly string[] HclBlocks = ["terraform", "provider", "resource", "module", "variable", "data", "locals", "output"];

    private static string Beginning(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text[..Math.Min(text.Length, 16_384)]);
}
