using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using CostApi.PriceSources;

namespace CostApi.Tests.PriceSources;

/// <summary>A program that keeps prices, killed at any moment.</summary>
public sealed class KillTests
{
    private const int Lanes = 4, KillsOfALane = 52;

    [Fact]
    public async Task No_kill_loses_a_kept_book_or_leaves_half_of_one()
    {
        var unfinished = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(seed => Task.Run(() => KillAsync(new Random(seed)))));
        // Else none of them came in the middle of a write.
        Assert.True(unfinished.Sum() > 0);
    }

    private static async Task<int> KillAsync(Random random)
    {
        var place = Directory.CreateTempSubdirectory("kill-");
        var (acknowledged, unfinished) = (-1, 0);
        for (var kill = 0; kill < KillsOfALane; kill++)
        {
            acknowledged = await WriteUntilKilledAsync(place.FullName, TimeSpan.FromMilliseconds(10 * random.NextDouble()));
            var folder = Path.Combine(place.FullName, KeptPrices.Region);
            foreach (var path in Directory.GetFiles(folder, "*.json"))
                Assert.EndsWith($"-{Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path)))}.json", path, StringComparison.Ordinal);
            if (Directory.GetFiles(folder).Any(path => !path.EndsWith(".json", StringComparison.Ordinal))) unfinished++;

            using var store = WriteBooks.Open(place.FullName);
            Assert.InRange(WriteBooks.NumberOf(Assert.Single(store.ReadNewest()).Book), acknowledged, acknowledged + 1);
            Assert.All(Directory.GetFiles(folder), path => Assert.EndsWith(".json", path, StringComparison.Ordinal));
            Assert.Empty(store.ProblemsOf(KeptPrices.Region));
        }

        using (var store = WriteBooks.Open(place.FullName)) AssertEveryDayIsThere(store, acknowledged);
        place.Delete(recursive: true);
        return unfinished;
    }

    private static void AssertEveryDayIsThere(PriceStore store, int acknowledged)
    {
        Assert.Single(store.ReadNewest());
        var region = Shipped.Snapshot.Regions[KeptPrices.Region];
        for (var number = 0; number <= acknowledged; number++)
            Assert.InRange(WriteBooks.NumberOf(store.Find(region, WriteBooks.DayOf(number))!), number, acknowledged + 1);
    }

    /// <returns>The last book that it said it had kept.</returns>
    private static async Task<int> WriteUntilKilledAsync(string directory, TimeSpan after)
    {
        using var writer = Process.Start(new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
            [typeof(WriteBooks).Assembly.Location, WriteBooks.Command, directory])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = writer.StandardError.ReadToEndAsync();
        var first = await writer.StandardOutput.ReadLineAsync();
        Assert.True(first is not null, first is null ? await error : null);
        await Task.Delay(after);
        writer.Kill();
        await writer.WaitForExitAsync();
        var rest = await writer.StandardOutput.ReadToEndAsync();
        // The last line may be half of one.
        return int.Parse(rest.Split('\n').SkipLast(1).Prepend(first!).Last(), CultureInfo.InvariantCulture);
    }
}
