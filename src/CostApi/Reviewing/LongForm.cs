using System.Buffers;
using System.Text.Json;
using CostApi.Core.Reviewing;

namespace CostApi.Reviewing;

/// <summary>Writes a YAML template in CloudFormation's long form: <c>!Sub x</c> as <c>{"Fn::Sub": "x"}</c>.</summary>
internal sealed class LongForm : IDisposable
{
    // As much as aliases may make of a template: CloudFormation takes 1 MB, and the long form is at most some times the short one.
    private const int BytesOfAny = 1024 * 1024;
    private const int BytesOfEach = 8;
    private const int NodesOfAny = 100_000;

    private static readonly HashSet<string> Functions =
    [
        "And", "Base64", "Cidr", "Equals", "FindInMap", "ForEach", "GetAtt", "GetAZs", "If", "ImportValue", "Join",
        "Length", "Not", "Or", "Select", "Split", "Sub", "ToJsonString", "Transform",
    ];

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _writer;
    private readonly List<Unread> _unread = [];
    private readonly long _mostBytes;
    private readonly long _mostNodes;
    private int _nodes;

    private LongForm(int length)
    {
        _mostBytes = BytesOfAny + ((long)BytesOfEach * length);
        _mostNodes = NodesOfAny + (long)length;
        _writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { SkipValidation = true, MaxDepth = 3 * TemplateText.Deepest });
    }

    /// <param name="root">The template.</param>
    /// <param name="length">How many characters its text has.</param>
    public static TemplateDocument Of(YamlNode root, int length)
    {
        using var form = new LongForm(length);
        form.Write(root, 0);
        form._writer.Flush();
        return new TemplateDocument(JsonDocument.Parse(form._buffer.WrittenMemory, new JsonDocumentOptions { MaxDepth = 3 * TemplateText.Deepest }), form._unread);
    }

    public void Dispose() => _writer.Dispose();

    private void Write(YamlNode node, int depth)
    {
        if (depth > TemplateText.Deepest) throw new UnreadableDocumentException($"Its aliases are nested more than "
            + $"{TemplateText.Deepest} levels deep, at line {node.Line}.");
        Spend();
        if (FunctionOf(node) is { } function)
        {
            _writer.WriteStartObject();
            _writer.WritePropertyName(function);
            if (function == "Fn::GetAtt" && node is YamlNode.Scalar { Text: var dotted } && dotted.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot) Pair(dotted[..dot], dotted[(dot + 1)..]);
            else WriteBare(node, depth, isText: true);
            _writer.WriteEndObject();
            return;
        }

        WriteBare(node, depth, isText: node.Tag is "!" or "tag:yaml.org,2002:str");
    }

    private void Spend()
    {
        if (_writer.BytesPending + _writer.BytesCommitted > _mostBytes || _nodes++ > _mostNodes)
            throw new UnreadableDocumentException(
                "Its aliases expand it to more than a template can contain: CloudFormation accepts 1 MB. Use fewer aliases.");
    }

    private string? FunctionOf(YamlNode node)
    {
        if (node.Tag is null or "!" or "?" || node.Tag.StartsWith("tag:yaml.org,2002:", StringComparison.Ordinal)) return null;
        var name = node.Tag.TrimStart('!');
        if (name is "Ref" or "Condition") return name;
        if (Functions.Contains(name)) return $"Fn::{name}";
        _unread.Add(new Unread("", $"The tag {(node.Tag.Length <= 40 ? node.Tag : node.Tag[..40] + "…")} at line {node.Line} is not a "
            + "CloudFormation tag. The value is read without it."));
        return null;
    }

    private void Pair(string first, string second)
    {
        _writer.WriteStartArray();
        _writer.WriteStringValue(first);
        _writer.WriteStringValue(second);
        _writer.WriteEndArray();
    }

    private void WriteBare(YamlNode node, int depth, bool isText)
    {
        switch (node)
        {
            case YamlNode.Scalar scalar:
                YamlScalar.Write(_writer, scalar.Text, isText || !scalar.IsPlain);
                break;
            case YamlNode.Sequence sequence:
                _writer.WriteStartArray();
                foreach (var item in sequence.Items) Write(item, depth + 1);
                _writer.WriteEndArray();
                break;
            case YamlNode.Mapping mapping:
                _writer.WriteStartObject();
                WriteMembers(mapping, depth);
                _writer.WriteEndObject();
                break;
        }
    }

    private void WriteMembers(YamlNode.Mapping mapping, int depth)
    {
        Spend();
        // What is merged stands first, so that the mapping's own members, behind it, hold.
        foreach (var (key, value) in mapping.Members)
            if (IsMerge(key)) Merge(value, depth + 1);
        foreach (var (key, value) in mapping.Members)
        {
            if (IsMerge(key)) continue;
            if (key is YamlNode.Scalar scalar)
            {
                _writer.WritePropertyName(YamlScalar.Unicode(scalar.Text));
                Write(value, depth + 1);
            }
            else
            {
                _unread.Add(new Unread("", $"The key at line {key.Line} is a list or mapping, which CloudFormation does not accept. "
                    + "It is not read."));
            }
        }
    }

    private void Merge(YamlNode value, int depth)
    {
        if (depth > TemplateText.Deepest) throw new UnreadableDocumentException($"Its merge keys are nested more than "
            + $"{TemplateText.Deepest} levels deep, at line {value.Line}.");
        if (value is YamlNode.Mapping mapping) WriteMembers(mapping, depth);
        Spend();
        // Of several the first holds, so it is written last.
        if (value is YamlNode.Sequence sequence)
            foreach (var item in Enumerable.Reverse(sequence.Items)) Merge(item, depth + 1);
    }

    private static bool IsMerge(YamlNode key) => key is YamlNode.Scalar { IsPlain: true, Text: "<<" };
}
