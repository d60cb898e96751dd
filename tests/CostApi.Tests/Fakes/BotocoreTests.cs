using System.Text.Json;
using CostApi.Core.PriceLists;

namespace CostApi.Tests.Fakes;

/// <summary>The fake is AWS enough for a client that was written for AWS.</summary>
public sealed class BotocoreTests
{
    private const string Ireland = """Filters=[dict(Type="TERM_MATCH", Field="regionCode", Value="eu-west-1")]""";

    [BotocoreFact]
    public async Task Botocore_pages_through_a_Region_and_reads_every_sku_and_price()
    {
        await using var aws = await FakeAws.StartAsync("eu-west-1", "us-east-1");
        aws.Catalogue.Set("eu-west-1", "VpcEndpoint-Hours", "0.0123000000");
        var read = await Botocore.RunAsync(aws, $"""
            pages = pricing.get_paginator("get_products").paginate(ServiceCode="AmazonVPC", FormatVersion="aws_v1", MaxResults=7, {Ireland})
            print(json.dumps([json.loads(entry) for page in pages for entry in page["PriceList"]]))
            """);

        Product[] expected = [.. aws.Catalogue.Current("AmazonVPC")!.Products.Where(product => product["regionCode"] == "eu-west-1")
            .Select(product => new Product(product.Sku, product.Attributes, []))];
        Product[] products = [.. read.EnumerateArray().Select(entry => Product.Parse(entry.GetRawText()))];
        Assert.Equal(expected.Select(product => product.Sku), products.Select(product => product.Sku));
        Assert.True(aws.Requests.Count > expected.Length / 7);
        Assert.All(aws.Requests, request => Assert.Equal(200, request.Status));
        Assert.Equal(
            aws.Catalogue.Current("AmazonVPC")!.Products.Where(product => product["regionCode"] == "eu-west-1")
                .SelectMany(product => product.Terms).SelectMany(term => term.Dimensions).Select(tier => (tier.Begin, tier.End, tier.Unit, tier.Prices["USD"])),
            products.SelectMany(product => product.Terms).SelectMany(term => term.Dimensions).Select(tier => (tier.BeginRange, tier.EndRange, tier.Unit, tier.PricePerUnit["USD"])));
        Assert.Equal("0.0123000000", products.Single(product => product.UsageType == "EU-VpcEndpoint-Hours").Terms[0].Dimensions[0].PricePerUnit["USD"]);
    }

    [BotocoreFact]
    public async Task Botocore_knows_the_errors_by_their_names()
    {
        await using var aws = await FakeAws.StartAsync("eu-west-1");
        var codes = await Botocore.RunAsync(aws, $"""
            ask = lambda **more: pricing.get_products(ServiceCode="AmazonVPC", MaxResults=5, {Ireland}, **more)
            print(json.dumps([
                code(lambda: ask()), code(lambda: ask(NextToken="bm90IG9uZQ==")), code(lambda: pricing.get_products(ServiceCode="AmazonNothing")),
                code(lambda: pricing.get_products(ServiceCode="AmazonVPC", MaxResults=101))]))
            """);
        Assert.Equal("none InvalidNextTokenException NotFoundException InvalidParameterException", Texts(codes));
    }

    [BotocoreFact]
    public async Task Botocore_is_refused_with_another_secret_than_ours() =>
        Assert.Equal("InvalidSignatureException", await CodesAsync(_ => { }, secret: "another"));

    [BotocoreFact]
    public async Task Botocore_is_refused_with_a_key_that_is_not_known() =>
        Assert.Equal("UnrecognizedClientException", await CodesAsync(aws => aws.Know(new AccessKey(aws.AccessKeyId, aws.SecretAccessKey, SessionToken: "another"))));

    [BotocoreFact]
    public async Task Botocore_is_refused_without_the_right_to_prices() =>
        Assert.Equal("AccessDeniedException", await CodesAsync(aws => aws.Know(new AccessKey(aws.AccessKeyId, aws.SecretAccessKey) { IsDenied = true })));

    [BotocoreFact]
    public async Task Botocore_is_throttled_as_one_who_calls_too_often() =>
        Assert.Equal("none none ThrottlingException", await CodesAsync(aws => aws.Throttle(burst: 2, perSecond: 0), calls: 3));

    [BotocoreFact]
    public async Task Botocore_gets_in_with_a_session_token()
    {
        await using var aws = await FakeAws.StartAsync("eu-west-1");
        aws.Know(new AccessKey(aws.AccessKeyId, aws.SecretAccessKey, SessionToken: "a session"));
        Assert.Equal("none", Texts(await Botocore.RunAsync(aws, """print(json.dumps([code(lambda: pricing.get_products(ServiceCode="AmazonVPC"))]))""", sessionToken: "a session")));
    }

    [BotocoreFact]
    public async Task Botocore_is_led_by_the_filters()
    {
        await using var aws = await FakeAws.StartAsync("eu-west-1", "us-east-1");
        var counts = await Botocore.RunAsync(aws, """
            count = lambda type, field, value: len(pricing.get_products(ServiceCode="AmazonEC2", Filters=[dict(Type=type, Field=field, Value=value)])["PriceList"])
            print(json.dumps([
                count("EQUALS", "usagetype", "EU-NatGateway-Hours"), count("CONTAINS", "usagetype", "EU-NatGateway-"), count("ANY_OF", "usagetype", "NatGateway-Hours,EU-NatGateway-Hours"),
                count("NONE_OF", "instanceType", "m5.small"), count("TERM_MATCH", "productFamily", "nat gateway"), count("TERM_MATCH", "colour", "red")]))
            """);
        Assert.Equal([1, 4, 2, 2, 0, 0], counts.EnumerateArray().Select(count => count.GetInt32()));
    }

    [BotocoreFact]
    public async Task Botocore_goes_on_after_an_empty_page_stops_at_an_expired_token_and_never_ends_without_a_last_page()
    {
        await using var aws = await FakeAws.StartAsync("eu-west-1");
        aws.Fault(When.IsQuery, Faults.EmptyPageWithToken(), times: 1);
        aws.Fault(request => When.HasToken(request) && request.Text.Contains("AmazonEC2", StringComparison.Ordinal), Faults.ExpiredToken());
        aws.Fault(When.Body("AWSDataTransfer"), Faults.EndlessTokens());
        var answers = await Botocore.RunAsync(aws, """
            import itertools
            pages = lambda service: pricing.get_paginator("get_products").paginate(ServiceCode=service, PaginationConfig=dict(PageSize=50))
            sizes = [len(page["PriceList"]) for page in pages("AmazonVPC")]
            expired = code(lambda: pages("AmazonEC2").build_full_result()) or code(lambda: pricing.get_paginator("get_products").paginate(ServiceCode="AmazonEC2", PaginationConfig=dict(PageSize=5)).build_full_result())
            endless = [len(page["PriceList"]) for page in itertools.islice(pages("AWSDataTransfer"), 20)]
            print(json.dumps([str(sizes[0]), str(sum(sizes)), expired, str(len(endless)), str(min(endless) > 0)]))
            """);
        Assert.Equal($"0 {aws.Catalogue.Current("AmazonVPC")!.Products.Count} ExpiredNextTokenException 20 True", Texts(answers));
    }

    private static async Task<string> CodesAsync(Action<FakeAws> arrange, int calls = 1, string? secret = null)
    {
        await using var aws = await FakeAws.StartAsync("eu-west-1");
        arrange(aws);
        return Texts(await Botocore.RunAsync(aws, $"""
            print(json.dumps([code(lambda: pricing.get_products(ServiceCode="AmazonVPC")) for call in range({calls})]))
            """, secret));
    }

    private static string Texts(JsonElement list) => string.Join(' ', list.EnumerateArray().Select(text => text.GetString() ?? "none"));
}
