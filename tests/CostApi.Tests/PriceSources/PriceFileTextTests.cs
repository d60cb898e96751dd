using CostApi.Core.Prices;

namespace CostApi.Tests.PriceSources;

/// <summary>A shipped file written again without a change is the same to the byte, so that a diff shows changes alone.</summary>
public sealed class PriceFileTextTests
{
    public static TheoryData<string> Regions => [.. Directory.EnumerateFiles(Repository.Folder("pricing-data/regions")).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Regions))]
    public void A_Regions_file_is_written_as_it_was_read(string name)
    {
        var text = File.ReadAllText(Repository.Folder($"pricing-data/regions/{name}"));
        Assert.Equal(text, PriceFileText.Of(PriceFile.ParseRegion(File.ReadAllBytes(Repository.Folder($"pricing-data/regions/{name}")))));
    }

    [Fact]
    public void The_rates_between_Regions_are_written_as_they_were_read()
    {
        var path = Repository.Folder("pricing-data/inter-region.json");
        Assert.Equal(File.ReadAllText(path), PriceFileText.Of(PriceFile.ParseInterRegion(File.ReadAllBytes(path))));
    }
}
