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
        var (tiers, rate, unpriced) = Listed(charge);
        return new Schedule(tiers, start, Discount(charge), book.Edition.Source, rate, unpriced);
    }

    // The free allowance first, once over all VPCs (rule 4.4); the paid tiers begin beyond it, as the price list's
    // "first 10 TB / month data transfer out beyond the global free tier" says.
    private Schedule InternetOut()
    {
        (IReadOnlyList<Tier> paid, Rate? rate, string? unpriced) = terms.UnitPrices.TryGetValue(Charges.InternetOut.UsageType, out var own)
            ? ([new Tier(0, null, own)], null, null)
            : Listed(Charges.InternetOut);
        var free = book.Find(Charges.InternetOutFree) is Quote.Priced allowance ? allowance.Rate.Tiers : [];
        var width = free.Count == 0 ? 0 : free[^1].To ?? 0;
        var shifted = paid.Select(tier => tier with { From = tier.From + width, To = tier.To + width });
        return new Schedule([.. free, .. shifted], terms.InternetGbAlreadySent, Discount(Charges.InternetOut), rate is null && paid.Count > 0 ? Request : book.Edition.Source, rate, unpriced);
    }

    private (IReadOnlyList<Tier> Tiers, Rate? Rate, string? Unpriced) Listed(Charge charge) => book.Find(charge) switch
    {
        Quote.Priced { Rate: var rate } when rate.Tiers[^1].To is { } end => (rate.Tiers, rate, $"The prices at hand for {rate.UsageType} end at {Figures.Show(end)} {rate.Unit} a month."),
        Quote.Priced { Rate: var rate } => (rate.Tiers, rate, null),
        Quote.Unpriced none => ([], null, none.Reason),
        var other => throw new InvalidOperationException($"Unknown quote {other}."),
    };

    private Schedule Flat(decimal price, Charge charge, string source) => new([new Tier(0, null, price)], 0, Discount(charge), source);

    private decimal Discount(Charge charge) =>
        terms.DiscountPercentByCategory.TryGetValue(JsonNamingPolicy.CamelCase.ConvertName(charge.Category.ToString()), out var percent)
            ? percent
            : terms.DiscountPercent;
}
