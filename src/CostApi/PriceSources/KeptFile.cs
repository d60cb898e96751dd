using System.Globalization;
using System.Text.RegularExpressions;

namespace CostApi.PriceSources;

/// <summary>
/// A file of the data directory: <c>published-number-sha256.json</c>, so that a folder listing tells which day's prices it
/// holds, which was accepted last, and <c>sha256sum</c> whether it is whole. Books are numbered, not stamped, in the order
/// in which they were accepted: a clock may be set back, and a publication withdrawn.
/// </summary>
internal sealed partial record KeptFile(string Path, DateTimeOffset PublishedAt, long Number, string Sha256, bool IsDamaged) : IComparable<KeptFile>
{
    private const string Stamp = "yyyyMMdd'T'HHmmss'Z'", Damaged = ".damaged";

    public DateOnly Day => DateOnly.FromDateTime(PublishedAt.UtcDateTime);

    public static KeptFile Of(string folder, DateTimeOffset publishedAt, long number, string sha256) =>
        Parse(System.IO.Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{publishedAt.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture)}-{number:D6}-{sha256}.json")))!;

    public static KeptFile? Parse(string path)
    {
        var name = Name().Match(System.IO.Path.GetFileName(path));
        return name.Success
            && DateTimeOffset.TryParseExact(name.Groups[1].Value, Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var published)
            ? new KeptFile(path, published, long.Parse(name.Groups[2].Value, CultureInfo.InvariantCulture), name.Groups[3].Value, name.Groups[4].Success)
            : null;
    }

    public static string AsDamaged(string path) => path + Damaged;

    public bool IsSameAs(KeptFile other) => CompareTo(other) == 0;

    /// <summary>By the day of publication; of one day's, the one accepted last comes last.</summary>
    public int CompareTo(KeptFile? other) => other is null ? 1 : (Day, Number, Sha256).CompareTo((other.Day, other.Number, other.Sha256));

    [GeneratedRegex(@"^(\d{8}T\d{6}Z)-(\d{6,18})-([0-9a-f]{64})\.json(\.damaged)?\z")]
    private static partial Regex Name();
}
