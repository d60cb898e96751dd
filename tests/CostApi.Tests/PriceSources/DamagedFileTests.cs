using System.Security.Cryptography;
using System.Text;
using CostApi.Tests.Fakes;

namespace CostApi.Tests.PriceSources;

/// <summary>A data directory in which something is wrong.</summary>
public sealed class DamagedFileTests
{
    /// <summary>What happens to the newest file, and what is said of it.</summary>
    public static TheoryData<string, Func<string, string>, string> Damages => new()
    {
        { "truncated", path => Rewrite(path, bytes => bytes[..^100]), "its SHA-256 is " },
        { "one byte flipped", path => Rewrite(path, bytes => [.. bytes[..1000], (byte)(bytes[1000] ^ 1), .. bytes[1001..]]), "its SHA-256 is " },
        { "empty", path => Rewrite(path, _ => []), "its SHA-256 is e3b0c442" },
        { "renamed", path => Move(path, "prices.json"), "its name is none that the service gives" },
        { "another day in its name", path => Move(path, $"20261320{Path.GetFileName(path)[8..]}"), "its name is none that the service gives" },
        { "a folder in its place", Replace, "it is a folder" },
        { "another Region", path => Reseal(path, "\"region\":\"eu-west-1\"", "\"region\":\"eu-west-2\""), "it contains prices of eu-west-2 in USD, not of eu-west-1 in USD" },
        { "a newer schema", path => Reseal(path, "\"schema\":1", "\"schema\":2"), "schema 2 is not 1" },
        { "a charge that is not known", path => Reseal(path, "\"charge\":\"NatGateway-Hours\"", "\"charge\":\"NatGateway-Years\""), "charge 'NatGateway-Years' is not known" },
        { "no JSON", path => Reseal(path, "{", "["), "" },
        { "null", path => Seal(path, "null"), "the file contains null" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task It_is_set_aside_and_reported_and_the_one_before_it_stands(string name, Func<string, string> damage, string fault)
    {
        await using var kept = await KeptPrices.StartAsync();
        kept.Aws.Catalogue.Set(KeptPrices.Region, KeptPrices.Charge, "0.0120000000");
        var first = kept.Serve();
        await KeptPrices.LiveAsync(first);
        await kept.PublishAsync(first, "0.0130000000");
        await first.DisposeAsync();
        var sound = kept.Files[0];
        var damaged = damage(kept.Files[1]);
        var content = File.Exists(damaged) ? await File.ReadAllBytesAsync(damaged) : null;
        kept.Aws.Fault(When.Always, Faults.Status(503));

        var second = await kept.ServeAfterAsync(first);
        Assert.True(await KeptPrices.PriceAsync(second) == 0.012m, name);
        var report = $"The price file {Path.GetFileName(damaged)} of eu-west-1 is damaged and was set aside: {fault}";
        Assert.StartsWith(report, Assert.Single(await KeptPrices.ProblemsAsync(second)), StringComparison.Ordinal);
        Assert.StartsWith(report, Assert.Single(KeptPrices.Logged(second, "The price file")), StringComparison.Ordinal);
        Assert.Equal([sound, damaged + ".damaged"], Directory.GetFileSystemEntries(kept.Folder).Order(StringComparer.Ordinal));
        if (content is not null) Assert.Equal(content, await File.ReadAllBytesAsync(damaged + ".damaged"));

        // What is read again is written again beside it.
        kept.Aws.ClearFaults();
        await KeptPrices.RefreshAsync(second);
        Assert.Equal(0.013m, await KeptPrices.PriceAsync(second));
        Assert.Single(await KeptPrices.ProblemsAsync(second));
        await using var third = await kept.ServeAfterAsync(second, ("Prices:Refresh:OnStart", "false"));
        Assert.Equal(0.013m, await KeptPrices.PriceAsync(third));
        Assert.Equal(0.012m, await KeptPrices.PriceAsync(third, "2026-11-22"));
        Assert.Contains(damaged + ".damaged", Directory.GetFileSystemEntries(kept.Folder));
    }

    [Fact]
    public async Task Without_a_sound_file_the_shipped_prices_answer()
    {
        await using var kept = await KeptPrices.StartAsync();
        kept.Aws.Catalogue.Set(KeptPrices.Region, KeptPrices.Charge, "0.0120000000");
        var first = kept.Serve();
        await KeptPrices.LiveAsync(first);
        await kept.PublishAsync(first, "0.0130000000");
        await first.DisposeAsync();
        foreach (var file in kept.Files) Rewrite(file, _ => []);
        await kept.StopAwsAsync();

        await using var second = await kept.ServeAfterAsync(first);
        Assert.Equal("snapshot", (string)(await KeptPrices.PricesAsync(second)).Json["prices"]!["source"]!);
        Assert.Equal(2, (await KeptPrices.ProblemsAsync(second)).Length);
    }

    [Fact]
    public async Task Files_that_are_no_prices_are_left_alone_and_an_unfinished_one_is_removed()
    {
        await using var kept = await KeptPrices.StartAsync();
        var first = kept.Serve();
        await KeptPrices.LiveAsync(first);
        await first.DisposeAsync();
        var whole = kept.Files[0];
        string[] foreign = [Path.Combine(kept.Folder, ".nfs0001"), Path.Combine(kept.Folder, "notes.txt"), Path.Combine(kept.Directory, "eu-west-9.json")];
        foreach (var path in foreign) await File.WriteAllTextAsync(path, "mine");
        await File.WriteAllTextAsync(whole.Replace("-000001-", "-000002-", StringComparison.Ordinal) + ".tmp", "{");

        await using var second = await kept.ServeAfterAsync(first, ("Prices:Refresh:OnStart", "false"));
        Assert.Equal("offer-files", (string)(await KeptPrices.PricesAsync(second)).Json["prices"]!["source"]!);
        Assert.All(foreign, path => Assert.Equal("mine", File.ReadAllText(path)));
        Assert.Equal([.. foreign[..2], whole], kept.Files.OrderBy(path => path == whole).ThenBy(path => path, StringComparer.Ordinal));
        Assert.Empty(await KeptPrices.ProblemsAsync(second));
    }

    private static string Rewrite(string path, Func<byte[], byte[]> change)
    {
        File.WriteAllBytes(path, change(File.ReadAllBytes(path)));
        return path;
    }

    private static string Move(string path, string name)
    {
        var moved = Path.Combine(Path.GetDirectoryName(path)!, name);
        File.Move(path, moved);
        return moved;
    }

    private static string Replace(string path)
    {
        File.Delete(path);
        return Directory.CreateDirectory(path).FullName;
    }

    // The checksum is right: only what the file says is wrong.
    private static string Reseal(string path, string before, string after)
    {
        var text = File.ReadAllText(path);
        var at = text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{before} is not in {text[..200]}");
        return Seal(path, text[..at] + after + text[(at + before.Length)..]);
    }

    private static string Seal(string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var old = Path.GetFileName(path);
        File.WriteAllBytes(path, bytes);
        return Move(path, $"{old[..old.LastIndexOf('-')]}-{Convert.ToHexStringLower(SHA256.HashData(bytes))}.json");
    }
}
