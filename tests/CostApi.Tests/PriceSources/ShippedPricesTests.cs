using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CostApi.Core.Prices;
using CostApi.PriceSources;

namespace CostApi.Tests.PriceSources;

/// <summary>A file of prices that is not what it should be is refused whole, says why, and takes no other with it.</summary>
public sealed class ShippedPricesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("prices-");

    public ShippedPricesTests()
    {
        foreach (var file in Directory.EnumerateFiles(Shipped.Folder, "*.json", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(_folder.FullName, System.IO.Path.GetRelativePath(Shipped.Folder, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public static TheoryData<string, string, string> Faults => new()
    {
        { "\"to\": 1048576, \"price\": 0.01,", "\"to\": 1048575, \"price\": 0.01,", "VpcEndpoint-Bytes: gap between tiers, 1048575 to 1048576" },
        { "\"to\": 1048576, \"price\": 0.01,", "\"to\": 1048577, \"price\": 0.01,", "VpcEndpoint-Bytes: tiers overlap, 1048576 to 1048577" },
        { "\"to\": 1048576, \"price\": 0.01,", "\"to\": null, \"price\": 0.01,", "VpcEndpoint-Bytes: a tier from 1048576 follows one that has no end" },
        { "\"price\": 0.011,", "\"price\": -0.011,", "VpcEndpoint-Hours: price -0.011 is negative" },
        { "\"unit\": \"GigaBytes\"", "\"unit\": \"Quantity\"", "TransitGateway-Bytes: unit 'Quantity' is not one of GB, GigaBytes" },
        { "\"charge\": \"VpcPeering-In-Bytes\"", "\"charge\": \"VpcPeering-Out-Bytes\"", "VpcPeering-Out-Bytes is listed more than once" },
        { "\"charge\": \"VpcPeering-In-Bytes\"", "\"charge\": \"VpcPeering-Up-Bytes\"", "charge 'VpcPeering-Up-Bytes' is not known" },
        { "\"usageType\": \"EU-NatGateway-Hours\"", "\"usageType\": \"EU-RegionalNatGateway-Hours\"", "NatGateway-Hours: usage type EU-RegionalNatGateway-Hours, expected EU-NatGateway-Hours" },
        { "\"currency\": \"USD\"", "\"currency\": \"EUR\"", "currency 'EUR' is not 'USD'" },
        { "\"region\": \"eu-west-1\"", "\"region\": \"eu-west-2\"", "region is 'eu-west-2', not 'eu-west-1'" },
        { "\"schema\": 1", "\"schema\": 2", "schema 2 is not 1" },
        { "\"price\": 0.011,", "\"price\": \"0.011\",", "could not be converted" },
        { "\"rates\": [", "\"rate\": [", "rate" },
        { "\"rates\": [", "\"rates\": [ null,", "a row of rates is null" },
        { "\"tiers\": [", "\"tiers\": [ null,", "a tier is null" },
        { "\"charge\": \"VpcPeering-In-Bytes\"", "\"charge\": \"HostedZone\"", "HostedZone is a global charge" },
        { "\"confidence\": \"", "\"confidence\": \"very ", "is not one of high, medium, derived" },
        { "\"asOf\": \"20", "\"asOf\": \"c. 20", "is not a date as yyyy, yyyy-MM or yyyy-MM-dd" },
    };

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_shipped_files_are_sound()
    {
        Assert.Empty(Shipped.Snapshot.Refusals);
        Assert.Equal(36, Shipped.Snapshot.Regions.Keys.Count(region => Shipped.Snapshot.Book(region).IsAvailable));
        var files = JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(Shipped.Folder, "manifest.json")))!["files"]!.AsObject().Select(file => file.Key);
        var shipped = Directory.EnumerateFiles(Shipped.Folder, "*.json", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Shipped.Folder, file).Replace('\\', '/'))
            .Where(file => file != "manifest.json");
        Assert.Equal(shipped.Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_faulty_file_leaves_its_Region_without_prices(string text, string instead, string fault)
    {
        Edit("regions/eu-west-1.json", text, instead);
        var snapshot = Snapshot.Read(_folder.FullName);
        var refusal = Assert.Single(snapshot.Refusals);
        Assert.Contains("regions/eu-west-1.json", refusal, StringComparison.Ordinal);
        Assert.Contains(fault, refusal, StringComparison.Ordinal);
        Assert.False(snapshot.Book("eu-west-1").IsAvailable);
        Assert.Equal(refusal, Assert.IsType<Quote.Unpriced>(snapshot.Book("eu-west-1").Find(Charges.NatGatewayHours)).Reason);
        Assert.True(snapshot.Book("eu-west-2").IsAvailable);
        Assert.NotEqual(Shipped.Snapshot.Book("eu-west-2").Edition.Version, snapshot.Book("eu-west-2").Edition.Version);
    }

    [Fact]
    public void A_file_that_the_manifest_does_not_vouch_for_is_refused()
    {
        Edit("regions/eu-west-1.json", "0.011", "0.012", seal: false);
        Assert.Contains("SHA-256", Assert.Single(Snapshot.Read(_folder.FullName).Refusals), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_refused()
    {
        File.Delete(System.IO.Path.Combine(_folder.FullName, "regions", "eu-west-1.json"));
        Assert.Contains("regions/eu-west-1.json", Assert.Single(Snapshot.Read(_folder.FullName).Refusals), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_inter_Region_prices_only_those_are_unpriced()
    {
        Edit("inter-region.json", "\"price\": 0.147,", "\"price\": -1,");
        var book = Snapshot.Read(_folder.FullName).Book("af-south-1");
        Assert.True(book.IsAvailable);
        var unpriced = Assert.IsType<Quote.Unpriced>(book.Find(Charges.InterRegionOut(Shipped.Snapshot.Regions["eu-west-1"])));
        Assert.StartsWith("The price file inter-region.json was refused: ", unpriced.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Transfer_to_a_Region_without_a_known_prefix_has_no_usage_type_of_its_own()
    {
        var berlin = Shipped.Snapshot.Regions["eusc-de-east-1"];
        var charge = Charges.InterRegionOut(berlin);
        Assert.NotEqual(charge, Charges.InterRegionOut(berlin with { Code = "eusc-de-west-1" }));
        Assert.Equal(charge, Charges.InterRegionOut(berlin));
        var reason = Assert.IsType<Quote.Unpriced>(Shipped.Snapshot.Book("eu-west-1").Find(charge)).Reason;
        Assert.Contains("from eu-west-1 to eusc-de-east-1", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_Region_is_no_reason_for_transfer_without_a_price()
    {
        Edit("regions/eu-west-1.json", "\"price\": 0.011,", "\"price\": -0.011,");
        var book = Snapshot.Read(_folder.FullName).Book("eu-west-1");
        Assert.IsType<Quote.Priced>(book.Find(Charges.InterRegionOut(Shipped.Snapshot.Regions["eu-west-2"])));
        var unpriced = Assert.IsType<Quote.Unpriced>(book.Find(Charges.InterRegionOut(Shipped.Snapshot.Regions["cn-north-1"])));
        Assert.Contains("from eu-west-1 to cn-north-1", unpriced.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"rates\": [", "\"rates\": [ null,", "a row of rates is null")]
    [InlineData("\"asOf\": \"2025-06\"", "\"asOf\": \"2025-13\"", "asOf '2025-13' is not a date")]
    [InlineData("\"confidence\": \"medium\"", "\"confidence\": \"\"", "confidence '' is not one of")]
    public void A_faulty_file_of_inter_Region_prices_is_refused(string text, string instead, string fault)
    {
        Edit("inter-region.json", text, instead);
        Assert.Contains(fault, Assert.Single(Snapshot.Read(_folder.FullName).Refusals), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("regions.json")]
    [InlineData("endpoint-services.json")]
    [InlineData("global.json")]
    public void Without_its_foundations_there_is_nothing_to_answer_from(string file)
    {
        File.Delete(System.IO.Path.Combine(_folder.FullName, file));
        Assert.Contains(file, Assert.Throws<PriceFileException>(() => Snapshot.Read(_folder.FullName)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("regions.json", "\"regions\": [", "\"regions\": [ null,", "a row of regions is null")]
    [InlineData("regions.json", "\"usageTypePrefix\": \"EUW2\"", "\"usageTypePrefix\": \"EU\"", "usage type prefix EU is listed more than once")]
    [InlineData("endpoint-services.json", "\"services\": [", "\"services\": [ null,", "a row of services is null")]
    [InlineData("endpoint-services.json", "\"publicHosts\": [", "\"publicHosts\": [ null,", "publicHosts contains null")]
    [InlineData("endpoint-services.json", "\"serviceName\": \"com.amazonaws.{region}.ecr.dkr\"", "\"serviceName\": \"ecr\"", "full name 'ecr' does not end with '.ecr.dkr'")]
    [InlineData("global.json", "\"rates\": [", "\"rates\": [ null,", "a row of rates is null")]
    [InlineData("global.json", "\"partitions\": [", "\"partitions\": [ null,", "Global-DataTransfer-Out-Bytes: partitions contains null")]
    [InlineData("global.json", "\"charge\": \"HostedZone\"", "\"charge\": \"NatGateway-Hours\"", "NatGateway-Hours is not a global charge")]
    public void A_faulty_foundation_says_what_is_wrong_with_it(string file, string text, string instead, string fault)
    {
        Edit(file, text, instead);
        var message = Assert.Throws<PriceFileException>(() => Snapshot.Read(_folder.FullName)).Message;
        Assert.StartsWith(file, message, StringComparison.Ordinal);
        Assert.Contains(fault, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Editions_that_lack_different_files_differ()
    {
        var folder = System.IO.Path.Combine(_folder.FullName, "regions");
        File.Move(System.IO.Path.Combine(folder, "eu-west-1.json"), System.IO.Path.Combine(folder, "away.json"));
        var one = Snapshot.Read(_folder.FullName).Book("eu-north-1").Edition.Version;
        File.Move(System.IO.Path.Combine(folder, "away.json"), System.IO.Path.Combine(folder, "eu-west-1.json"));
        File.Delete(System.IO.Path.Combine(folder, "eu-west-2.json"));
        Assert.NotEqual(one, Snapshot.Read(_folder.FullName).Book("eu-north-1").Edition.Version);
    }

    [Fact]
    public async Task The_service_goes_on_without_the_refused_Region()
    {
        Edit("regions/eu-west-1.json", "\"price\": 0.011,", "\"price\": -0.011,");
        await using var service = new Service(_folder.FullName);
        const string body = """{ "region": "eu-west-1", "layout": { "name": "one", "vpcs": [{ "name": "app", "availabilityZones": ["a"], "natGateway": { "mode": "zonal" } }] } }""";
        var refused = (await service.PostAsync("/v1/estimates", body)).Json;
        Assert.False((bool)refused["complete"]!);
        Assert.Contains("was refused", (string)refused["lineItems"]![0]!["unpriced"]!, StringComparison.Ordinal);
        var ireland = (await service.GetAsync("/v1/regions")).Json["regions"]!.AsArray().Single(region => (string)region!["code"]! == "eu-west-1")!;
        Assert.Contains("was refused", (string)ireland["note"]!, StringComparison.Ordinal);
        Assert.Equal(36.50m, (decimal)(await service.PostAsync("/v1/estimates", body.Replace("eu-west-1", "us-east-1", StringComparison.Ordinal))).Json["monthlyCost"]!);
        var ready = await service.GetAsync("/health/ready");
        Assert.Equal(200, ready.Status);
        Assert.Contains("eu-west-1", ready.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_prices_the_service_is_not_ready()
    {
        foreach (var file in Directory.EnumerateFiles(System.IO.Path.Combine(_folder.FullName, "regions"))) File.Delete(file);
        await using var service = new Service(_folder.FullName);
        Assert.Equal(503, (await service.GetAsync("/health/ready")).Status);
        Assert.Equal(200, (await service.GetAsync("/health/live")).Status);
    }

    private void Edit(string file, string text, string instead, bool seal = true)
    {
        var path = System.IO.Path.Combine(_folder.FullName, file);
        var before = File.ReadAllText(path);
        var at = before.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} holds no {text}");
        File.WriteAllText(path, before[..at] + instead + before[(at + text.Length)..]);
        if (!seal) return;
        var manifestPath = System.IO.Path.Combine(_folder.FullName, "manifest.json");
        var manifest = JsonNode.Parse(File.ReadAllText(manifestPath))!;
        manifest["files"]![file] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        File.WriteAllText(manifestPath, manifest.ToJsonString());
    }
}
