using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace CostApi.Tests.Api;

/// <summary>Every operation of the contract, sent as Swagger UI sends it when nothing but "Execute" is pressed: with the examples.</summary>
public sealed class SwaggerUiTests
{
    [Fact]
    public async Task Every_operation_works_when_it_is_tried()
    {
        // Reading prices needs a key and a source that is live; this one leads nowhere, and the answer does not wait for it.
        await using var service = new Service(null, ("Prices:RefreshKey", "the-key-of-the-service"), ("Prices:Sources", "offer-files,snapshot"), ("Prices:OfferFiles:BaseUrl", "http://127.0.0.1:1"));
        using var client = service.CreateClient();
        var document = (await service.GetAsync("/openapi/v1.json")).Json;
        var tried = 0;
        foreach (var (path, methods) in document["paths"]!.AsObject())
            foreach (var (method, operation) in methods!.AsObject())
                foreach (var (name, body) in Bodies(operation!))
                    foreach (var accept in Accepted(operation!))
                    {
                        using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), new Uri(Address(path, operation!), UriKind.Relative));
                        request.Headers.TryAddWithoutValidation("Accept", accept);
                        foreach (var header in Parameters(operation!, "header")) request.Headers.Add(header.Name, header.Value);
                        using (request.Content = body())
                        {
                            using var response = await client.SendAsync(request);
                            var said = $"{method} {path} with {name}, as {accept}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
                            Assert.True(response.IsSuccessStatusCode, said);
                            Assert.True(response.Content.Headers.ContentType?.MediaType == accept, said);
                        }

                        tried++;
                    }

        Assert.True(tried >= document["paths"]!.AsObject().Count);
    }

    [Fact]
    public async Task Every_operation_with_a_body_has_an_example_of_it()
    {
        await using var service = new Service();
        var document = (await service.GetAsync("/openapi/v1.json")).Json;
        foreach (var (path, methods) in document["paths"]!.AsObject())
            foreach (var (_, operation) in methods!.AsObject())
            {
                // Swagger UI offers the first type.
                if (operation!["requestBody"]?["content"]?.AsObject().First() is { Value: { } media } first)
                    Assert.True(media["examples"] is JsonObject { Count: > 0 } || media["example"] is not null, $"{path}: {first.Key} has no example");
                Assert.All(operation["parameters"]?.AsArray() ?? [], parameter => Assert.True((bool?)parameter!["required"] != true || Value(parameter) is not null, $"{path}: {parameter["name"]}"));
            }
    }

    private static string Address(string path, JsonNode operation)
    {
        foreach (var (name, value) in Parameters(operation, "path")) path = path.Replace($"{{{name}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
        var query = string.Join('&', Parameters(operation, "query").Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private static IEnumerable<(string Name, string Value)> Parameters(JsonNode operation, string place) =>
        from parameter in operation["parameters"]?.AsArray() ?? []
        where (string)parameter["in"]! == place
        let value = Value(parameter)
        where value is not null
        select ((string)parameter["name"]!, value);

    // What the form is filled in with.
    private static string? Value(JsonNode parameter) => (parameter["example"] ?? parameter["schema"]!["default"])?.ToString();

    // Where the address says what the answer is written in, it is that.
    private static IEnumerable<string> Accepted(JsonNode operation) => operation["responses"]!.AsObject()
        .First(response => response.Key.StartsWith('2')).Value!["content"]!.AsObject().Select(media => media.Key)
        .Take(Parameters(operation, "path").Any(parameter => parameter.Name == "extension") ? 1 : int.MaxValue);

    private static IEnumerable<(string Name, Func<HttpContent?> Body)> Bodies(JsonNode operation)
    {
        if (operation["requestBody"]?["content"]?.AsObject() is not { } content)
        {
            yield return ("no body", () => null);
            yield break;
        }

        foreach (var (type, media) in content)
        {
            foreach (var (name, example) in media!["examples"]?.AsObject() ?? []) yield return ($"{type} {name}", () => Text(Shown(example!["value"]!), type));
            if (media["example"] is { } one) yield return (type, () => Text((string)one!, type));
            // A file is chosen by hand: here it is the first example.
            if (media["examples"] is null && media["example"] is null) yield return (type, () => File(content, type, media["schema"]!));
        }
    }

    // A text is shown as it is.
    private static string Shown(JsonNode value) => value.GetValueKind() == System.Text.Json.JsonValueKind.String ? (string)value! : value.ToJsonString();

    private static HttpContent File(JsonObject content, string type, JsonNode schema)
    {
        var document = content["application/json"]!["examples"]!.AsObject().First().Value!["value"]!.ToJsonString();
        if (type != "multipart/form-data") return Text(document, type);
        var part = (string)schema["required"]![0]!;
        return new MultipartFormDataContent { { Text(document, "application/json"), part, "document.json" } };
    }

    private static ByteArrayContent Text(string text, string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return content;
    }
}
