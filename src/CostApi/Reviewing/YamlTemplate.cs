using CostApi.Core.Reviewing;
using YamlDotNet.Core;

namespace CostApi.Reviewing;

/// <summary>A node of a YAML document; an alias is the very node that its anchor names.</summary>
internal abstract record YamlNode(string? Tag, long Line)
{
    public sealed record Scalar(string? Tag, long Line, string Text, bool IsPlain) : YamlNode(Tag, Line);

    public sealed record Sequence(string? Tag, long Line, List<YamlNode> Items) : YamlNode(Tag, Line);

    public sealed record Mapping(string? Tag, long Line, List<(YamlNode Key, YamlNode Value)> Members) : YamlNode(Tag, Line);
}

/// <summary>Reads a template in YAML into its long form.</summary>
internal static class YamlTemplate
{
    /// <exception cref="UnreadableDocumentException">It is no YAML, several documents, or too much of it.</exception>
    public static TemplateDocument Read(string text)
    {
        var root = Tree(text);
        if (root is YamlNode.Scalar) throw new UnreadableDocumentException("It is plain text, not a template. "
            + "A CloudFormation template is a mapping with Resources, as JSON or YAML.");
        return LongForm.Of(root, text.Length);
    }

    private static YamlNode Tree(string text)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            return new YamlTree(parser).Read();
        }
        catch (YamlException error)
        {
            throw new UnreadableDocumentException($"It is neither valid JSON nor valid YAML: at line {error.Start.Line}, column "
                + $"{error.Start.Column}: {error.Message.TrimEnd('.')}.");
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            // YamlDotNet 18.1.0 falls over some texts that are no YAML: InvalidOperationException in Scanner.ScanPlainScalar, within braces.
            throw new UnreadableDocumentException($"It is neither valid JSON nor valid YAML, at line {parser.Current?.Start.Line ?? 1} "
                + "or after it.");
        }
    }
}
