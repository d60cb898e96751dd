using CostApi.Tests.Recommending;

namespace CostApi.Oracle;

/// <summary>On questions too large for brute force, the recommendation is what a solver finds that knows nothing of it.</summary>
public sealed class SolverTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void It_equals_the_solvers_optimum(int seed)
    {
        var (random, proven) = (new Random(seed), 0);
        for (var i = 0; i < 60; i++)
        {
            var request = Instance.Make(random, random.Next(4, 9), random.Next(3, 8), decades: 2.5);
            using var programme = new MixedInteger(request);
            if (programme.Solve(seconds: 10) is not { } least) continue;
            var (found, priced) = Instance.Solve(request);
            var which = $"seed {seed}, question {i}";
            Assert.True(double.IsPositiveInfinity(least) == found.Choice is null, which);
            if (priced is null) continue;
            proven++;
            Assert.True(Math.Abs((double)found.Cost - least) < 0.005, $"{which}: {found.Cost} is not {least}");
            Assert.Equal(found.Cost, priced.MonthlyCost);
            Assert.Equal(found.Cost, found.LowerBound);
        }

        Assert.InRange(proven, 50, 60);
    }
}
