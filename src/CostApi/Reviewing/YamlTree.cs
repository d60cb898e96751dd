using CostApi.Core.Reviewing;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CostApi.Reviewing;

/// <summary>Reads the one document of a YAML stream.</summary>
internal sealed class YamlTree(IParser parser)
{
    private readonly Dictionary<string, YamlNode> _anchors = [];
    private readonly HashSet<string> _open = [];

    /// <exception cref="UnreadableDocumentException">There is no document, or more than one, or it is too deep.</exception>
    public YamlNode Read()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _)) throw new UnreadableDocumentException("It contains only comments. "
            + "Send a CloudFormation template as JSON or YAML.");
        parser.Consume<DocumentStart>();
        var root = Node(0);
        parser.Consume<DocumentEnd>();
        return parser.Accept<StreamEnd>(out _) ? root : throw new UnreadableDocumentException("It contains several YAML documents, but a "
            + "template is a single document. Send each template separately.");
    }

    private YamlNode Node(int depth)
    {
        if (parser.TryConsume<AnchorAlias>(out var alias)) return Named(alias);
        if (!parser.Accept<NodeEvent>(out var node)) throw new UnreadableDocumentException("It is not valid YAML.");
        if (depth > TemplateText.Deepest) throw new UnreadableDocumentException($"It is nested more than {TemplateText.Deepest} levels deep, at line {node.Start.Line}.");
        var anchor = node.Anchor.IsEmpty ? null : node.Anchor.Value;
        if (anchor is not null) _open.Add(anchor);
        YamlNode read = node switch
        {
            Scalar scalar => Scalar(scalar),
            SequenceStart sequence => Sequence(sequence, depth),
            _ => Mapping(depth),
        };
        if (anchor is null) return read;
        _open.Remove(anchor);
        return _anchors[anchor] = read;
    }

    private YamlNode Named(AnchorAlias alias)
    {
        var name = alias.Value.Value;
        if (_open.Contains(name)) throw new UnreadableDocumentException($"The alias *{name} at line {alias.Start.Line} refers to a node "
            + "that contains the alias itself.");
        return _anchors.TryGetValue(name, out var named) ? named : throw new UnreadableDocumentException($"The alias *{name} at line "
            + $"{alias.Start.Line} refers to no anchor before it.");
    }

    private YamlNode.Scalar Scalar(Scalar scalar)
    {
        parser.MoveNext();
        return new YamlNode.Scalar(TagOf(scalar), scalar.Start.Line, scalar.Value, scalar.Style == ScalarStyle.Plain);
    }

    private YamlNode.Sequence Sequence(SequenceStart start, int depth)
    {
        parser.MoveNext();
        var items = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Node(depth + 1));
        return new YamlNode.Sequence(TagOf(start), start.Start.Line, items);
    }

    private YamlNode.Mapping Mapping(int depth)
    {
        var start = parser.Consume<MappingStart>();
        var members = new List<(YamlNode, YamlNode)>();
        while (!parser.TryConsume<MappingEnd>(out _)) members.Add((Node(depth + 1), Node(depth + 1)));
        return new YamlNode.Mapping(TagOf(start), start.Start.Line, members);
    }

    private static string? TagOf(NodeEvent node) => node.Tag.IsEmpty ? null : node.Tag.Value;
}
