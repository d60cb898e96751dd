using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CostApi.Core.Prices;

namespace CostApi.Core.PriceLists;

/// <summary>Puts a Region's book together from what the sources say, charge by charge.</summary>
public static class BookMaker
{
    /// <param name="sources">Names of the sources, the one that goes first at the front.</param>
    /// <param name="readings">What the live sources have said.</param>
    /// <param name="shipped">The prices that the service ships, under the source name of their edition.</param>
    public static PriceBook Make(IReadOnlyList<string> sources, IReadOnlyList<Reading> readings, PriceBook shipped)
    {
        var quotes = new Dictionary<string, Quote.Priced>(StringComparer.Ordinal);
        var withheld = new Dictionary<string, string>(StringComparer.Ordinal);
        var shippedQuotes = shipped.Quotes.ToDictionary(quote => quote.Rate.Charge.UsageType, StringComparer.Ordinal);
        var told = readings.SelectMany(reading => reading.Good.Keys.Concat(reading.Refusals.Select(refusal => refusal.Charge)).Concat(reading.HeldBack.Select(held => held.Rate.Charge.UsageType)));
        foreach (var charge in told.Concat(shippedQuotes.Keys).Distinct())
        {
            var quote = Pick(charge, sources, readings, shippedQuotes.GetValueOrDefault(charge));
            if (quote is Quote.Priced priced) quotes.Add(charge, priced);
            else if (((quote as Quote.Unpriced)?.Reason ?? readings.Select(reading => reading.ReasonFor(charge)).FirstOrDefault(said => said is not null)) is { } reason) withheld.Add(charge, reason);
        }

        if (withheld.Count == 0 && quotes.Count == shippedQuotes.Count && quotes.Values.All(quote => quote.Edition == shipped.Edition)) return shipped;
        var notRead = sources.Contains(shipped.Edition.Source)
            ? null
            : $"The prices of {shipped.Region.Code} have not been read yet, and the service is configured not to use the shipped prices.";
        return new PriceBook(
            shipped.Region, EditionOf(quotes, withheld, sources, readings, shipped), quotes.Values,
            quotes.Values.Any(quote => quote.Rate.Charge is { IsGlobal: false, ToRegion: null }) ? null : shipped.Unavailable ?? notRead,
            quotes.Values.Any(quote => quote.Rate.Charge.ToRegion is not null) ? null : shipped.InterRegionUnavailable ?? notRead,
            withheld);
    }

    // The first source that still says so. One that failed, or no longer lists the charge, answers with its last good
    // price behind the other live sources, and before the shipped one, unless a newer release has seen that later.
    private static Quote? Pick(string charge, IReadOnlyList<string> sources, IReadOnlyList<Reading> readings, Quote.Priced? shipped)
    {
        Quote? lastGood = null;
        foreach (var source in sources)
        {
            if (source == shipped?.Edition.Source) return lastGood is null || lastGood is Quote.Priced old && shipped.LastSeen?.From > old.LastSeen?.To ? shipped : lastGood;
            var said = readings.Where(reading => reading.Source == source).Select(reading => reading.Find(charge)).FirstOrDefault(found => found is not null);
            if (said is { IsCurrent: true } current) return current.Quote;
            lastGood ??= said?.Quote;
        }

        // No live source lists what is priced once for all Regions.
        return lastGood ?? (shipped is { Rate.Charge.IsGlobal: true } ? shipped : null);
    }

    private static PriceEdition EditionOf(
        Dictionary<string, Quote.Priced> quotes, Dictionary<string, string> withheld, IReadOnlyList<string> sources, IReadOnlyList<Reading> readings, PriceBook shipped)
    {
        var leading = sources.FirstOrDefault(source => quotes.Values.Any(quote => quote.Edition.Source == source && !quote.Rate.Charge.IsGlobal)) ?? shipped.Edition.Source;
        var used = quotes.Values.Select(quote => quote.Edition).Where(edition => edition.Source == leading).Distinct().ToArray();
        var published = used.Select(edition => edition.PublishedAt).DefaultIfEmpty(shipped.Edition.PublishedAt).Max();
        // A rate that its source no longer lists tells its own age; the book is as old as what is still being read.
        var retrieved = readings.Select(reading => reading.Edition).OfType<PriceEdition>().Where(used.Contains).Select(edition => edition.RetrievedAt)
            .DefaultIfEmpty(used.Select(edition => edition.RetrievedAt).DefaultIfEmpty(shipped.Edition.RetrievedAt).Min()).Min();
        return new PriceEdition(leading, $"{published.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}-{Hash(quotes, withheld)}", published, retrieved);
    }

    // Equal versions hold equal prices.
    private static string Hash(Dictionary<string, Quote.Priced> quotes, Dictionary<string, string> withheld)
    {
        var text = new StringBuilder();
        foreach (var (charge, quote) in quotes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{charge} {quote.Rate.UsageType} {quote.Rate.Unit}");
            foreach (var tier in quote.Rate.Tiers) text.Append(CultureInfo.InvariantCulture, $" {Plain(tier.From)}-{(tier.To is { } to ? Plain(to) : "")}:{Plain(tier.Price)}");
            text.Append('\n');
        }

        foreach (var charge in withheld.Keys.Order(StringComparer.Ordinal)) text.Append(charge).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..8];
    }

    private static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;
}
