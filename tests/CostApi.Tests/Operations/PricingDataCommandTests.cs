using CostApi.Core.Prices;
using CostApi.Operations;
using CostApi.PriceSources;
using CostApi.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace CostApi.Tests.Operations;

/// <summary>The maintainer's command, on a copy of the shipped prices.</summary>
public sealed class PricingDataCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pricing-data");

    public PricingDataCommandTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "regions"));
        foreach (var file in Directory.EnumerateFiles(Shipped.Folder, "*.json", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetRelativePath(Shipped.Folder, file)));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_price_that_moved_is_one_row_of_the_diff_and_the_folder_loads()
    {
        await using var aws = await FakeAws.StartAsync();
        await RunAsync(aws);
        var before = Lines("regions/eu-west-2.json");
        aws.Catalogue.Set("eu-west-2", "VpcEndpoint-Hours", "0.0120000000");

        var (exitCode, output) = await RunAsync(aws);

        Assert.Equal(0, exitCode);
        Assert.Contains("moved    EUW2-VpcEndpoint-Hours 0.011 to 0.012\n", output, StringComparison.Ordinal);
        Assert.Equal([@"        { ""from"": 0, ""to"": null, ""price"": 0.012"], Lines("regions/eu-west-2.json").Except(before).Select(line => line.Split(", \"rateCode\"")[0]));
        var snapshot = Snapshot.Read(_folder.FullName);
        Assert.Empty(snapshot.Refusals);
        Assert.Equal(0.012m, ((Quote.Priced)snapshot.Book("eu-west-2").Find(Charges.InterfaceEndpointHours)).Rate.Tiers[0].Price);
        Assert.Equal("CNY", snapshot.Book("cn-north-1").Region.Currency);
        Assert.True(snapshot.Book("cn-north-1").IsAvailable);
        Assert.StartsWith("2026-11-22-", snapshot.Book("eu-west-2").Edition.Version, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_lists_lack_stays_and_is_named()
    {
        await using var aws = await FakeAws.StartAsync("eu-west-2");
        aws.Catalogue.Remove("eu-west-2", "PublicIPv4:InUseAddress");
        aws.Catalogue.Set("eu-west-2", "VpcEndpoint-Hours", "-1");
        var before = ((Quote.Priced)Shipped.Snapshot.Book("eu-west-2").Find(Charges.InterfaceEndpointHours)).Rate.Tiers[0].Price;

        var (_, output) = await RunAsync(aws);

        Assert.Contains("kept     EUW2-PublicIPv4:InUseAddress", output, StringComparison.Ordinal);
        Assert.Contains("cannot be used", output, StringComparison.Ordinal);
        Assert.Equal(before, ((Quote.Priced)Snapshot.Read(_folder.FullName).Book("eu-west-2").Find(Charges.InterfaceEndpointHours)).Rate.Tiers[0].Price);
    }

    [Fact]
    public async Task Without_a_source_nothing_is_written()
    {
        await using var aws = await FakeAws.StartAsync("eu-west-2");
        aws.Fault(When.Always, Faults.Status(403));
        var before = Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText);

        var (exitCode, output) = await RunAsync(aws);

        Assert.Equal(1, exitCode);
        Assert.Contains("nothing was written", output, StringComparison.Ordinal);
        Assert.Contains("403", output, StringComparison.Ordinal);
        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllText(file.Key)));
    }

    [Fact]
    public async Task A_folder_without_a_manifest_is_refused()
    {
        await using var aws = await FakeAws.StartAsync("eu-west-2");
        File.Delete(Path.Combine(_folder.FullName, "manifest.json"));
        Assert.Equal(1, (await RunAsync(aws)).ExitCode);
    }

    private string[] Lines(string file) => File.ReadAllLines(Path.Combine(_folder.FullName, file));

    private async Task<(int ExitCode, string Output)> RunAsync(FakeAws aws)
    {
        await using var service = new Service(null, ("Prices:Sources", "offer-files,snapshot"), ("Prices:OfferFiles:BaseUrl", aws.Url.ToString()), ("Prices:OfferFiles:Ec2", "true"));
        await using var output = new StringWriter { NewLine = "\n" };
        var exitCode = await service.Services.GetRequiredService<PricingDataCommand>().RunAsync(_folder.FullName, output, CancellationToken.None);
        return (exitCode, output.ToString());
    }
}
