using CostApi.Core.Services;

namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>The names that values give to things.</summary>
internal static class Named
{
    /// <summary>The address of the thing that a value stands for: a logical id, an id of AWS's, the parameter or export that
    /// holds it.</summary>
    public static string? Address(Value value) => value switch
    {
        Value.Reference { Attribute: null } reference => reference.Address,
        Value.Text { Content.Length: > 0 } text => text.Content,
        Value.Unknown { IsList: false } unknown => unknown.Name,
        Value.Mixed mixed => mixed.Pattern,
        _ => null,
    };

    /// <summary>A zone: by name, by position, or by what would tell its name; null where nothing tells it from others.</summary>
    public static string? Zone(Value value) => value switch
    {
        Value.Text { Content.Length: > 0 } text => text.Content,
        Value.Zone zone => $"zone {zone.Position + 1}",
        Value.Unknown { Name: { } name, IsList: false } => $"zone {name}",
        // ${AWS::Region}a: which Region is not known, but b is another zone.
        Value.Mixed { Parts: [Value.Unknown { Name: "AWS::Region" }, Value.Text rest] } => $"zone {rest.Content}",
        Value.Mixed { Pattern: { } pattern } => $"zone {pattern}",
        _ => null,
    };

    /// <summary>A service: its full name, or its suffix where only the Region is not known, or is another than the stack's.</summary>
    /// <param name="value">What names it.</param>
    /// <param name="region">The Region of the stack; null where it is not known, or the endpoint says that its service is
    /// elsewhere.</param>
    public static string? Service(Value value, string? region) => value switch
    {
        Value.Text { Content.Length: > 0 } text => InRegion(text.Content, region),
        Value.Mixed { Parts: [Value.Text prefix, Value.Unknown { Name: "AWS::Region" }, Value.Text { Content: ['.', _, ..] suffix }] }
            when prefix.Content is "com.amazonaws." or "cn.com.amazonaws." => suffix[1..],
        _ => null,
    };

    // A template that names one Region and is read for another still names the same services.
    private static string InRegion(string service, string? region)
    {
        if (region is null || ServiceCatalogue.RegionOf(service) is not { } named || named == region) return service;
        var prefix = $"com.amazonaws.{named}.";
        var start = service.IndexOf(prefix, StringComparison.Ordinal);
        return start >= 0 && service.Length > start + prefix.Length ? service[(start + prefix.Length)..] : service;
    }

    /// <summary>A boolean, as such or as a text.</summary>
    public static bool? Truth(Value value) =>
        value is Value.Text text && bool.TryParse(text.Content, out var truth) ? truth : null;
}
