using System.Globalization;
using System.Text.RegularExpressions;
using CostApi.Core.Prices;

namespace CostApi.PriceSources;

/// <summary>
/// A file of the data directory: <c>published-retrieved-sha256.json</c>, so that a folder listing tells which day's prices
/// it holds and <c>sha256sum</c> whether it is whole.
/// </summary>
internal sealed partial record KeptFile(string Path, DateTimeOffset PublishedAt, DateTimeOffset RetrievedAt, string Sha256, bool IsDamaged) : IComparable<KeptFile>
{
    private const string Stamp = "yyyyMMdd'T'HHmmss'Z'", Damaged = ".damaged";

    public static KeptFile Of(string folder, PriceEdition edition, string sha256) => new(
        System.IO.Path.Combine(folder, $"{Text(edition.PublishedAt)}-{Text(edition.RetrievedAt)}-{sha256}.json"),
        Whole(edition.PublishedAt), Whole(edition.RetrievedAt), sha256, IsDamaged: false);

    public static KeptFile? Parse(string path)
    {
        var name = Name().Match(System.IO.Path.GetFileName(path));
        return name.Success && Time(name.Groups[1].Value) is { } published && Time(name.Groups[2].Value) is { } retrieved
            ? new KeptFile(path, published, retrieved, name.Groups[3].Value, name.Groups[4].Success)
            : null;
    }

    public bool Holds(PriceEdition edition) => PublishedAt == Whole(edition.PublishedAt) && RetrievedAt == Whole(edition.RetrievedAt);

    public KeptFile AsDamaged() => this with { Path = Path + Damaged, IsDamaged = true };

    public int CompareTo(KeptFile? other) => other is null ? 1 : (PublishedAt, RetrievedAt, Sha256).CompareTo((other.PublishedAt, other.RetrievedAt, other.Sha256));

    private static DateTimeOffset Whole(DateTimeOffset time) => Time(Text(time))!.Value;

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture);

    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParseExact(text, Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    [GeneratedRegex(@"^(\d{8}T\d{6}Z)-(\d{8}T\d{6}Z)-([0-9a-f]{64})\.json(\.damaged)?\z")]
    private static partial Regex Name();
}
