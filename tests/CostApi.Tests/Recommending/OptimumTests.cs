using CostApi.Core.Recommending;

namespace CostApi.Tests.Recommending;

/// <summary>The recommendation is the cheapest layout that there is.</summary>
public sealed class OptimumTests
{
    private static readonly (int Vpcs, int Services)[] Sizes = [(1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 2), (3, 1)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void It_equals_brute_force_on_small_questions(int seed)
    {
        var (random, worked) = (new Random(seed), 0);
        for (var i = 0; i < 600; i++)
        {
            var (vpcs, services) = Sizes[random.Next(Sizes.Length)];
            var request = Instance.Make(random, vpcs, services);
            var least = BruteForce.Least(request);
            var (found, priced) = Instance.Solve(request);
            var which = $"seed {seed}, question {i}";
            Assert.True(double.IsPositiveInfinity(least) == found.Choice is null, which);
            if (priced is null) continue;
            worked++;
            Assert.True(priced is { Feasible: true, Complete: true }, which);
            Assert.True(Math.Abs((double)found.Cost - least) < 0.005, $"{which}: {found.Cost} is not {least}");
            Assert.True(found.Cost == priced.MonthlyCost, $"{which}: {found.Cost} is not the bill's {priced.MonthlyCost}");
            Assert.True(found.LowerBound == found.Cost, which);
        }

        Assert.InRange(worked, 500, 600);
    }

    [Fact]
    public void Out_of_time_the_least_lies_between_the_bound_and_what_was_found()
    {
        var (random, gaps) = (new Random(5), 0);
        for (var i = 0; i < 200; i++)
        {
            var request = Instance.Make(random, random.Next(2, 6), random.Next(2, 7));
            var (found, _) = Instance.Solve(request, new CancellationToken(true));
            var (least, _) = Instance.Solve(request);
            if (least.Choice is null) continue;
            Assert.InRange(least.Cost, found.LowerBound, found.Cost);
            if (found.LowerBound < found.Cost) gaps++;
        }

        Assert.InRange(gaps, 5, 200);
    }
}
