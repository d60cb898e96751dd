using System.Text.Json;
using CostApi.Core.Layouts;
using CostApi.Core.Metering;
using CostApi.Core.Prices;
using CostApi.Core.Units;

namespace CostApi.Core.Rating;

/// <summary>A Region's price book at one caller's terms.</summary>
public sealed class RateCard(PriceBook book, PricingTerms terms)
{
    private const string Request = "request", Free = "free";

    private readonly Dictionary<Charge, Schedule> _schedules = [];

    public PriceBook Book => book;

    /// <summary>The list rates behind the schedules of charges; none for those that the caller has a price for, or that have none.</summary>
    public IEnumerable<Quote.Priced> ListRates(IEnumerable<Charge> charges) => charges
        .Concat(charges.Contains(Charges.InternetOut) ? [Charges.InternetOutFree] : [])
        .Where(charge => !terms.UnitPrices.ContainsKey(charge.UsageType))
        .Select(book.Find).OfType<Quote.Priced>().Distinct();

    /// <summary>The schedule of a charge. The caller's own price takes the place of the list's.</summary>
    public Schedule For(Charge charge, decimal? ownPrice = null)
    {
        if (ownPrice is { } price) return Flat(price, charge, charge == Charges.GatewayEndpointBytes ? Free : Request);
        if (!_schedules.TryGetValue(charge, out var schedule)) _schedules.Add(charge, schedule = Make(charge));
        return schedule;
    }

    private Schedule Make(Charge charge)
    {
        if (charge == Charges.InternetOut) return InternetOut();
        if (terms.UnitPrices.TryGetValue(charge.UsageType, out var own)) return Flat(own, charge, Request);
        // The organisation's interface endpoints share one pool in the Region (rules 1.4, 1.6); other endpoints have pools of their own (1.7).
        var start = charge == Charges.InterfaceEndpointBytes ? terms.PrivateLinkGbAlreadyProcessed : 0;
        var (tiers, listed, unpriced) = Listed(charge);
        return new Schedule(tiers, start, Discount(charge), listed?.Edition.Source, listed?.Rate, unpriced);
    }

    // The free allowance first, once over all VPCs (rule 4.4); the paid tiers begin beyond it, as the price list's
    // "first 10 TB / month data transfer out beyond the global free tier" says.
    private Schedule InternetOut()
    {
        (IReadOnlyList<Tier> paid, Quote.Priced? listed, string? unpriced) = terms.UnitPrices.TryGetValue(Charges.InternetOut.UsageType, out var own)
            ? ([new Tier(0, null, own)], null, null)
            : Listed(Charges.InternetOut);
        var allowance = book.Find(Charges.InternetOutFree) as Quote.Priced;
        var free = allowance?.Rate.Tiers ?? [];
        var width = free.Count == 0 ? 0 : free[^1].To ?? 0;
        var shifted = paid.Select(tier => tier with { From = tier.From + width, To = tier.To + width });
        var source = listed?.Edition.Source ?? (paid.Count > 0 ? Request : allowance?.Edition.Source);
        return new Schedule([.. free, .. shifted], terms.InternetGbAlreadySent, Discount(Charges.InternetOut), source, listed?.Rate, unpriced);
    }

    private (IReadOnlyList<Tier> Tiers, Quote.Priced? Listed, string? Unpriced) Listed(Charge charge) => book.Find(charge) switch
    {
        Quote.Priced { Rate: var rate } listed when rate.Tiers[^1].To is { } end =>
            (rate.Tiers, listed, $"The available prices of {rate.UsageType} apply only up to {Figures.Show(end)} {rate.Unit} per month."),
        Quote.Priced listed => (listed.Rate.Tiers, listed, null),
        Quote.Unpriced none => ([], null, none.Reason),
        var other => throw new InvalidOperationException($"Unknown quote {other}."),
    };

    private Schedule Flat(decimal price, Charge charge, string source) => new([new Tier(0, null, price)], 0, Discount(charge), source);

    private decimal Discount(Charge charge) =>
        terms.DiscountPercentByCategory.TryGetValue(JsonNamingPolicy.CamelCase.ConvertName(charge.Category.ToString()), out var percent)
            ? percent
            : terms.DiscountPercent;
}
