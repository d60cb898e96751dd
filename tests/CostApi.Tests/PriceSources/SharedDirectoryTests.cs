using Microsoft.Extensions.Options;

namespace CostApi.Tests.PriceSources;

/// <summary>Two processes and one data directory.</summary>
public sealed class SharedDirectoryTests
{
    [Fact]
    public async Task A_second_service_says_that_it_cannot_share_and_touches_nothing()
    {
        await using var kept = await KeptPrices.StartAsync();
        await using var first = kept.Serve();
        await KeptPrices.LiveAsync(first);
        var unfinished = kept.Files[0] + ".tmp";
        await File.WriteAllTextAsync(unfinished, "{");
        var before = kept.Files;

        using var second = WriteBooks.Open(kept.Directory);
        var refusal = Assert.Throws<OptionsValidationException>(second.ReadNewest);

        Assert.Contains($"Another process of this service uses the data directory {kept.Directory}", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, kept.Files);
        // What it would keep all the same, it keeps to itself, and says so.
        second.Keep(WriteBooks.Book(1));
        Assert.Equal(before, kept.Files);
        Assert.Contains("kept in memory only", Assert.Single(second.ProblemsOf(KeptPrices.Region)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unfinished_file_that_somebody_has_open_is_left_alone()
    {
        await using var kept = await KeptPrices.StartAsync();
        var first = kept.Serve();
        await KeptPrices.LiveAsync(first);
        await first.DisposeAsync();
        var (open, closed) = (Path.Combine(kept.Folder, "open.tmp"), Path.Combine(kept.Folder, "closed.tmp"));
        await File.WriteAllTextAsync(closed, "{");
        await using var writer = new FileStream(open, FileMode.Create, FileAccess.Write, FileShare.None);

        using var store = WriteBooks.Open(kept.Directory);
        Assert.Single(store.ReadNewest());

        Assert.Equal((true, false), (File.Exists(open), File.Exists(closed)));
    }
}
