namespace CostApi.Tests;

/// <summary>
/// Waits for what must come. A test is never red because the machine is slow: the limit is there to end a test whose subject
/// hangs, and nothing that works comes near it.
/// </summary>
internal static class Waiting
{
    public static readonly TimeSpan Most = TimeSpan.FromMinutes(5);

    public static async Task UntilAsync(Func<bool> happened)
    {
        using var limit = new CancellationTokenSource(Most);
        while (!happened()) await Task.Delay(5, limit.Token);
    }

    /// <summary>The result of work that must end: what grows out of bounds takes longer than the limit on any machine.</summary>
    public static async Task<T> EndAsync<T>(Func<T> work) => await Task.Run(work).WaitAsync(Most);
}
