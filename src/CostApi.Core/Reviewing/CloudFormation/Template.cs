namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>The sections of a template.</summary>
internal sealed class Template(Literal.Mapping root)
{
    public Literal.Mapping Root { get; } = root;

    public IReadOnlyDictionary<string, Literal> Parameters => Section("Parameters");

    public IReadOnlyDictionary<string, Literal> Mappings => Section("Mappings");

    public IReadOnlyDictionary<string, Literal> Conditions => Section("Conditions");

    public IReadOnlyDictionary<string, Literal> Resources => Section("Resources");

    public IReadOnlyDictionary<string, Literal> Outputs => Section("Outputs");

    /// <summary>The transforms and macros that CloudFormation runs over the template before it reads it.</summary>
    public IReadOnlyList<string> Transforms => Root["Transform"] switch
    {
        Literal.Scalar scalar => [scalar.Content],
        Literal.Sequence sequence => [.. sequence.Items.Select(NameOf)],
        Literal.Mapping mapping => [NameOf(mapping)],
        _ => [],
    };

    private static string NameOf(Literal transform) => transform.Text ?? transform["Name"]?.Text ?? "a macro without a name";

    private IReadOnlyDictionary<string, Literal> Section(string name) => Root[name]?.Members ?? Literal.Mapping.Empty.Members;
}
