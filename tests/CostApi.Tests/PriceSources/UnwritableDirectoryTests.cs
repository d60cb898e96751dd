namespace CostApi.Tests.PriceSources;

/// <summary>A data directory that cannot be written to.</summary>
public sealed class UnwritableDirectoryTests
{
    [Fact]
    public Task A_file_in_the_place_of_the_directory() => AnswersMeanwhileAsync(
        kept => File.WriteAllText(kept.Directory, "no directory"), kept => File.Delete(kept.Directory));

    [Fact]
    public Task A_file_in_the_place_of_the_Regions_folder() => AnswersMeanwhileAsync(
        kept =>
        {
            Directory.CreateDirectory(kept.Directory);
            File.WriteAllText(kept.Folder, "no directory");
        },
        kept => File.Delete(kept.Folder));

    [TinyDiskFact]
    public async Task A_full_disk()
    {
        TinyDisk? disk = null;
        await AnswersMeanwhileAsync(
            kept =>
            {
                disk = TinyDisk.MountAt(kept.Directory);
                disk.Fill();
            },
            kept =>
            {
                Assert.Empty(Directory.Exists(kept.Folder) ? kept.Files : []);
                disk!.MakeRoom();
            },
            () => disk?.Dispose());
    }

    [TinyDiskFact]
    public async Task A_read_only_file_system()
    {
        TinyDisk? disk = null;
        await AnswersMeanwhileAsync(
            kept =>
            {
                disk = TinyDisk.MountAt(kept.Directory);
                disk.Remount("ro");
            },
            _ => disk!.Remount("rw"),
            () => disk?.Dispose());
    }

    [TinyDiskFact]
    public async Task A_disk_that_fills_up_loses_nothing_that_is_on_it()
    {
        await using var kept = await KeptPrices.StartAsync();
        using var disk = TinyDisk.MountAt(kept.Directory);
        var service = kept.Serve();
        await KeptPrices.LiveAsync(service);
        var id = await KeptPrices.IdAsync(service);
        var file = Assert.Single(kept.Files);
        disk.Fill();
        await kept.PublishAsync(service, "0.0130000000");
        Assert.Contains("No space left on device", Assert.Single(await KeptPrices.ProblemsAsync(service)), StringComparison.Ordinal);
        Assert.Equal([file], kept.Files);
        await kept.StopAwsAsync();

        await using var second = await kept.ServeAfterAsync(service);
        Assert.Equal(id, await KeptPrices.IdAsync(second));
        Assert.Empty(await KeptPrices.ProblemsAsync(second));
    }

    [Fact]
    public async Task A_directory_that_vanishes_is_made_again_and_days_that_went_with_it_have_no_other_days_prices()
    {
        await using var kept = await KeptPrices.StartAsync();
        await using var service = kept.Serve();
        await KeptPrices.LiveAsync(service);
        await kept.PublishAsync(service, "0.0120000000");
        var before = kept.Files;
        Directory.Delete(kept.Directory, recursive: true);
        Assert.Equal(0.012m, await KeptPrices.PriceAsync(service));
        for (var time = 0; time < 3; time++)
            Assert.Equal("The prices of eu-west-1 published on 2026-11-20 cannot be read from the data directory.", (await KeptPrices.PricesAsync(service, "2026-11-22")).Errors["asOf"]);
        Assert.Contains("cannot be read", Assert.Single(KeptPrices.Logged(service, "The price file")), StringComparison.Ordinal);

        await kept.PublishAsync(service, "0.0130000000");
        Assert.Equal(0.013m, await KeptPrices.PriceAsync(service));
        Assert.Contains("-000003-", Assert.Single(kept.Files), StringComparison.Ordinal);
        Assert.Equal(400, (await KeptPrices.PricesAsync(service, "2026-11-23")).Status);
        Assert.Equal(2, before.Length);
    }

    // From the start to the end of the trouble, and after it: on disk, and with a service that knows no more than that.
    private static async Task AnswersMeanwhileAsync(Action<KeptPrices> begin, Action<KeptPrices> end, Action? cleanUp = null)
    {
        await using var kept = await KeptPrices.StartAsync();
        try
        {
            kept.Aws.Catalogue.Set(KeptPrices.Region, KeptPrices.Charge, "0.0120000000");
            begin(kept);
            var service = kept.Serve();
            await KeptPrices.LiveAsync(service);
            string[] ids = [await KeptPrices.IdAsync(service), "", ""];
            await kept.PublishAsync(service, "0.0130000000");
            ids[1] = await KeptPrices.IdAsync(service);
            await KeptPrices.RefreshAsync(service);
            await kept.PublishAsync(service, "0.0140000000");
            ids[2] = await KeptPrices.IdAsync(service);

            await AssertEachDayAsync(service, ids);
            const string problem = "The prices of eu-west-1 could not be written to the data directory and are kept in memory only: ";
            Assert.StartsWith(problem, Assert.Single(await KeptPrices.ProblemsAsync(service)), StringComparison.Ordinal);
            Assert.Single(KeptPrices.Logged(service, problem));

            end(kept);
            await KeptPrices.RefreshAsync(service);
            Assert.Empty(await KeptPrices.ProblemsAsync(service));
            Assert.Single(KeptPrices.Logged(service, "The prices of eu-west-1 are written to the data directory again."));
            Assert.Equal(3, kept.Files.Length);
            await AssertEachDayAsync(service, ids);
            await kept.StopAwsAsync();

            await using var second = await kept.ServeAfterAsync(service);
            await AssertEachDayAsync(second, ids);
        }
        finally
        {
            cleanUp?.Invoke();
        }
    }

    private static async Task AssertEachDayAsync(Service service, string[] ids)
    {
        Assert.Equal(0.014m, await KeptPrices.PriceAsync(service));
        Assert.Equal(0.012m, await KeptPrices.PriceAsync(service, "2026-11-22"));
        Assert.Equal(ids, new[] { await KeptPrices.IdAsync(service, "2026-11-20"), await KeptPrices.IdAsync(service, "2026-11-23"), await KeptPrices.IdAsync(service, "2026-11-24") });
    }
}
