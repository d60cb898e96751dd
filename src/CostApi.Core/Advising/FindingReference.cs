using System.Text.Json.Serialization;

namespace CostApi.Core.Advising;

/// <summary>Names another finding of the same layout.</summary>
public sealed record FindingReference
{
    /// <summary>Its code.</summary>
    public required string Code { get; init; }

    /// <summary>Its VPC. Absent if it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Vpc { get; init; }

    /// <summary>Its resource. Absent if it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Resource { get; init; }

    /// <summary>Names a finding.</summary>
    public static FindingReference To(Finding finding) => new() { Code = finding.Code, Vpc = finding.Vpc, Resource = finding.Resource };
}

/// <summary>Finds savings that cannot be added up.</summary>
internal static class Overlaps
{
    // A layout may have thousands of findings that all overlap one; naming more of them tells nothing more.
    private const int Most = 100;

    /// <summary>The findings in the order in which they are told, each with those that its saving overlaps with.</summary>
    public static IReadOnlyList<Finding> InOrder(IEnumerable<Finding> findings)
    {
        var ordered = findings.OrderByDescending(finding => finding.Severity)
            .ThenByDescending(finding => finding.MonthlySaving ?? 0).ToArray();
        var byChange = new Dictionary<object, List<int>>();
        var byUse = new Dictionary<object, List<int>>();
        for (var i = 0; i < ordered.Length; i++)
        {
            foreach (var key in ordered[i].Advice?.Changes ?? []) Add(byChange, key, i);
            foreach (var key in ordered[i].Advice?.Uses ?? []) Add(byUse, key, i);
        }

        return [.. ordered.Select((finding, at) => finding with { Overlaps = Of(finding, at) })];

        IReadOnlyList<FindingReference>? Of(Finding finding, int at)
        {
            if (finding.Advice is not { } advice) return null;
            var others = advice.Changes.SelectMany(key => At(byChange, key).Concat(At(byUse, key)))
                .Concat(advice.Uses.SelectMany(key => At(byChange, key)))
                .Where(other => other != at).Distinct().Order().Take(Most)
                .Select(other => FindingReference.To(ordered[other])).ToArray();
            return others.Length == 0 ? null : others;
        }
    }

    private static void Add(Dictionary<object, List<int>> lists, object key, int value)
    {
        if (!lists.TryGetValue(key, out var list)) lists.Add(key, list = []);
        list.Add(value);
    }

    private static List<int> At(Dictionary<object, List<int>> lists, object key) => lists.GetValueOrDefault(key) ?? [];
}
