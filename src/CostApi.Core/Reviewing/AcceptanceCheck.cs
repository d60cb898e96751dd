using CostApi.Core.Advising;
using CostApi.Core.Layouts;
using CostApi.Core.Layouts.Checks;
using CostApi.Core.Services;

namespace CostApi.Core.Reviewing;

/// <summary>Checks which findings a caller accepts.</summary>
public static class AcceptanceCheck
{
    private const int Most = 1000;
    private const int LongestAddress = 2000;
    private const int LongestReason = 1000;
    private const int LongestPerson = 100;

    /// <param name="acceptances">What the caller accepts.</param>
    /// <param name="path">Where it stands in the request.</param>
    /// <param name="problems">Takes what is wrong with it.</param>
    public static void Check(IReadOnlyList<Acceptance> acceptances, JsonPath path, Problems problems)
    {
        Must.HoldFrom(acceptances.Count, 0, Most, "acceptance", path, problems);
        foreach (var (acceptance, at) in Must.NotBeNull(acceptances, Most, path, problems))
        {
            CheckCode(acceptance.Code, at.Member("code"), problems);
            if (acceptance.Address is { } address) Must.BeText(address, LongestAddress, at.Member("address"), problems);
            if (acceptance.Reason is { } reason) Must.BeText(reason, LongestReason, at.Member("reason"), problems);
            if (acceptance.By is { } by) Must.BeText(by, LongestPerson, at.Member("by"), problems);
        }
    }

    /// <summary>Reads <c>CODE</c> or <c>CODE@ADDRESS</c>.</summary>
    public static IReadOnlyList<Acceptance> Parse(IReadOnlyList<string> texts, JsonPath path, Problems problems)
    {
        Must.HoldFrom(texts.Count, 0, Most, "acceptance", path, problems);
        var acceptances = new List<Acceptance>();
        foreach (var (index, text) in texts.Index().Take(Most))
        {
            var at = texts.Count == 1 ? path : path.Item(index);
            var parts = text.Split('@', 2);
            var address = parts.Length == 1 ? null : parts[1];
            if (CheckCode(parts[0], at, problems) && (address is null || Must.BeText(address, LongestAddress, at, problems)))
                acceptances.Add(new Acceptance { Code = parts[0], Address = address });
        }

        return acceptances;
    }

    private static bool CheckCode(string code, JsonPath path, Problems problems)
    {
        if (FindingRules.ByCode.ContainsKey(code)) return true;
        problems.Add(path, $"'{Must.Cut(code)}' is not the code of a finding.{(problems.TakesHints ? HintFor(code) : "")}");
        return false;
    }

    private static string HintFor(string code)
    {
        var near = Nearest.To(code, FindingRules.ByCode.Keys, 1) is [var nearest] ? $" Did you mean '{nearest}'?" : "";
        return $"{near} The codes are {string.Join(", ", FindingRules.All.Select(rule => rule.Code))}.";
    }
}
