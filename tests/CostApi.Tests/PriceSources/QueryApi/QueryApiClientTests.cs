using System.Globalization;
using Amazon.Runtime;
using CostApi.Core.PriceLists;
using CostApi.PriceSources;
using CostApi.Tests.Fakes;

namespace CostApi.Tests.PriceSources.QueryApi;

public sealed class QueryApiClientTests : IAsyncLifetime
{
    private const string Vpc = "AmazonVPC", Ec2 = "AmazonEC2", Transfer = "AWSDataTransfer";

    private FakeAws _aws = null!;

    public async Task InitializeAsync() => _aws = await FakeAws.StartAsync("eu-west-1", "us-east-1", "ap-southeast-2", "cn-north-1");

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Theory]
    [InlineData("eu-west-1")]
    [InlineData("us-east-1")]
    [InlineData("ap-southeast-2")]
    public async Task Every_shipped_price_is_read(string region)
    {
        await using var query = new Querying(_aws.Url);
        var products = new List<Product>();
        foreach (var service in UsageTypes.Services)
        {
            var read = await query.ReadAsync(service, region);
            Assert.Empty(read.Problems);
            Assert.Equal(service, read.List.ServiceCode);
            Assert.Equal(_aws.Catalogue.Current(service)!.Version, read.List.Version);
            Assert.Equal(_aws.Catalogue.Current(service)!.PublishedAt, read.List.PublishedAt);
            Assert.All(read.List.Products, product => Assert.True(UsageTypes.MayMatter(service, product.UsageType)));
            products.AddRange(read.List.Products);
        }

        foreach (var rate in Shipped.Snapshot.Book(region).Quotes.Select(quote => quote.Rate).Where(rate => rate.Charge is { IsGlobal: false }))
        {
            var sku = _aws.Catalogue.Find(region, rate.UsageType, rate.Charge.Operation).Sku;
            var tiers = Assert.Single(products, product => product.Sku == sku).Terms.Single().Dimensions;
            Assert.Equal(rate.Tiers.Select(tier => tier.Price), tiers.Select(tier => decimal.Parse(tier.PricePerUnit["USD"], CultureInfo.InvariantCulture)).OrderDescending());
        }
    }

    [Fact]
    public async Task A_query_asks_for_little_more_than_it_needs()
    {
        await using var query = new Querying(_aws.Url);
        foreach (var service in UsageTypes.Services) await query.ReadAsync(service);
        Assert.Equal("""{"ServiceCode":"AmazonVPC","FormatVersion":"aws_v1","MaxResults":100,"Filters":[{"Type":"TERM_MATCH","Field":"regionCode","Value":"eu-west-1"}]}""", _aws.Requests[0].Body);
        Assert.Contains(_aws.Requests, request => request.Body.Contains("""{"Type":"TERM_MATCH","Field":"productFamily","Value":"NAT Gateway"}""", StringComparison.Ordinal));
        Assert.Contains(_aws.Requests, request => request.Body.Contains("""{"Type":"TERM_MATCH","Field":"fromRegionCode","Value":"eu-west-1"}""", StringComparison.Ordinal));
        Assert.All(_aws.Requests, request => Assert.Equal("application/x-amz-json-1.1", request.Headers["Content-Type"]));
    }

    [Fact]
    public async Task China_is_asked_in_China_and_for_its_currency()
    {
        await using var query = new Querying(_aws.Url);
        var read = await query.ReadAsync(Vpc, "cn-north-1");
        Assert.All(read.List.Products, product => Assert.Equal(["CNY"], product.Terms[0].Dimensions[0].PricePerUnit.Keys));
        Assert.Contains("/cn-northwest-1/pricing/aws4_request", _aws.Requests[^1].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_pages_are_read()
    {
        await using var query = new Querying(_aws.Url);
        var before = (await query.ReadAsync(Vpc)).List.Products.Count;
        var row = _aws.Catalogue.Find("eu-west-1", "VpcEndpoint-Hours");
        _aws.Catalogue.Add([.. Enumerable.Range(0, 250).Select(number => row with { Sku = CatalogueProduct.SkuOf($"page {number}") })]);
        var calls = _aws.Requests.Count;
        var read = await query.ReadAsync(Vpc);
        Assert.Equal(before + 250, read.List.Products.Count);
        Assert.Equal(read.List.Products.Count, read.List.Products.Select(product => product.Sku).Distinct().Count());
        Assert.InRange(_aws.Requests.Count - calls, 3, 4);
    }

    [Fact]
    public async Task An_empty_page_with_a_token_is_not_the_last()
    {
        await using var query = new Querying(_aws.Url);
        var whole = await query.ReadAsync(Vpc);
        _aws.Fault(When.IsQuery, Faults.EmptyPageWithToken(), times: 1);
        Assert.Equal(Skus(whole.List), Skus((await query.ReadAsync(Vpc)).List));
    }

    [Fact]
    public async Task Pages_without_end_are_given_up()
    {
        await using var query = new Querying(_aws.Url, configure: options => options.CallsPerSecond = options.Burst = 1000);
        _aws.Fault(When.IsQuery, Faults.EndlessTokens());
        Assert.Contains("have no end; page 500", await query.FailureAsync(Vpc), StringComparison.Ordinal);
        Assert.Equal(500, _aws.Requests.Count);
    }

    [Fact]
    public async Task A_token_that_comes_again_is_an_end_without_end()
    {
        await using var query = new Querying(_aws.Url);
        _aws.Fault(When.IsQuery, Faults.Status(200, """{"PriceList":[],"NextToken":"again"}"""));
        Assert.Contains("have no end", await query.FailureAsync(Vpc), StringComparison.Ordinal);
        Assert.Equal(2, _aws.Requests.Count);
    }

    [Theory]
    [InlineData("ExpiredNextTokenException")]
    [InlineData("InvalidNextTokenException")]
    public async Task A_token_that_holds_no_longer_begins_the_query_anew_once(string type)
    {
        var row = _aws.Catalogue.Find("eu-west-1", "VpcEndpoint-Hours");
        _aws.Catalogue.Add([.. Enumerable.Range(0, 150).Select(number => row with { Sku = CatalogueProduct.SkuOf($"page {number}") })]);
        await using var query = new Querying(_aws.Url);
        var whole = await query.ReadAsync(Vpc);
        _aws.Fault(When.HasToken, Faults.Error(type), times: 1);
        Assert.Equal(Skus(whole.List), Skus((await query.ReadAsync(Vpc)).List));
        _aws.Fault(When.HasToken, Faults.Error(type), times: 2);
        Assert.Contains($"no longer knows the token of the next page (400 {type})", await query.FailureAsync(Vpc), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_token_is_sent_and_signed()
    {
        _aws.Know(new AccessKey("ASIAIOSFODNN7EXAMPLE", "session secret", "session token"));
        await using var query = new Querying(_aws.Url, new SessionAWSCredentials("ASIAIOSFODNN7EXAMPLE", "session secret", "session token"));
        Assert.NotEmpty((await query.ReadAsync(Ec2)).List.Products);
        await using var wrong = new Querying(_aws.Url, new SessionAWSCredentials("ASIAIOSFODNN7EXAMPLE", "session secret", "other token"));
        Assert.Contains("does not know the access key or session token", await wrong.FailureAsync(Ec2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_the_credentials_is_said_without_them()
    {
        (AccessKey Key, string Says)[] cases =
        [
            (new(_aws.AccessKeyId, "another secret"), "check the secret key and the clock"),
            (new(_aws.AccessKeyId, _aws.SecretAccessKey) { IsDenied = true }, "pricing:GetProducts"),
            (new(_aws.AccessKeyId, _aws.SecretAccessKey) { IsExpired = true }, "has expired"),
            (new(_aws.AccessKeyId, _aws.SecretAccessKey, "a session token"), "does not know the access key"),
        ];
        foreach (var (key, says) in cases)
        {
            _aws.Know(key);
            await using var query = new Querying(_aws.Url);
            var calls = _aws.Requests.Count;
            Assert.Contains(says, await query.FailureAsync(Vpc), StringComparison.Ordinal);
            Assert.Equal(calls + 1, _aws.Requests.Count);
        }
    }

    [Fact]
    public async Task No_message_and_no_log_holds_a_credential_even_if_AWS_repeats_it()
    {
        const string token = "IQoJb3JpZ2luX2VjEXAMPLETOKEN";
        var repeats = $"The Canonical String for this request should have been 'x-amz-security-token:{token}' for {_aws.AccessKeyId} with {_aws.SecretAccessKey}";
        string[] types = ["SignatureDoesNotMatch", "InvalidParameterException", "ThrottlingException", "InternalErrorException", "AccessDeniedException", repeats];
        foreach (var type in types)
        {
            _aws.ClearFaults();
            _aws.Fault(When.IsQuery, Faults.Error(type, repeats));
            await using var query = new Querying(_aws.Url, new SessionAWSCredentials(_aws.AccessKeyId, _aws.SecretAccessKey, token));
            var error = await Assert.ThrowsAsync<PriceSourceException>(() => query.ReadAsync(Vpc));
            Assert.Equal(token, _aws.Requests[^1].Headers["x-amz-security-token"]);
            foreach (var text in query.Log.All.Append(error.ToString()))
            {
                Assert.DoesNotContain(token, text, StringComparison.Ordinal);
                Assert.DoesNotContain(_aws.AccessKeyId, text, StringComparison.Ordinal);
                Assert.DoesNotContain(_aws.SecretAccessKey, text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Entries_that_are_not_JSON_are_noted_and_the_others_stand()
    {
        await using var query = new Querying(_aws.Url);
        const string good = """{\"product\":{\"sku\":\"A\",\"attributes\":{\"usagetype\":\"EU-VpcEndpoint-Hours\"}},\"version\":\"1\",\"publicationDate\":\"2026-11-20T18:30:00Z\"}""";
        _aws.Fault(When.IsQuery, Faults.Status(200, $$$"""{"PriceList":["<product/>",null,"{}","[]","{\"product\":{\"sku\":\"\\ud800\"}}","{{{good}}}"]}"""));
        var read = await query.ReadAsync(Vpc);
        Assert.Equal("A", Assert.Single(read.List.Products).Sku);
        Assert.Equal(
            ["entry 1 of page 1 is not JSON.", "entry 2 of page 1 is not JSON.", "entry 3 of page 1 has no product.", "entry 4 of page 1 has no product.", "entry 5 of page 1 has no product."],
            read.Problems.Select(problem => problem["AmazonVPC: ".Length..]));
    }

    [Fact]
    public async Task A_list_without_products_is_a_failure()
    {
        await using var query = new Querying(_aws.Url);
        Assert.Contains("the Price List holds no products of AmazonVPC for eu-central-1", await query.FailureAsync(Vpc, "eu-central-1"), StringComparison.Ordinal);
        _aws.Fault(When.IsQuery, Faults.PriceListOfNonJsonStrings());
        Assert.Contains("3 entries could not be read", await query.FailureAsync(Vpc), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_without_a_date_is_a_failure()
    {
        await using var query = new Querying(_aws.Url);
        _aws.Fault(When.IsQuery, Faults.Status(200, """{"PriceList":["{\"product\":{\"sku\":\"A\",\"attributes\":{\"usagetype\":\"EU-VpcEndpoint-Hours\"}}}"]}"""));
        Assert.Contains("does not say when it was published", await query.FailureAsync(Vpc), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_version_on_any_page_is_that_of_the_list()
    {
        const string entry = """{\"product\":{\"sku\":\"S\",\"attributes\":{\"usagetype\":\"EU-Other\"}},\"version\":\"V\",\"publicationDate\":\"D\"}""";
        string Of(string version, string date) => entry.Replace("V\\", version + "\\", StringComparison.Ordinal).Replace("D\\", date + "\\", StringComparison.Ordinal);
        await using var query = new Querying(_aws.Url);
        _aws.Fault(When.IsQuery, Faults.Status(200, $$"""{"PriceList":["{{Of("20261121", "2026-11-21T00:00:00Z")}}","{{Of("20261120", "2026-11-20T00:00:00Z")}}"]}"""));
        var list = (await query.ReadAsync(Vpc)).List;
        Assert.Equal("20261121", list.Version);
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero), list.PublishedAt);
        Assert.Empty(list.Products);
    }

    private static IEnumerable<string> Skus(PriceList list) => list.Products.Select(product => product.Sku).Order(StringComparer.Ordinal);
}
