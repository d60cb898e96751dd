namespace CostApi.Core.Units;

/// <summary>Names in a sentence.</summary>
public static class Listing
{
    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>; empty where there is none.</summary>
    public static string Of(IReadOnlyCollection<string> names) =>
        names.Count > 1 ? $"{string.Join(", ", names.SkipLast(1))} and {names.Last()}" : names.FirstOrDefault() ?? "";
}
