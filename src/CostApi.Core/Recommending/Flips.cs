using CostApi.Core.Comparing;

namespace CostApi.Core.Recommending;

/// <summary>Where an input flips the best choice, exactly: from the far end, each better choice found there is followed back to where it and the recommended one cost the same.</summary>
/// <param name="Value">The value; null where the recommended choice stays the best.</param>
/// <param name="Choice">What is better beyond it.</param>
internal readonly record struct Flip(decimal? Value, Choice? Choice)
{
    private const int MostSteps = 40;

    // A flip is told to a thousandth of a cent.
    private const decimal Settled = 0.00001m;

    public static Flip Of(Choice recommended, Input input, decimal end, Facts facts, CancellationToken cancellation)
    {
        var (near, far, better) = (input.Value, end, default(Choice));
        for (var step = 0; step < MostSteps && near != far && !cancellation.IsCancellationRequested; step++)
        {
            var problem = new Problem(input.At(far), facts);
            if (better is null || Lead(recommended, better, problem) < Settled)
            {
                var found = Search.Run(problem, cancellation);
                if (found.Choice is null || Total.Cost(recommended, problem) - found.Cost < Settled) return new Flip(better is null ? null : far, better);
                better = found.Choice;
            }

            // Both costs are straight between the bends of the tiers, so that this is mostly the place itself.
            var (here, there) = (Lead(recommended, better, new Problem(input.At(near), facts)), Lead(recommended, better, problem));
            if (here >= 0) return new Flip(near, better);
            var next = near + (far - near) * (-here / (there - here));
            if (next == far) return new Flip(far, better);
            if (Lead(recommended, better, new Problem(input.At(next), facts)) < -Settled) near = next;
            else far = next;
        }

        return cancellation.IsCancellationRequested ? default : new Flip(better is null ? null : far, better);
    }

    // How much more the recommended costs.
    private static decimal Lead(Choice recommended, Choice better, Problem problem) => Total.Cost(recommended, problem) - Total.Cost(better, problem);
}
