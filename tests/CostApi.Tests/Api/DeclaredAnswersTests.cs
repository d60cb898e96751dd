using System.Text.Json.Nodes;
using CostApi.OpenApi;

namespace CostApi.Tests.Api;

/// <summary>What the service answers is what its OpenAPI document declares.</summary>
public sealed class DeclaredAnswersTests(Service service) : IClassFixture<Service>
{
    private const string RegionalNat = """{ "name": "one", "vpcs": [{ "name": "app", "availabilityZones": ["a"], "natGateway": { "mode": "regional" } }] }""";

    public static TheoryData<string, string, int> Questions => new()
    {
        { "/v1/regions", "/v1/regions", 200 },
        { "/v1/regions", "/v1/regions?nothing=1", 400 },
        { "/v1/regions/{region}/prices", "/v1/regions/eu-west-1/prices", 200 },
        { "/v1/regions/{region}/prices", "/v1/regions/cn-north-1/prices", 200 },
        { "/v1/regions/{region}/prices", "/v1/regions/eu-west-1/prices?nothing=1", 400 },
        { "/v1/regions/{region}/prices", "/v1/regions/eu-west-9/prices", 404 },
        { "/v1/regions/{region}/prices", "/v1/regions/eu-west-1/prices?asOf=2026-11-22", 200 },
        { "/v1/regions/{region}/prices", "/v1/regions/eu-west-1/prices?asOf=2026-11-23", 400 },
        { "/v1/prices", "/v1/prices", 200 },
        { "/v1/prices", "/v1/prices?nothing=1", 400 },
        { "/v1/prices/changes", "/v1/prices/changes?region=eu-west-1&from=2026-11-01", 200 },
        { "/v1/prices/changes", "/v1/prices/changes?region=eu-west-1&from=2026-11-22&to=2026-11-01", 400 },
        { "/v1/bundles", "/v1/bundles", 200 },
        { "/v1/bundles", "/v1/bundles?nothing=1", 400 },
        { "/v1/services", "/v1/services", 200 },
        { "/v1/services", "/v1/services?type=nothing", 400 },
        { "/v1/services/{service}", "/v1/services/s3?region=eu-west-1", 200 },
        { "/v1/services/{service}", "/v1/services/kms", 200 },
        { "/v1/services/{service}", "/v1/services/s3?region=nowhere", 400 },
        { "/v1/services/{service}", "/v1/services/nothing", 404 },
        { "/v1/break-even", "/v1/break-even?region=eu-west-1", 200 },
        { "/v1/break-even", "/v1/break-even?region=cn-north-1", 200 },
        { "/v1/break-even", "/v1/break-even?availabilityZones=7", 400 },
        { "/v1/break-even", "/v1/break-even?region=eu-west-1&availabilityZones=many", 400 },
        { "/health/live", "/health/live", 200 },
        { "/health/ready", "/health/ready", 200 },
    };

    public static TheoryData<string, string, string, int> Bodies
    {
        get
        {
            var data = new TheoryData<string, string, string, int>();
            foreach (var (operation, path, layouts) in new[] { ("Compare", "/v1/comparisons", $"\"layouts\": [{RegionalNat}]"), ("Estimate", "/v1/estimates", $"\"layout\": {RegionalNat}") })
            {
                foreach (var (_, body) in Examples.Of(operation, "request")) data.Add(path, body.ToJsonString(), "application/json", 200);
                data.Add(path, $"{{ \"region\": \"us-gov-west-1\", {layouts} }}", "application/json", 200);
                data.Add(path, "{}", "application/json", 400);
                data.Add(path, "{", "application/json", 400);
                data.Add(path, $"\"{new string('x', 10 * 1024 * 1024)}\"", "application/json", 413);
                data.Add(path, "{}", "text/plain", 415);
                data.Add(path, $"{{ \"region\": \"us-gov-west-1\", \"strict\": true, {layouts} }}", "application/json", 422);
            }

            foreach (var (_, body) in Examples.Of("Recommend", "request")) data.Add("/v1/recommendations", body.ToJsonString(), "application/json", 200);
            data.Add("/v1/recommendations", "{}", "application/json", 400);
            data.Add("/v1/recommendations", "{}", "text/plain", 415);
            data.Add("/v1/recommendations", """{ "region": "us-east-1", "vpcs": [{ "name": "app", "availabilityZones": ["a"] }], "traffic": [{ "to": "internet", "sentGb": 1 }], "constraints": { "nat": "none" } }""", "application/json", 422);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task An_answer_is_as_declared(string operation, string path, int status) =>
        await IsDeclared(await service.GetAsync(path), operation, "get", status);

    [Theory]
    [MemberData(nameof(Bodies), DisableDiscoveryEnumeration = true)]
    public async Task An_answer_to_a_body_is_as_declared(string path, string body, string contentType, int status) =>
        await IsDeclared(await service.PostAsync(path, body, contentType), path, "post", status);

    [Fact]
    public async Task Every_operation_declares_that_it_may_fail()
    {
        var paths = (await service.GetAsync("/openapi/v1.json")).Json["paths"]!.AsObject();
        Assert.All(paths.Where(path => path.Key.StartsWith("/v1/", StringComparison.Ordinal)), path => Assert.All(path.Value!.AsObject(), operation =>
        {
            var failure = operation.Value!["responses"]!["500"]!;
            Assert.Equal("An internal error occurred. The log of the service has the details.", (string)failure["description"]!);
            Assert.Equal("#/components/schemas/ProblemDetails", (string)failure["content"]!["application/problem+json"]!["schema"]!["$ref"]!);
        }));
    }

    private async Task IsDeclared(Reply reply, string operation, string method, int status)
    {
        Assert.Equal(status, reply.Status);
        var document = (await service.GetAsync("/openapi/v1.json")).Json;
        var response = document["paths"]![operation]![method]!["responses"]![$"{status}"];
        Assert.True(response is not null, $"{status} is not declared");
        var schema = response["content"]![reply.ContentType!]!["schema"]!;
        Assert.Empty(new SchemaCheck(document).Faults(reply.Json, schema));
    }
}
