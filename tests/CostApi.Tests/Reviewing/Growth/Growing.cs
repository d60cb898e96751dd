using CostApi.Core.Reviewing;

namespace CostApi.Tests.Reviewing.Growth;

/// <summary>Holds a reader to work and memory that grow no faster than about linearly with the document. Counted, not timed.</summary>
internal static class Growing
{
    /// <summary>How many times as much a document of twice the size may cost; 2 is linear, 4 quadratic.</summary>
    private const double Most = 3;

    /// <summary>What a reader spent on a document.</summary>
    public readonly record struct Spent(int Size, long Steps, long Bytes);

    /// <param name="read">Reads a document and charges the work; one that has no counter is held to the bytes alone.</param>
    /// <param name="document">A document that has a construct so many times.</param>
    /// <param name="n">How often the smaller document has it: enough that what every document costs does not show.</param>
    public static void IsLinear(Action<byte[], Work> read, Func<int, byte[]> document, int n)
    {
        var (small, large) = (document(n), document(2 * n));
        // A generator that grows faster than its parameter would excuse a reader that does.
        Assert.InRange(large.Length, small.Length, 2.5 * small.Length);

        // Once before it counts: what is made once for the process belongs to no document.
        Spend(read, document(1));
        var (once, twice) = (Spend(read, small), Spend(read, large));
        Assert.True(twice.Steps <= Most * once.Steps,
            $"Work grows from {once.Steps:N0} to {twice.Steps:N0} steps where the document grows from {once.Size:N0} to {twice.Size:N0} "
            + $"bytes.");
        Assert.True(twice.Bytes <= Most * once.Bytes,
            $"Memory grows from {once.Bytes:N0} to {twice.Bytes:N0} bytes where the document grows from {once.Size:N0} to "
            + $"{twice.Size:N0}.");
    }

    private static Spent Spend(Action<byte[], Work> read, byte[] document)
    {
        // Far above what any document may spend, and an end to one that would spend without one.
        var work = new Work(50_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        read(document, work);
        return new Spent(document.Length, work.Charged, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
