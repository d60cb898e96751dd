using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CostApi.Tests.Api;

/// <summary>
/// Every kind of JSON value in the place of every member of every request: what does not fit is named by its path, beside
/// another fault that it must not hide; and null for an optional member is the same as leaving it out.
/// </summary>
public sealed class EveryKindTests(Service service) : IClassFixture<Service>
{
    private static readonly Dictionary<string, string> Values = new()
    {
        ["string"] = "\"yes\"",
        ["number"] = "1.5",
        ["boolean"] = "true",
        ["null"] = "null",
        ["object"] = """{ "x": 1 }""",
        ["array"] = "[[1]]",
    };

    [Theory]
    [InlineData("/v1/comparisons", "ComparisonRequest")]
    [InlineData("/v1/estimates", "EstimateRequest")]
    [InlineData("/v1/recommendations", "RecommendationRequest")]
    public async Task A_value_of_the_wrong_kind_is_named_and_hides_nothing(string path, string schema)
    {
        var schemas = await SchemasAsync();
        var sound = EveryMember.Of(schema);
        var wrong = new List<string>();
        foreach (var member in Members(sound, ""))
            foreach (var (kind, value) in Values)
            {
                var (planted, fault) = member == "region" ? ("hoursPerMonth", "0") : ("region", "\"eu-wst-1\"");
                var reply = await service.PostAsync(path, With(With(sound, planted, fault), member, value).ToJsonString());
                var errors = reply.Status == 400 ? reply.Errors.Keys : [];
                if (!errors.Contains(planted)) wrong.Add($"{member} = {value}: {planted} is not named in {reply.Status} {reply.Text}");
                var isNamed = errors.Any(error => error == member || error.StartsWith($"{member}.", StringComparison.Ordinal) || error.StartsWith($"{member}[", StringComparison.Ordinal));
                var fits = Fits(Schema(schemas, schema, member), kind, schemas);
                if (!fits && !isNamed) wrong.Add($"{member} = {value} is not named in {reply.Status} {reply.Text}");
                if (kind == "null" && fits && isNamed && !await IsNamedWithoutAsync()) wrong.Add($"{member} = null is named in {reply.Text}");

                // What other members make necessary is missed in either case.
                async Task<bool> IsNamedWithoutAsync() =>
                    (await service.PostAsync(path, With(With(sound, planted, fault), member, null).ToJsonString())).Errors.ContainsKey(member);
            }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("/v1/comparisons", "ComparisonRequest")]
    [InlineData("/v1/estimates", "EstimateRequest")]
    [InlineData("/v1/recommendations", "RecommendationRequest")]
    public async Task Null_for_an_optional_member_is_the_same_as_leaving_it_out(string path, string schema)
    {
        var schemas = await SchemasAsync();
        var sound = Quick(schema);
        var (wrong, same) = (new List<string>(), 0);
        foreach (var member in Members(sound, "").Where(member => IsMember(schemas, schema, member) && Fits(Schema(schemas, schema, member), "null", schemas)))
        {
            var without = await service.PostAsync(path, With(sound, member, null).ToJsonString());
            var withNull = await service.PostAsync(path, With(sound, member, "null").ToJsonString());
            if (without.Status != withNull.Status || without.Text != withNull.Text && without.Status != 400) wrong.Add($"{member}: {withNull.Status} {withNull.Text[..Math.Min(300, withNull.Text.Length)]}");
            if (without.Status == 200) same++;
        }

        Assert.Empty(wrong);
        Assert.True(same > 10);
    }

    [Theory]
    [InlineData("/v1/comparisons", "ComparisonRequest")]
    [InlineData("/v1/estimates", "EstimateRequest")]
    [InlineData("/v1/recommendations", "RecommendationRequest")]
    public async Task A_value_of_a_closed_vocabulary_is_taken_in_any_case_and_asks_the_same(string path, string schema)
    {
        var schemas = await SchemasAsync();
        var sound = Quick(schema);
        var id = (string)(await service.PostAsync(path, sound.ToJsonString())).Json["id"]!;
        var members = Members(sound, "").Where(member => Enumerated(Schema(schemas, schema, member), schemas)).ToArray();
        Assert.NotEmpty(members);
        foreach (var member in members.Append("pricing.discountPercentByCategory"))
            foreach (var spell in new Func<string, string>[] { text => text.ToUpperInvariant(), text => $"{char.ToUpperInvariant(text[0])}{text[1..]}", text => text.ToLowerInvariant() })
            {
                var value = At(sound, member)!;
                JsonNode spelled = value is JsonObject map ? new JsonObject(map.Select(entry => KeyValuePair.Create(spell(entry.Key), entry.Value?.DeepClone()))) : JsonValue.Create(spell((string)value!));
                var reply = await service.PostAsync(path, With(sound, member, spelled.ToJsonString()).ToJsonString());
                Assert.True(reply.Status == 200, reply.Text);
                Assert.Equal(id, (string)reply.Json["id"]!);
            }
    }

    [Fact]
    public async Task A_category_that_is_named_twice_is_a_mistake()
    {
        var request = With(EveryMember.Of("ComparisonRequest"), "pricing.discountPercentByCategory", """{ "NATGATEWAY": 1, "natGateway": 2 }""");
        var reply = await service.PostAsync("/v1/comparisons", request.ToJsonString());
        Assert.Contains("a second time", reply.Errors["pricing.discountPercentByCategory.NATGATEWAY"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/services?type=GATEWAY", "/v1/services?type=gateway")]
    [InlineData("/v1/comparisons.MD", "/v1/comparisons.md")]
    public async Task So_it_is_in_an_address(string spelled, string asWritten)
    {
        var request = spelled.StartsWith("/v1/comparisons", StringComparison.Ordinal) ? $"?request={CostApi.Api.PackedRequest.Pack(EveryMember.Of("ComparisonRequest").ToJsonString())}" : "";
        var reply = await service.GetAsync(spelled + request);
        Assert.Equal(200, reply.Status);
        Assert.Equal((await service.GetAsync(asWritten + request)).Text, reply.Text);
    }

    [Theory]
    [InlineData("/v1/comparisons?format=Markdown", "ComparisonRequest", "text/markdown")]
    [InlineData("/v1/estimates?format=SARIF", "EstimateRequest", "application/sarif+json")]
    [InlineData("/v1/recommendations?format=CSV", "RecommendationRequest", "text/csv")]
    public async Task So_is_a_format(string path, string schema, string type)
    {
        var reply = await service.PostAsync(path, EveryMember.Of(schema).ToJsonString());
        Assert.Equal((200, type), (reply.Status, reply.ContentType));
    }

    [Fact]
    public async Task What_is_sent_beside_a_document_is_held_to_the_same()
    {
        var schemas = await SchemasAsync();
        // The part is no schema of its own in the contract: its members are those of a comparison.
        var sound = EveryMember.Of("ComparisonRequest");
        var part = new JsonObject { ["traffic"] = JsonNode.Parse("""[{ "from": "app", "to": "s3", "region": "us-east-1", "sentGb": 1, "receivedGb": 1, "zones": { "a": 1 } }]"""), ["pricing"] = sound["pricing"]!.DeepClone() };
        var wrong = new List<string>();
        foreach (var member in Members(part, ""))
            foreach (var (kind, value) in Values)
            {
                var reply = await ReviewAsync("/v1/reviews/cloudformation?region=eu-west-1&failOn=never", "traffic", With(part, member, value).ToJsonString());
                var errors = reply.Status == 400 ? reply.Errors.Keys : [];
                if (!errors.Contains("failOn")) wrong.Add($"{member} = {value}: failOn is not named in {reply.Status} {reply.Text}");
                if (!Fits(Schema(schemas, "ComparisonRequest", member), kind, schemas) && !errors.Any(error => error.StartsWith(member, StringComparison.Ordinal))) wrong.Add($"{member} = {value} is not named in {reply.Status} {reply.Text}");
            }

        foreach (var (kind, value) in Values)
        {
            var reply = await ReviewAsync("/v1/reviews/cloudformation?region=eu-west-1&failOn=never", "parameters", $$"""{ "Name": {{value}} }""");
            if (!reply.Errors.ContainsKey("failOn")) wrong.Add($"parameters: {value}: {reply.Text}");
            if (kind is "object" != reply.Errors.ContainsKey("parameters.Name") && kind != "array") wrong.Add($"parameters: {value}: {reply.Text}");
        }

        Assert.Empty(wrong);
        Assert.Equal(200, (await ReviewAsync("/v1/reviews/cloudformation?region=eu-west-1&failOn=WARNING&format=JSON", "parameters", """{ "Name": null }""")).Status);
    }

    // What would change a recommendation takes most of its time, and is not what is asked here.
    private static JsonNode Quick(string schema) => schema == "RecommendationRequest" ? With(EveryMember.Of(schema), "sensitivity", "false") : EveryMember.Of(schema);

    private async Task<Reply> ReviewAsync(string path, string part, string json)
    {
        const string template = """{ "Resources": { "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } } }, "Parameters": { "Name": { "Type": "String", "Default": "x" } } }""";
        using var client = service.CreateClient();
        using var form = new MultipartFormDataContent { { Json(template), "document" }, { Json(json), part } };
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), form);
        return await Reply.OfAsync(response);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

    private async Task<JsonObject> SchemasAsync() => (await service.GetAsync("/openapi/v1.json")).Json["components"]!["schemas"]!.AsObject();

    // Paths as problem documents write them.
    private static IEnumerable<string> Members(JsonNode? node, string path) => node switch
    {
        JsonObject members => members.SelectMany(member => Members(member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}").Prepend(path.Length == 0 ? member.Key : $"{path}.{member.Key}")),
        JsonArray items => items.SelectMany((item, index) => Members(item, $"{path}[{index}]").Prepend($"{path}[{index}]")),
        _ => [],
    };

    private static string[] Steps(string path) => path.Replace("[", ".[", StringComparison.Ordinal).Split('.');

    private static int? Index(string step) => step[0] == '[' ? int.Parse(step[1..^1], System.Globalization.CultureInfo.InvariantCulture) : null;

    private static JsonNode? At(JsonNode? node, string path) => Steps(path).Aggregate(node, (at, step) => Index(step) is { } index ? at![index] : at![step]);

    private static JsonNode With(JsonNode sound, string path, string? value)
    {
        var copy = sound.DeepClone();
        var steps = Steps(path);
        var owner = steps[..^1].Aggregate(copy, (at, step) => Index(step) is { } index ? at[index]! : at[step]!);
        if (value is null) owner.AsObject().Remove(steps[^1]);
        else if (Index(steps[^1]) is { } last) owner[last] = JsonNode.Parse(value);
        else owner[steps[^1]] = JsonNode.Parse(value);
        return copy;
    }

    private static JsonNode Schema(JsonObject schemas, string root, string path) => Steps(path).Aggregate(
        (JsonNode)schemas[root]!,
        (schema, step) => Parts(schema, schemas).Select(part => Index(step) is not null ? part["items"] : part["properties"]?[step] ?? part["additionalProperties"]).First(found => found is JsonObject)!);

    private static bool IsMember(JsonObject schemas, string root, string path)
    {
        var steps = Steps(path);
        var owner = steps.Length == 1 ? schemas[root]! : Schema(schemas, root, path[..^(steps[^1].Length + (steps[^1][0] == '[' ? 0 : 1))]);
        return Parts(owner, schemas).Any(part => part["properties"]?[steps[^1]] is not null);
    }

    // A schema, with what it refers to and each of which it may be one.
    private static IEnumerable<JsonNode> Parts(JsonNode schema, JsonObject schemas) =>
        (string?)schema["$ref"] is { } reference ? Parts(schemas[reference.Split('/')[^1]]!, schemas)
        : schema["oneOf"] is JsonArray choices ? choices.SelectMany(choice => Parts(choice!, schemas))
        : [schema];

    private static bool Enumerated(JsonNode schema, JsonObject schemas) => Parts(schema, schemas).Any(part => part["enum"] is not null);

    // Whether a value of the kind may be right as far as its kind goes; whether it is, is not this test's.
    private static bool Fits(JsonNode schema, string kind, JsonObject schemas) => Parts(schema, schemas).Any(part => part["type"] switch
    {
        JsonArray types => types.Any(type => (string?)type == kind),
        { } type => (string?)type == kind,
        null => throw new JsonException($"A schema without a type: {part.ToJsonString()}"),
    });
}
