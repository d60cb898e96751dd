using CostApi.Core.Advising;
using CostApi.Core.Layouts;
using CostApi.Core.Layouts.Checks;
using CostApi.Core.Reviewing;

namespace CostApi.Api;

/// <summary>What the query says of a document, unread.</summary>
internal sealed record DocumentQuery(string? Region, string? HoursPerMonth, string? MaxMonthlyCost = null, string? MaxMonthlyIncrease = null, string? FailOn = null, string[]? Ignore = null)
{
    /// <summary>Amounts beyond this are not meant.</summary>
    private const decimal Most = 1_000_000_000_000;

    /// <summary>What <c>failOn</c> takes.</summary>
    public static readonly string[] Severities = [.. Enum.GetNames<Severity>().Select(name => name.ToLowerInvariant())];

    /// <summary>The terms; with a problem for each parameter that is not valid.</summary>
    /// <param name="pricing">The pricing that stands beside the traffic.</param>
    /// <param name="accepted">The findings that the part `ignore` accepts.</param>
    /// <param name="today">The day, by which acceptances end.</param>
    /// <param name="problems">Takes what is not valid.</param>
    public DocumentTerms Terms(PricingTerms pricing, IReadOnlyList<Acceptance> accepted, DateOnly today, Problems problems)
    {
        var hours = QueryNumbers.Any(HoursPerMonth, 730, "hoursPerMonth", problems);
        RequestCheck.CheckHours(hours, JsonPath.Root.Member("hoursPerMonth"), problems);
        if (FailOn is not null && !Severities.Contains(FailOn, StringComparer.OrdinalIgnoreCase)) problems.Add(JsonPath.Root.Member("failOn"), $"must be one of {string.Join(", ", Severities)}, not '{Must.Cut(FailOn)}'.");
        var ignore = JsonPath.Root.Member("ignore");
        AcceptanceCheck.Check(accepted, ignore, problems);
        return new DocumentTerms
        {
            HoursPerMonth = hours,
            Pricing = pricing,
            MaxMonthlyCost = Amount(MaxMonthlyCost, 0, "maxMonthlyCost", problems),
            MaxMonthlyIncrease = Amount(MaxMonthlyIncrease, -Most, "maxMonthlyIncrease", problems),
            FailOn = Enum.TryParse<Severity>(FailOn, ignoreCase: true, out var severity) ? severity : null,
            Ignore = [.. accepted.OfType<Acceptance>(), .. AcceptanceCheck.Parse(Ignore ?? [], ignore, problems)],
            Today = today,
        };
    }

    private static decimal? Amount(string? text, decimal least, string name, Problems problems)
    {
        if (text is null) return null;
        var amount = QueryNumbers.Any(text, 0, name, problems);
        Must.BeInRange(amount, least, Most, JsonPath.Root.Member(name), problems);
        return amount;
    }
}
