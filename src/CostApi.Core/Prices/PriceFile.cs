using System.Text.Json;
using System.Text.Json.Serialization;

namespace CostApi.Core.Prices;

/// <summary>A file of shipped prices does not hold what it should; the message names every fault.</summary>
public sealed class PriceFileException(string message) : Exception(message);

/// <summary>The shipped files as JSON: their shape, and the checks that each must pass before a rate of it is used.</summary>
public static class PriceFile
{
    public const int Schema = 1;

    public sealed record TierRow(decimal From, decimal? To, decimal Price, string? RateCode = null);

    public sealed record RateRow(
        string Charge, string UsageType, string Unit, string? Sku, string? AsOf, string Confidence, string Source,
        IReadOnlyList<TierRow> Tiers, IReadOnlyList<string>? Partitions = null);

    public sealed record RegionPrices(int Schema, string Region, string Currency, IReadOnlyList<RateRow> Rates);

    public sealed record GlobalPrices(int Schema, string Currency, IReadOnlyList<RateRow> Rates);

    // The source is where the price was read, if not where the file says.
    public sealed record InterRegionRow(string From, string To, string UsageType, decimal Price, string AsOf, string Confidence, string? Source = null);

    public sealed record InterRegionPrices(
        int Schema, string Currency, string Unit, string Source, IReadOnlyList<InterRegionRow> Rates);

    public sealed record RegionList(int Schema, IReadOnlyList<Region> Regions);

    /// <summary>A Region's file as it stands, unchecked.</summary>
    public static RegionPrices ParseRegion(ReadOnlySpan<byte> json) => Parse(json, PriceFileJson.Default.RegionPrices);

    /// <summary>The file of rates between Regions as it stands, unchecked.</summary>
    public static InterRegionPrices ParseInterRegion(ReadOnlySpan<byte> json) => Parse(json, PriceFileJson.Default.InterRegionPrices);

    /// <summary>The rates of one Region's file.</summary>
    public static IReadOnlyList<Rate> ReadRegion(ReadOnlySpan<byte> json, Region region)
    {
        var file = Parse(json, PriceFileJson.Default.RegionPrices);
        var faults = new List<string>();
        CheckHeader(file.Schema, file.Currency, region.Currency, faults);
        if (file.Region != region.Code) faults.Add($"region is '{file.Region}', not '{region.Code}'");
        var rates = ReadRates(FileChecks.NoNulls(file.Rates, "rates", faults), isGlobal: false, region.UsageTypeOf, region.IsUsageTypeOf, faults);
        return faults.Count == 0 ? rates : throw Refused(faults);
    }

    /// <summary>The rates that hold for every Region of the partitions that they name.</summary>
    public static IReadOnlyList<(Rate Rate, IReadOnlyList<string> Partitions)> ReadGlobal(ReadOnlySpan<byte> json)
    {
        var file = Parse(json, PriceFileJson.Default.GlobalPrices);
        var faults = new List<string>();
        CheckHeader(file.Schema, file.Currency, "USD", faults);
        var rows = FileChecks.NoNulls(file.Rates, "rates", faults);
        foreach (var row in rows)
        {
            if (row.Partitions is not { Count: > 0 }) faults.Add($"{row.Charge} names no partitions");
            else if (row.Partitions.Contains(null!)) faults.Add($"{row.Charge}: partitions contains null");
        }

        var rates = ReadRates(rows, isGlobal: true, charge => charge.UsageType, (charge, usageType) => usageType == charge.UsageType, faults);
        return faults.Count == 0 ? [.. rates.Zip(rows, (rate, row) => (rate, row.Partitions!))] : throw Refused(faults);
    }

    /// <summary>The rates for transfer from one Region to another, with the Region that they are billed in.</summary>
    public static IReadOnlyList<(string From, Rate Rate)> ReadInterRegion(ReadOnlySpan<byte> json, IReadOnlyDictionary<string, Region> regions)
    {
        var file = Parse(json, PriceFileJson.Default.InterRegionPrices);
        var faults = new List<string>();
        CheckHeader(file.Schema, file.Currency, "USD", faults);
        var rates = new List<(string, Rate)>(file.Rates.Count);
        var seen = new HashSet<(string, string)>();
        foreach (var row in FileChecks.NoNulls(file.Rates, "rates", faults))
        {
            if (!regions.TryGetValue(row.From, out var from) || !regions.TryGetValue(row.To, out var to))
            {
                faults.Add($"{row.From} to {row.To}: unknown Region");
                continue;
            }

            if (to.UsageTypePrefix is null)
            {
                faults.Add($"{row.From} to {row.To}: the usage type prefix of {row.To} is not known");
                continue;
            }

            var charge = Charges.InterRegionOut(to);
            if (!seen.Add((row.From, row.To))) faults.Add($"{row.From} to {row.To} is listed more than once");
            if (row.Price < 0) faults.Add($"{row.UsageType} is negative");
            FileChecks.Provenance(row.UsageType, row.AsOf, row.Confidence, faults);
            if (row.UsageType != from.UsageTypeOf(charge)) faults.Add($"{row.From} to {row.To}: usage type {row.UsageType}, expected {from.UsageTypeOf(charge)}");
            if (!charge.UnitNames.Contains(file.Unit)) faults.Add($"unit '{file.Unit}' is not one of {string.Join(", ", charge.UnitNames)}");
            rates.Add((row.From, new Rate(charge, row.UsageType, file.Unit, [new Tier(0, null, row.Price)], null, row.AsOf, row.Confidence, row.Source ?? file.Source)));
        }

        return faults.Count == 0 ? rates : throw Refused(faults);
    }

    /// <summary>The Regions, by code.</summary>
    public static IReadOnlyList<Region> ReadRegions(ReadOnlySpan<byte> json)
    {
        var file = Parse(json, PriceFileJson.Default.RegionList);
        var faults = new List<string>();
        CheckHeader(file.Schema, "", "", faults);
        var regions = FileChecks.NoNulls(file.Regions, "regions", faults);
        foreach (var twice in regions.GroupBy(region => region.Code).Where(group => group.Count() > 1))
            faults.Add($"{twice.Key} is listed more than once");
        // Usage types of transfer from Region to Region are told apart by the prefix.
        foreach (var twice in regions.Where(region => region.UsageTypePrefix is not null).GroupBy(region => region.UsageTypePrefix).Where(group => group.Count() > 1))
            faults.Add($"usage type prefix {twice.Key} is listed more than once");
        return faults.Count == 0 ? regions : throw Refused(faults);
    }

    private static List<Rate> ReadRates(
        IReadOnlyList<RateRow> rows, bool isGlobal, Func<Charge, string> usageTypeOf, Func<Charge, string, bool> isUsageTypeOf, List<string> faults)
    {
        var rates = new List<Rate>(rows.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (!Charges.ByUsageType.TryGetValue(row.Charge, out var charge))
            {
                faults.Add($"charge '{row.Charge}' is not known");
                continue;
            }

            if (!seen.Add(row.Charge)) faults.Add($"{row.Charge} is listed more than once");
            if (charge.IsGlobal != isGlobal) faults.Add($"{row.Charge} is {(isGlobal ? "not a" : "a")} global charge");
            if (!isUsageTypeOf(charge, row.UsageType)) faults.Add($"{row.Charge}: usage type {row.UsageType}, expected {usageTypeOf(charge)}");
            if (!charge.UnitNames.Contains(row.Unit, StringComparer.OrdinalIgnoreCase)) faults.Add($"{row.Charge}: unit '{row.Unit}' is not one of {string.Join(", ", charge.UnitNames)}");
            FileChecks.Provenance(row.Charge, row.AsOf, row.Confidence, faults);
            var sound = FileChecks.Tiers(row, faults);
            var tiers = sound.Select(tier => new Tier(tier.From, tier.To, tier.Price, tier.RateCode)).ToArray();
            rates.Add(new Rate(charge, row.UsageType, row.Unit, tiers, row.Sku, row.AsOf, row.Confidence, row.Source));
        }

        return rates;
    }

    private static void CheckHeader(int schema, string currency, string expectedCurrency, List<string> faults)
    {
        if (schema != Schema) faults.Add($"schema {schema} is not {Schema}");
        if (currency != expectedCurrency) faults.Add($"currency '{currency}' is not '{expectedCurrency}'");
    }

    private static T Parse<T>(ReadOnlySpan<byte> json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new PriceFileException("the file contains null");
        }
        catch (JsonException error)
        {
            throw new PriceFileException(error.Message);
        }
    }

    private static PriceFileException Refused(List<string> faults) => new(string.Join("; ", faults.Distinct()));
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    NumberHandling = JsonNumberHandling.Strict,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PriceFile.RegionPrices))]
[JsonSerializable(typeof(PriceFile.GlobalPrices))]
[JsonSerializable(typeof(PriceFile.InterRegionPrices))]
[JsonSerializable(typeof(PriceFile.RegionList))]
internal sealed partial class PriceFileJson : JsonSerializerContext;
