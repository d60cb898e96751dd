namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>A resource of the template, before it is known whether it will be there.</summary>
/// <param name="Address">Its logical id.</param>
/// <param name="Body">What stands under it.</param>
internal sealed record Resource(string Address, Literal Body)
{
    public string Type { get; } = Body["Type"]?.Text ?? "";

    public string? Condition => Body["Condition"]?.Text;

    public Literal Properties => Body["Properties"] ?? Literal.Mapping.Empty;

    /// <summary>Where the CDK's program declares it.</summary>
    public string? SourcePath => Body["Metadata"]?["aws:cdk:path"]?.Text;
}
