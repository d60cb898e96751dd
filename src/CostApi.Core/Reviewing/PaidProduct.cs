namespace CostApi.Core.Reviewing;

/// <summary>What becomes of a product in a review.</summary>
public enum PaidTreatment
{
    /// <summary>Its price is part of the figures.</summary>
    Priced,

    /// <summary>It is billed, and it is listed as not priced.</summary>
    NotPriced,

    /// <summary>It is free of charge, and nothing is said about it.</summary>
    Free,
}

/// <summary>A networking product of AWS, with the resource types that declare it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Billing">What is billed for it, as the continuation of the name: <c>per hour and per GB</c>.</param>
/// <param name="Treatment">What becomes of it in a review.</param>
/// <param name="TerraformTypes">Types of the <c>aws</c> provider; those of <c>awscc</c> follow from CloudFormation's.</param>
/// <param name="CloudFormationTypes">Types of CloudFormation.</param>
public sealed record PaidProduct(
    string Name, string Billing, PaidTreatment Treatment, IReadOnlyList<string> TerraformTypes, IReadOnlyList<string> CloudFormationTypes)
{
    /// <summary>Types that belong to it and are not billed on their own.</summary>
    public IReadOnlyList<string> FreeTypes { get; init; } = [];

    /// <summary>The setting that makes it free; null where nothing does.</summary>
    public PaidSetting? FreeWhere { get; init; }

    /// <summary>The setting that alone makes it billed; null where it is billed anyway.</summary>
    public PaidSetting? BilledWhere { get; init; }

    /// <summary>What it is and what is billed for it, in words.</summary>
    public string What => $"{Name}: {Billing}";
}

/// <summary>A setting that decides whether a product is billed.</summary>
/// <param name="TerraformAttribute">Its attribute in the <c>aws</c> and <c>awscc</c> providers.</param>
/// <param name="CloudFormationProperty">Its property in CloudFormation.</param>
/// <param name="Value">The value that decides.</param>
public sealed record PaidSetting(string TerraformAttribute, string CloudFormationProperty, string Value);
