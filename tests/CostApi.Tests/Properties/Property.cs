using System.Text.Json;
using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Json;
using CsCheck;

namespace CostApi.Tests.Properties;

/// <summary>
/// Runs properties, on 100 examples each unless the environment variable CsCheck_Iter says otherwise.
/// A failure prints the smallest failing example as JSON, and the seed (CsCheck_Seed) that leads to it.
/// </summary>
internal static class Property
{
    public static JsonSerializerOptions Json { get; } = new(CostJson.Create()) { IncludeFields = true };

    public static void Holds<T>(this Gen<T> examples, Action<T> assert, int times = -1) =>
        examples.Sample(assert, iter: times, print: example => JsonSerializer.Serialize(example, Json));

    /// <summary>The property of every layout of a generated request.</summary>
    public static void HoldsForLayouts(Action<LayoutCost> assert, int times = -1) =>
        Requests.Any.Holds(request => Assert.All(Shipped.Compare(request).Layouts, assert), times);

    /// <summary>The property of the only layout of a request.</summary>
    public static LayoutCost Price(this ComparisonRequest request) => Shipped.Compare(request).Layouts.Single();

    public static void Near(decimal expected, decimal actual, decimal tolerance) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance, $"{actual} differs from {expected} by more than {tolerance}");
}
