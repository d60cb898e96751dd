namespace CostApi.PriceSources.QueryApi;

/// <summary>Settings under <c>Prices:QueryApi</c>.</summary>
public sealed class QueryApiOptions
{
    public const string Section = "Prices:QueryApi";

    /// <summary>Where the AWS Price List Query API is called; null for AWS's own address.</summary>
    public Uri? ServiceUrl { get; set; }

    /// <summary>Calls a second, over all Regions. AWS allows an account 5.</summary>
    public int CallsPerSecond { get; set; } = 5;

    /// <summary>Calls at once after a rest. AWS allows an account 10.</summary>
    public int Burst { get; set; } = 10;
}
