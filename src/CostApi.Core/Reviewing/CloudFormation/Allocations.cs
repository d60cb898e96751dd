namespace CostApi.Core.Reviewing.CloudFormation;

/// <summary>The Elastic IP addresses that something takes by their allocation ids.</summary>
/// <param name="Addresses">Addresses in the template, or ids, of those that it certainly takes.</param>
/// <param name="Unknown">How many more it takes at least, of which the template does not show which they are.</param>
/// <param name="Count">How many it takes; null where that is not known.</param>
/// <param name="Why">Why it is not known which or how many they are; null where it is.</param>
internal sealed record Allocations(IReadOnlyList<string> Addresses, int Unknown, int? Count, string? Why)
{
    /// <param name="lists">Lists of allocation ids.</param>
    public static Allocations Of(IEnumerable<Value> lists)
    {
        var parts = lists.Select(Several.Of).ToArray();
        var certain = parts.SelectMany(part => part.Certain).ToArray();
        string[] known = [.. certain.Select(AddressOf).OfType<string>().Distinct()];
        var unnamed = certain.Count(value => AddressOf(value) is null);
        int? count = parts.All(part => part.Count is not null) ? known.Length + unnamed + parts.Sum(part => part.Least) : null;
        var doubts = certain.Where(value => AddressOf(value) is null).Select(value => value.Doubt ?? "it is not an allocation ID");
        var why = parts.Select(part => part.Why).Concat(doubts).FirstOrDefault(doubt => doubt is not null);
        return new Allocations(known, unnamed + parts.Sum(part => part.Least), count, why);
    }

    // A parameter and an export hold the id of an address that was there before the stack; what is fetched when it is deployed can be
    // any.
    private static string? AddressOf(Value value) =>
        Named.Address(value) is { } address && !address.Contains("{{resolve:", StringComparison.Ordinal) && value is not Value.Mixed
            ? address
            : null;
}
