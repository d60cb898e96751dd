using CostApi.Core.Advising;

namespace CostApi.Core.Reviewing.Findings;

/// <summary>The language that a document is written in, and that its remedies are worded in.</summary>
public enum Dialect
{
    Terraform,
    CloudFormation,
}

/// <summary>What a document declares in one Region, and the layout that was made of it.</summary>
/// <param name="Network">What it declares.</param>
/// <param name="Imported">The layout made of it.</param>
/// <param name="Priced">That layout, priced.</param>
/// <param name="Dialect">The language of the document.</param>
public sealed record Design(DeclaredNetwork Network, ImportedLayout Imported, PricedLayout Priced, Dialect Dialect);
