using CostApi.Core.Units;

namespace CostApi.Core.Layouts.Checks;

/// <summary>The checks that many members share.</summary>
public static class Must
{
    /// <summary>
    /// The items of a list with their paths, up to the most that it may hold; a null among them is a problem and left out. Ends
    /// where no more problems are taken.
    /// </summary>
    public static IEnumerable<(T Value, JsonPath Path)> NotBeNull<T>(IReadOnlyList<T> list, int most, JsonPath path, Problems problems)
        where T : class
    {
        for (var i = 0; i < list.Count && i < most && !problems.IsFull; i++)
        {
            if (list[i] is null) problems.Add(path.Item(i), "must not be null.");
            else yield return (list[i], path.Item(i));
        }
    }

    public static void HoldFrom(int count, int least, int most, string noun, JsonPath path, Problems problems)
    {
        if (count < least) problems.Add(path, $"must have at least {Figures.Count(least, noun)}.");
        if (count > most) problems.Add(path, $"has {Figures.Show(count)} {noun}s. The maximum is {Figures.Show(most)}.");
    }

    public static void BeInRange(decimal value, decimal least, decimal most, JsonPath path, Problems problems)
    {
        if (value < least || value > most) problems.Add(path, $"must be from {Figures.Show(least)} to {Figures.Show(most)}, not {Figures.Show(value)}.");
    }

    public static void BeName(string name, JsonPath path, Problems problems) => BeText(name, Limits.NameLength, path, problems);

    /// <summary>Text that can be shown: not empty, not too long, and nothing in it that moves a cursor.</summary>
    public static bool BeText(string text, int most, JsonPath path, Problems problems)
    {
        if (string.IsNullOrWhiteSpace(text)) problems.Add(path, "must not be empty.");
        else if (text.Length > most && text.EnumerateRunes().Count() is var length && length > most)
            problems.Add(path, $"has {Figures.Show(length)} characters. The maximum is {Figures.Show(most)}.");
        else if (text.FirstOrDefault(char.IsControl) is var control && text.Any(char.IsControl))
            problems.Add(path, $"must not contain control characters, but contains U+{(int)control:X4}.");
        else return true;
        return false;
    }

    /// <summary>Reports every name that stands a second time.</summary>
    public static void Differ(IEnumerable<(string Name, JsonPath Path)> names, string noun, Problems problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, path) in names)
            if (!seen.Add(name)) problems.Add(path, $"'{name}' is used more than once. Each {noun} must have a unique name.");
    }

    /// <summary>Zones of a resource: at least one, distinct, and all of them zones of its VPC.</summary>
    public static void BeZonesOf(IReadOnlyList<string>? zones, IReadOnlyCollection<string> ofVpc, JsonPath path, Problems problems)
    {
        if (zones is null) return;
        if (zones.Count == 0) problems.Add(path, "must name at least one zone. To use all zones of the VPC, omit it.");
        HoldFrom(zones.Count, 0, Limits.Zones, "zone", path, problems);
        var named = NotBeNull(zones, Limits.Zones, path, problems).ToArray();
        Differ(named, "zone", problems);
        foreach (var (zone, at) in named)
            if (!ofVpc.Contains(zone) && problems.TakesReference(Named.Zone, at))
                problems.Add(at, $"'{zone}' is not a zone of the VPC, which has {List(ofVpc)}.");
    }

    /// <summary>Names to look others up in: as they are where they are few.</summary>
    public static IReadOnlyCollection<string> Searchable(IReadOnlyList<string> names) => names.Count <= Limits.Zones ? names : names.ToHashSet(StringComparer.Ordinal);

    /// <summary>Names for a message: quoted, and not too many.</summary>
    public static string List(IEnumerable<string> names)
    {
        var all = names.Where(name => name is not null);
        var first = string.Join(", ", all.Take(10).Select(name => $"'{Cut(name)}'"));
        return all.Count() switch
        {
            0 => "none",
            <= 10 => first,
            var count => $"{first} and {count - 10} more",
        };
    }

    /// <summary>A name for a message that may be said of much: one over the limit is reported once, and cut everywhere else.</summary>
    public static string Cut(string name) => name.Length <= Limits.NameLength ? name : $"{name[..Limits.NameLength]}…";
}
