using System.ComponentModel;
using System.Reflection;
using CostApi.Core.Services;
using CostApi.PriceSources.OfferFiles;
using CostApi.PriceSources.QueryApi;

namespace CostApi.Operations;

/// <summary>
/// Holds the settings of the service's own sections to what there is. The framework ignores a key that it does not know, and a
/// misspelt setting would be its default unnoticed.
/// </summary>
internal static class OwnSettings
{
    private static readonly (string Section, Type Options)[] Sections =
    [
        (PricesOptions.Section, typeof(PricesOptions)),
        (QueryApiOptions.Section, typeof(QueryApiOptions)),
        (OfferFilesOptions.Section, typeof(OfferFilesOptions)),
    ];

    private static readonly Dictionary<string, Type> Known = Sections
        .SelectMany(section => KeysOf(section.Section, section.Options))
        .ToDictionary(key => key.Name, key => key.Type, StringComparer.OrdinalIgnoreCase);

    /// <summary>The sections that are the service's own, without those within them.</summary>
    public static IEnumerable<string> Roots => Sections.Select(section => section.Section.Split(':')[0]).Distinct();

    /// <summary>What is wrong with each setting that is not known, or has a value of the wrong type.</summary>
    public static IEnumerable<string> Faults(IConfiguration configuration) =>
        from root in Roots
        from setting in configuration.GetSection(root).AsEnumerable()
        where setting.Value is not null && !(setting.Value.Length == 0 && IsSection(setting.Key))
        let fault = Known.TryGetValue(setting.Key, out var type) ? WrongType(setting.Key, setting.Value, type) : Unknown(setting.Key)
        where fault is not null
        select fault;

    private static IEnumerable<(string Name, Type Type)> KeysOf(string section, Type options) => options
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.SetMethod is { IsPublic: true })
        .SelectMany(property => TypeDescriptor.GetConverter(property.PropertyType).CanConvertFrom(typeof(string))
            ? [($"{section}:{property.Name}", property.PropertyType)]
            : KeysOf($"{section}:{property.Name}", property.PropertyType));

    // Some hosts spell out the sections as well, without a value.
    private static bool IsSection(string key) => Known.Keys.Any(known => known.StartsWith($"{key}:", StringComparison.OrdinalIgnoreCase));

    private static string Unknown(string key)
    {
        var hint = Nearest.To(key, Known.Keys, 1) is [var near] ? $" Did you mean {Spelled(near)}?" : "";
        return $"{Spelled(key)} is not a setting.{hint}";
    }

    private static string? WrongType(string key, string value, Type type)
    {
        try
        {
            TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value);
            return null;
        }
        catch (Exception error) when (error is FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            return $"{Spelled(key)} is '{value}'. It must be {Noun(Nullable.GetUnderlyingType(type) ?? type)}.";
        }
    }

    private static string Noun(Type type) => type switch
    {
        _ when type == typeof(TimeSpan) => "a duration as days.hours:minutes:seconds, for example 1.00:00:00",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) => "a whole number",
        _ when type == typeof(decimal) => "a number",
        _ when type == typeof(Uri) => "an address",
        _ => $"a value of type {type.Name}",
    };

    // As an environment variable has it.
    private static string Spelled(string key) => key.Replace(":", "__", StringComparison.Ordinal);
}
