using CostApi.Core.PriceLists;
using CostApi.PriceSources;
using Microsoft.Extensions.Logging;
using static CostApi.Tests.PriceLists.Live;

namespace CostApi.Tests.PriceSources;

public sealed class RefreshLogTests : IDisposable
{
    private readonly MemoryLog _log = new();
    private readonly RefreshLog _told;

    public RefreshLogTests() => _told = new RefreshLog(_log);

    public void Dispose() => _log.Dispose();

    [Fact]
    public void A_second_Region_that_starts_to_fail_while_another_fails_for_good_is_told_once()
    {
        Fail("ap-east-1", "the index names no file for ap-east-1.");
        Succeed("eu-west-1");
        for (var time = 0; time < 3; time++) Fail("eu-west-1", "connection refused");
        Fail("ap-east-1", "the index names no file for ap-east-1.");

        Assert.Equal(["ap-east-1", "eu-west-1"], Warnings.Select(text => text.Split(' ')[5]));
    }

    [Fact]
    public void One_cause_is_told_once_for_all_Regions_that_it_keeps_from_being_read()
    {
        foreach (var region in new[] { "eu-west-1", "us-east-1", "eu-north-1" }) Fail(region, $"AmazonVPC for {region}: The Price List Query API is failing at AWS (500).");
        Fail("eu-west-2", "AmazonVPC for eu-west-2: it failed too often and is left alone.", wasLeftAlone: true);

        Assert.Single(Warnings);
    }

    [Fact]
    public void A_Region_that_is_read_again_is_told_and_so_is_its_next_failure()
    {
        Fail("ap-east-1", "no file for ap-east-1.");
        Fail("eu-west-1", "no file for eu-west-1.");
        Succeed("eu-west-1");
        Fail("eu-west-1", "no file for eu-west-1.");
        Succeed("eu-west-1");
        Succeed("ap-east-1");

        Assert.Equal(3, Warnings.Count());
        Assert.Equal(
            ["Prices from offer-files are read again for eu-west-1.", "Prices from offer-files are read again for eu-west-1.", "Prices from offer-files are read again for all Regions in use."],
            _log.Lines.Where(line => line.Level == LogLevel.Information).Select(line => line.Text));
    }

    [Fact]
    public void What_failed_is_told_rather_than_what_was_left_alone_after_it()
    {
        var readings = new[] { New().Fail("it is left alone", wasLeftAlone: true), new Reading("offer-files", "AmazonEC2").Fail("connection refused") };
        _told.Tell("eu-west-1", State(), State(readings));

        Assert.Contains("connection refused", Assert.Single(Warnings), StringComparison.Ordinal);
    }

    private IEnumerable<string> Warnings => _log.Lines.Where(line => line.Level == LogLevel.Warning).Select(line => line.Text);

    private static RegionPrices State(params Reading[] readings) => new(ShippedBook, readings, null, null);

    private void Fail(string region, string error, bool wasLeftAlone = false) => _told.Tell(region, State(), State(New().Fail(error, wasLeftAlone)));

    private void Succeed(string region) => _told.Tell(region, State(), State(New()));
}
