namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>A resource of the template, before it is known whether it will be there.</summary>
/// <param name="Address">Its logical id.</param>
/// <param name="Body">What stands under it.</param>
internal sealed record Resource(string Address, Literal Body)
{
    public string Type { get; } = Body["Type"]?.Text ?? "";

    /// <summary>Whether it will be there for certain; otherwise a condition decides that is not known.</summary>
    public bool IsCertain { get; init; } = true;

    public string? Condition => Body["Condition"]?.Text;

    public Literal Properties => Body["Properties"] ?? Literal.Mapping.Empty;

    /// <summary>Where the CDK's program declares it.</summary>
    public string? SourcePath => Body["Metadata"]?["aws:cdk:path"]?.Text;
}
