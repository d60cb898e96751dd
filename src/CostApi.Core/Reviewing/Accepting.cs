using CostApi.Core.Advising;

namespace CostApi.Core.Reviewing;

/// <summary>Parts findings into those that stand and those that the caller accepts.</summary>
/// <param name="Standing">Those that count, and for information those acceptances that have no effect.</param>
/// <param name="Ignored">Those that are accepted.</param>
internal sealed record Accepting(IReadOnlyList<Finding> Standing, IReadOnlyList<IgnoredFinding> Ignored)
{
    /// <param name="findings">All that were found.</param>
    /// <param name="terms">What the caller accepts, and the day.</param>
    public static Accepting Of(IReadOnlyList<Finding> findings, DocumentTerms terms)
    {
        var standing = new List<Finding>();
        var ignored = new List<IgnoredFinding>();
        var matched = new HashSet<Acceptance>(ReferenceEqualityComparer.Instance);
        var byCode = terms.Ignore.ToLookup(acceptance => acceptance.Code, StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            var rest = finding;
            foreach (var acceptance in byCode[finding.Code].Where(acceptance => Matches(acceptance, finding)))
            {
                matched.Add(acceptance);
                if (rest is null || HasEnded(acceptance, terms)) continue;
                var (accepted, left) = Parted(rest, acceptance);
                if (accepted is not null) ignored.Add(IgnoredFinding.Of(accepted, acceptance));
                rest = left;
            }

            if (rest is not null) standing.Add(rest);
        }

        var idle = terms.Ignore.Where(acceptance => !matched.Contains(acceptance) || HasEnded(acceptance, terms));
        return new Accepting([.. standing, .. idle.Select(acceptance => WithoutEffect(acceptance, HasEnded(acceptance, terms)))], ignored);
    }

    private static bool HasEnded(Acceptance acceptance, DocumentTerms terms) => acceptance.Until < terms.Today;

    private static bool Matches(Acceptance acceptance, Finding finding) => acceptance.Address is not { } address
        || IsAmong(finding.Addresses, address) || finding.Vpc == address || finding.Resource == address;

    private static bool IsAmong(IReadOnlyList<string>? addresses, string address) => addresses?.Contains(address) == true;

    // A finding about one resource names what has to do with it too; one about several is accepted address by address.
    private static (Finding? Accepted, Finding? Left) Parted(Finding finding, Acceptance acceptance)
    {
        if (acceptance.Address is not { } address || finding.Resource is not null) return (finding, null);
        if (finding.Addresses is not { Count: > 1 } all || !all.Contains(address))
            return Matches(acceptance, finding) ? (finding, null) : (null, finding);
        return (
            finding with { Addresses = [address], MonthlySaving = null },
            finding with { Addresses = [.. all.Where(other => other != address)], MonthlySaving = null });
    }

    private static Finding WithoutEffect(Acceptance acceptance, bool hasEnded)
    {
        var what = acceptance.Address is { } address ? $"{acceptance.Code} at {address}" : acceptance.Code;
        return new Finding
        {
            Code = FindingCodes.IgnoreWithoutEffect,
            Severity = Severity.Info,
            Vpc = null,
            Resource = null,
            Addresses = acceptance.Address is null ? null : [acceptance.Address],
            Message = hasEnded
                ? $"The acceptance of {what} ended on {acceptance.Until:yyyy-MM-dd}. Renew the entry in ignore, or remove it."
                : $"No finding matches {what} in ignore. Remove the entry, or correct its code or address.",
        };
    }
}
