using CsCheck;

namespace CostApi.Tests.Properties;

/// <summary>Numbers as requests hold them, with a liking for those at which bills bend.</summary>
internal static class Amounts
{
    // Ends of the tiers of the internet, of the internet behind its free allowance, and of PrivateLink.
    private static readonly Gen<decimal> Edge = Gen.OneOf<decimal>(100, 10_240, 10_340, 51_200, 51_300, 153_600, 153_700, 1_048_576, 5_242_880);

    private static readonly Gen<decimal> Millionths = Gen.Long[0, 1_000_000].Select(n => n / 1_000_000m);

    private static readonly Gen<decimal> UpTo1000 = Gen.Long[0, 1_000_000_000].Select(n => n / 1_000_000m);

    private static readonly Gen<decimal> AroundEdges = Gen.Select(Edge, Gen.Long[-20_000_000, 20_000_000]).Select((edge, off) => edge + off / 1_000_000m);

    private static readonly Gen<decimal> Large = Gen.Long[0, 10_000_000_000_000].Select(n => n / 1_000_000m);

    /// <summary>GB that some account has.</summary>
    public static Gen<decimal> Gb { get; } = Gen.Frequency(
        (1, Gen.Const(0m)), (1, Millionths), (4, UpTo1000), (2, Gen.Int[0, 20_000].Select(n => (decimal)n)), (2, AroundEdges), (1, Large));

    /// <summary>GB up to the most that a request may name.</summary>
    public static Gen<decimal> AnyGb { get; } = Gen.Frequency(
        (30, Gb), (1, Gen.Long[0, 1_000_000_000_000_000].Select(n => (decimal)n)));

    /// <summary>Hours of a month, with part hours.</summary>
    public static Gen<decimal> Hours { get; } = Gen.Frequency(
        (3, Gen.Const(730m)), (1, Gen.Int[1, 744].Select(n => (decimal)n)), (1, Gen.Int[1, 744_000].Select(n => n / 1000m)));

    public static Gen<decimal> Percent { get; } = Gen.Frequency(
        (2, Gen.Const(0m)), (2, Gen.Int[0, 100].Select(n => (decimal)n)), (2, Gen.Int[0, 10_000].Select(n => n / 100m)), (1, Gen.Const(100m)));

    /// <summary>A price of a GB or an hour.</summary>
    public static Gen<decimal> Price { get; } = Gen.Frequency(
        (1, Gen.Const(0m)), (6, Gen.Int[0, 200_000].Select(n => n / 1_000_000m)), (1, Gen.Int[0, 100].Select(n => (decimal)n)));
}
