using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using CostApi.Core.Prices;

namespace CostApi.Core.PriceLists;

/// <summary>A book as it is kept on disk: what answers were made from, and what is needed to go on reading from there.</summary>
/// <param name="Book">The book.</param>
/// <param name="Readings">What the live sources had said.</param>
public sealed record StoredBook(PriceBook Book, IReadOnlyList<Reading> Readings)
{
    public const int Schema = 1;

    public sealed record RateRow(
        string Charge, string? ToRegion, string UsageType, string Unit, string? Sku, string? AsOf, string Confidence, string Source,
        int Edition, IReadOnlyList<Tier> Tiers);

    public sealed record ReadingRow(string Source, string ServiceCode, PriceEdition Edition, string? Error, IReadOnlyList<RateRow> NotInBook, IReadOnlyList<RateRow> HeldBack, IReadOnlyList<Refusal> Refusals);

    public sealed record File(
        int Schema, string Region, string Currency, PriceEdition Edition, IReadOnlyList<PriceEdition> Editions, IReadOnlyList<RateRow> Rates,
        string? Unavailable, string? InterRegionUnavailable, IReadOnlyDictionary<string, string> Withheld, IReadOnlyList<ReadingRow> Readings);

    public byte[] Write()
    {
        var quotes = Book.Quotes.ToArray();
        PriceEdition[] editions = [.. quotes.Concat(Readings.SelectMany(NotInBook)).Select(quote => quote.Edition).Concat(Readings.SelectMany(reading => reading.HeldBack).Select(held => held.Edition)).Distinct()];
        var file = new File(
            Schema, Book.Region.Code, Book.Region.Currency, Book.Edition, editions,
            [.. quotes.Select(quote => Row(quote.Rate, quote.Edition))],
            Book.Unavailable, Book.InterRegionUnavailable, Book.Withheld,
            [.. Readings.Where(reading => reading.Edition is not null).Select(reading => new ReadingRow(
                reading.Source, reading.ServiceCode, reading.Edition!, reading.Error,
                [.. NotInBook(reading).Select(good => Row(good.Rate, good.Edition))], [.. reading.HeldBack.Select(held => Row(held.Rate, held.Edition))], reading.Refusals))]);
        return JsonSerializer.SerializeToUtf8Bytes(file, StoredBookJson.Default.File);

        // What waits behind another source, or behind rows that contradict each other, is still what a new rate is held against.
        IEnumerable<Quote.Priced> NotInBook(Reading reading) =>
            reading.Good.Values.Where(good => !quotes.Contains(good)).OrderBy(good => good.Rate.UsageType, StringComparer.Ordinal);

        RateRow Row(Rate rate, PriceEdition edition) => new(
            rate.Charge.UsageType, rate.Charge.ToRegion, rate.UsageType, rate.Unit, rate.Sku, rate.AsOf, rate.Confidence, rate.Source,
            Array.IndexOf(editions, edition), rate.Tiers);
    }

    /// <exception cref="PriceFileException">The bytes are not a book of the Region.</exception>
    public static StoredBook Read(ReadOnlySpan<byte> json, Region region, IReadOnlyDictionary<string, Region> regions)
    {
        var file = Parse(json);
        if (file.Schema != Schema) throw new PriceFileException($"schema {file.Schema} is not {Schema}");
        if (file.Region != region.Code || file.Currency != region.Currency)
        {
            throw new PriceFileException(
                $"it contains prices of {file.Region} in {file.Currency}, not of {region.Code} in {region.Currency}");
        }
        var quotes = ByCharge(file.Rates.Select(Quoted));
        var book = new PriceBook(region, file.Edition, quotes.Values, file.Unavailable, file.InterRegionUnavailable, file.Withheld);
        return new StoredBook(book, [.. file.Readings.Select(ReadingOf)]);

        Reading ReadingOf(ReadingRow row)
        {
            var good = ByCharge(quotes.Values.Where(quote => quote.Edition.Source == row.Source && quote.Rate.Charge.ServiceCode == row.ServiceCode).Concat(row.NotInBook.Select(Quoted)));
            return new Reading(row.Source, row.ServiceCode)
            {
                Edition = row.Edition,
                Error = row.Error,
                Good = good,
                HeldBack = [.. row.HeldBack.Select(Quoted).Select(held => new HeldBack(held.Rate, held.Edition, (book.Find(held.Rate.Charge) as Quote.Priced ?? good.GetValueOrDefault(held.Rate.Charge.UsageType))?.Rate))],
                Refusals = row.Refusals,
            };
        }

        Quote.Priced Quoted(RateRow row) => new(
            new Rate(ChargeOf(row), row.UsageType, row.Unit, row.Tiers, row.Sku, row.AsOf, row.Confidence, row.Source),
            file.Editions.ElementAtOrDefault(row.Edition)
                ?? throw new PriceFileException($"{row.UsageType} refers to edition {row.Edition} of {file.Editions.Count}"));

        Charge ChargeOf(RateRow row) =>
            row.ToRegion is null ? Charges.ByUsageType.GetValueOrDefault(row.Charge) ?? throw new PriceFileException($"charge '{row.Charge}' is not known")
            : regions.TryGetValue(row.ToRegion, out var to) ? Charges.InterRegionOut(to)
            : throw new PriceFileException($"Region '{row.ToRegion}' is not known");
    }

    private static FrozenDictionary<string, Quote.Priced> ByCharge(IEnumerable<Quote.Priced> quotes)
    {
        var byCharge = new Dictionary<string, Quote.Priced>(StringComparer.Ordinal);
        foreach (var quote in quotes)
            if (!byCharge.TryAdd(quote.Rate.Charge.UsageType, quote))
                throw new PriceFileException($"{quote.Rate.UsageType} is listed more than once");
        return byCharge.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static File Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, StoredBookJson.Default.File) ?? throw new PriceFileException("the file contains null");
        }
        catch (JsonException error)
        {
            throw new PriceFileException(error.Message);
        }
    }
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    NumberHandling = JsonNumberHandling.Strict,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(StoredBook.File))]
internal sealed partial class StoredBookJson : JsonSerializerContext;
