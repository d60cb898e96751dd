using CostApi.Core.Advising;

namespace CostApi.Core.Reviewing.Findings;

/// <summary>Whose words a document is written in.</summary>
public enum Dialect
{
    Terraform,
    CloudFormation,
}

/// <summary>A design as a document declares it in a Region, with its layout and its bill.</summary>
public sealed record Design(DeclaredNetwork Network, ImportedLayout Imported, PricedLayout Priced, Dialect Dialect);
