using CostApi.Core.Units;

namespace CostApi.Core.Layouts.Checks;

/// <summary>The checks that many members share.</summary>
public static class Must
{
    /// <summary>The items of a list with their paths; a null among them is a problem and left out. Ends where no more problems are taken.</summary>
    public static IEnumerable<(T Value, JsonPath Path)> NotBeNull<T>(IReadOnlyList<T> list, JsonPath path, Problems problems)
        where T : class
    {
        for (var i = 0; i < list.Count && !problems.IsFull; i++)
        {
            if (list[i] is null) problems.Add(path.Item(i), "must not be null.");
            else yield return (list[i], path.Item(i));
        }
    }

    public static void HoldFrom(int count, int least, int most, string noun, JsonPath path, Problems problems)
    {
        if (count < least) problems.Add(path, $"must hold at least {Figures.Count(least, noun)}.");
        if (count > most) problems.Add(path, $"holds {Figures.Show(count)} {noun}s; at most {Figures.Show(most)} are taken.");
    }

    public static void BeInRange(decimal value, decimal least, decimal most, JsonPath path, Problems problems)
    {
        if (value < least || value > most) problems.Add(path, $"must be from {Figures.Show(least)} to {Figures.Show(most)}, not {Figures.Show(value)}.");
    }

    public static void BeName(string name, JsonPath path, Problems problems)
    {
        if (string.IsNullOrWhiteSpace(name)) problems.Add(path, "must not be empty.");
        else if (name.Length > Limits.NameLength) problems.Add(path, $"has {name.Length} characters; a name has at most {Limits.NameLength}.");
    }

    /// <summary>Reports every name that stands a second time.</summary>
    public static void Differ(IEnumerable<(string Name, JsonPath Path)> names, string noun, Problems problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, path) in names)
            if (!seen.Add(name)) problems.Add(path, $"'{name}' stands twice; each {noun} has a name of its own.");
    }

    /// <summary>Zones of a resource: at least one, distinct, and all of them zones of its VPC.</summary>
    public static void BeZonesOf(IReadOnlyList<string>? zones, IReadOnlyList<string> ofVpc, JsonPath path, Problems problems)
    {
        if (zones is null) return;
        if (zones.Count == 0) problems.Add(path, "must name at least one zone; leave it out for all of the VPC's.");
        var named = NotBeNull(zones, path, problems).ToArray();
        Differ(named, "zone", problems);
        foreach (var (zone, at) in named.Where(zone => !ofVpc.Contains(zone.Value)))
            problems.AddReference(at, $"'{zone}' is not a zone of the VPC, which has {List(ofVpc)}.");
    }

    /// <summary>Names for a message: quoted, and not too many.</summary>
    public static string List(IEnumerable<string> names)
    {
        var all = names.Where(name => name is not null).Select(name => $"'{name}'").ToArray();
        return all.Length switch
        {
            0 => "none",
            <= 10 => string.Join(", ", all),
            _ => $"{string.Join(", ", all[..10])} and {all.Length - 10} more",
        };
    }
}
