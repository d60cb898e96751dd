using CostApi.Core.PriceLists;
using CostApi.Core.Prices;
using CostApi.Tests.Properties;
using CsCheck;
using static CostApi.Tests.PriceLists.Live;

namespace CostApi.Tests.PriceLists;

public sealed class PriceMoveTests
{
    private static readonly Gen<decimal> Price = Gen.Int[1, 1_000_000].Select(n => n / 1_000_000m);

    private static readonly Gen<Rate> Rates = Price.Array[1, 5].Select(prices => RateOf(Hours, prices));

    [Fact]
    public void The_factor_is_the_same_both_ways_at_least_1_and_1_only_where_no_price_moved() =>
        Gen.Select(Rates, Rates).Sample((from, to) =>
        {
            var factor = PriceMove.Factor(from, to);
            Assert.Equal(factor, PriceMove.Factor(to, from));
            Assert.True(factor >= 1);
            Assert.Equal(factor == 1, Enumerable.Range(0, 5).All(tier => At(from, tier) == At(to, tier)));
        });

    [Fact]
    public void A_rate_scaled_as_a_whole_moved_by_the_scale() =>
        Gen.Select(Rates, Gen.Int[1, 50]).Sample((rate, times) => Assert.Equal(
            times, PriceMove.Factor(rate, rate with { Tiers = [.. rate.Tiers.Select(tier => tier with { Price = tier.Price * times })] })));

    [Fact]
    public void A_tier_split_in_two_at_one_price_did_not_move() => Assert.Equal(1, PriceMove.Factor(RateOf(Hours, 0.02m), RateOf(Hours, 0.02m, 0.02m)));

    [Fact]
    public void A_boundary_that_moved_counts_by_the_prices_at_each_quantity() => Assert.Equal(3, PriceMove.Factor(RateOf(Hours, 0.03m), RateOf(Hours, 0.03m, 0.01m)));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void To_and_from_nothing_has_no_factor(int from, int to) => Assert.Null(PriceMove.Factor(RateOf(Hours, 1, from), RateOf(Hours, 1, to)));

    [Fact]
    public void Nothing_to_nothing_is_no_move() => Assert.Equal(1, PriceMove.Factor(RateOf(Hours, 0), RateOf(Hours, 0)));

    private static decimal At(Rate rate, int tier) => rate.Tiers[Math.Min(tier, rate.Tiers.Count - 1)].Price;
}
