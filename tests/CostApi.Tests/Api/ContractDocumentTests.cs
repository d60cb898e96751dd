using System.Text.Json;
using System.Text.Json.Nodes;
using CostApi.OpenApi;
using CostApi.Tests.Snapshots;

namespace CostApi.Tests.Api;

public sealed class ContractDocumentTests(Service service) : IClassFixture<Service>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string, string, string> Requests
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var (operation, path) in new[] { ("Compare", "/v1/comparisons"), ("Estimate", "/v1/estimates"), ("Recommend", "/v1/recommendations"), ("Review", "/v1/reviews"), ("Import", "/v1/imports") })
                foreach (var (name, _) in Examples.Of(operation, "request")) data.Add(operation, path, name);
            return data;
        }
    }

    [Fact]
    public async Task The_document_is_as_reviewed()
    {
        var document = (await service.GetAsync("/openapi/v1.json")).Json;
        document.AsObject().Remove("servers");
        SnapshotFile.Matches("tests/CostApi.Tests/Snapshots/openapi.v1.json", document.ToJsonString(Indented) + "\n");
    }

    [Fact]
    public async Task The_document_is_OpenAPI_3_1_and_describes_everything()
    {
        var document = (await service.GetAsync("/openapi/v1.json")).Json;
        Assert.StartsWith("3.1", (string)document["openapi"]!, StringComparison.Ordinal);
        foreach (var (_, methods) in document["paths"]!.AsObject())
            foreach (var (_, operation) in methods!.AsObject())
            {
                Assert.NotNull(operation!["operationId"]);
                Assert.NotNull(operation["summary"]);
                Assert.All(operation["parameters"]?.AsArray() ?? [], parameter => Assert.NotNull(parameter!["description"]));
                Assert.All(operation["responses"]!.AsObject(), response => Assert.NotEmpty((string)response.Value!["description"]!));
            }

        foreach (var (name, schema) in document["components"]!["schemas"]!.AsObject())
        {
            Assert.True(schema!["description"] is not null, name);
            foreach (var (member, property) in schema["properties"]?.AsObject() ?? [])
                Assert.True(property!["description"] is not null || property["oneOf"] is not null, $"{name}.{member}");
        }
    }

    [Fact]
    public async Task The_document_has_every_endpoint_of_the_contract() => Assert.Equal(
        ["/health/live", "/health/ready", "/v1/break-even", "/v1/bundles", "/v1/comparisons", "/v1/comparisons.{extension}", "/v1/estimates", "/v1/estimates.{extension}", "/v1/imports", "/v1/imports/cloudformation", "/v1/imports/terraform", "/v1/prices", "/v1/prices/changes", "/v1/prices/refresh", "/v1/recommendations", "/v1/regions", "/v1/regions/{region}/prices", "/v1/reviews", "/v1/reviews/cloudformation", "/v1/reviews/terraform", "/v1/services", "/v1/services/{service}"],
        (await service.GetAsync("/openapi/v1.json")).Json["paths"]!.AsObject().Select(path => path.Key).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Each_example_works_and_gives_the_answer_beside_it(string operation, string path, string name)
    {
        var request = Examples.Of(operation, "request").Single(example => example.Name == name).Value;
        var reply = await service.PostAsync(path, request.ToJsonString());
        Assert.Equal(200, reply.Status);
        SnapshotFile.Matches($"src/CostApi/OpenApi/Examples/{operation}.{name}.response.json", reply.Json.ToJsonString(Indented) + "\n");
    }

    [Theory]
    [InlineData("Review", "/v1/reviews")]
    [InlineData("Import", "/v1/imports")]
    public async Task Each_example_in_YAML_works(string operation, string path)
    {
        var examples = Examples.OfYaml(operation);
        Assert.NotNull(examples);
        foreach (var (name, example) in examples)
        {
            var reply = await service.PostAsync(path, (string)example.Value!, "application/yaml");
            Assert.True(reply.Status == 200, $"{name}: {reply.Text}");
        }
    }

    [Theory]
    [InlineData("/v1/comparisons", "ComparisonRequest")]
    [InlineData("/v1/estimates", "EstimateRequest")]
    [InlineData("/v1/recommendations", "RecommendationRequest")]
    public async Task Every_member_of_the_request_schemas_is_taken_and_no_other(string path, string schema)
    {
        var schemas = (await service.GetAsync("/openapi/v1.json")).Json["components"]!["schemas"]!.AsObject();
        var request = EveryMember.Of(schema);
        var members = new RequestMembers(schemas, schema);
        Assert.Equal(members.Documented.Order(StringComparer.Ordinal), members.In(request).Order(StringComparer.Ordinal));
        Assert.All(members.Schemas, name => Assert.False((bool)schemas[name]!["additionalProperties"]!));
        var reply = await service.PostAsync(path, request.ToJsonString());
        Assert.True(reply.Status == 200, reply.Text);
    }
}
