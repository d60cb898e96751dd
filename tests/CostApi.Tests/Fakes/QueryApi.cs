using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CostApi.Tests.Fakes;

/// <summary>The Query API: <c>GetProducts</c>, with its signature, filters, pages and limit of calls.</summary>
internal sealed class QueryApi(PriceCatalogue catalogue, IReadOnlyDictionary<string, AccessKey> keys)
{
    private readonly ConcurrentDictionary<string, Token> _tokens = new();

    /// <summary>Null where calls are not limited.</summary>
    public Bucket? Limit { get; set; }

    public void ExpireTokens()
    {
        foreach (var (text, token) in _tokens) _tokens[text] = token with { IsExpired = true };
    }

    public async Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        var body = context.Request.Text;
        var error = SigV4.Refuse(context.Request, body, keys, DateTimeOffset.UtcNow);
        if (error is null && Limit?.TryTake() == false) error = new("ThrottlingException", "Rate exceeded");
        byte[]? answer = null;
        if (error is null) (answer, error) = Answer(context, body);
        if (error is not null)
        {
            await error.WriteAsync(context);
            return;
        }

        context.Response.ContentType = AwsError.ContentType;
        await context.Response.SendAsync(answer!);
    }

    private (byte[]? Answer, AwsError? Error) Answer(HttpContext context, string body)
    {
        if (context.Request.Target != "AWSPriceListService.GetProducts") return (null, new("UnknownOperationException", ""));
        if (context.Request.ContentType?.StartsWith(AwsError.ContentType, StringComparison.Ordinal) != true) return (null, new("UnknownOperationException", ""));
        try
        {
            using var request = JsonDocument.Parse(body);
            return request.RootElement.ValueKind == JsonValueKind.Object ? Products(request.RootElement, Paging.Of(context)) : (null, Malformed());
        }
        catch (JsonException)
        {
            return (null, Malformed());
        }
    }

    private (byte[]? Answer, AwsError? Error) Products(JsonElement request, Paging paging)
    {
        if (Text(request, "ServiceCode") is not { } service) return (null, Invalid("ServiceCode is required"));
        if (Text(request, "FormatVersion") is not (null or "aws_v1")) return (null, Invalid("Invalid format version"));
        var size = request.TryGetProperty("MaxResults", out var max) ? max.TryGetInt32(out var number) ? number : 0 : 100;
        if (size is < 1 or > 100) return (null, Invalid("MaxResults must be between 1 and 100"));
        if (Filter.ReadAll(request) is not { Count: <= 50 } filters) return (null, Invalid("Invalid filters"));
        if (catalogue.Current(service) is not { } edition) return (null, new("NotFoundException", "Requested resource not found: service code"));

        var asked = $"{service} {string.Join(' ', filters)}";
        var from = 0;
        if (Text(request, "NextToken") is { } text)
        {
            if (!_tokens.TryGetValue(text, out var token) || token.Asked != asked) return (null, new("InvalidNextTokenException", "Invalid NextToken"));
            if (token.IsExpired) return (null, new("ExpiredNextTokenException", "NextToken has expired"));
            from = token.Offset;
        }

        CatalogueProduct[] found = [.. edition.Products.Where(product => filters.All(filter => filter.Matches(product)))];
        CatalogueProduct[] page = paging.IsEmpty ? [] : [.. found.Skip(from).Take(size)];
        var next = from + page.Length;
        if (paging.IsEndless && next >= found.Length) next = 0;
        var answer = new JsonObject { ["FormatVersion"] = "aws_v1" };
        if (next < found.Length || paging.IsEndless || paging.IsEmpty) answer["NextToken"] = Issue(asked, next);
        answer["PriceList"] = new JsonArray([.. page.Select(product => JsonValue.Create(Entry(product, edition)))]);
        return (JsonSerializer.SerializeToUtf8Bytes(answer), null);
    }

    private string Issue(string asked, int offset)
    {
        var text = Convert.ToBase64String(RandomNumberGenerator.GetBytes(48));
        _tokens[text] = new Token(asked, offset, IsExpired: false);
        return text;
    }

    private static string Entry(CatalogueProduct product, Edition edition)
    {
        var described = new JsonObject();
        if (product.Family is not null) described["productFamily"] = product.Family;
        described["attributes"] = Texts(product.Attributes);
        described["sku"] = product.Sku;
        return new JsonObject
        {
            ["product"] = described,
            ["serviceCode"] = product.ServiceCode,
            ["terms"] = new JsonObject(product.Terms.GroupBy(term => term.Type).Select(type => KeyValuePair.Create(
                type.Key, (JsonNode?)new JsonObject(type.Select(term => KeyValuePair.Create($"{product.Sku}.{term.Code}", (JsonNode?)Term(product, term, edition))))))),
            ["version"] = edition.Version,
            ["publicationDate"] = edition.PublicationDate,
        }.ToJsonString();
    }

    private static JsonObject Term(CatalogueProduct product, CatalogueTerm term, Edition edition) => new()
    {
        ["priceDimensions"] = new JsonObject(term.Dimensions.Select(dimension => KeyValuePair.Create($"{product.Sku}.{term.Code}.{dimension.Code}", (JsonNode?)new JsonObject
        {
            ["unit"] = dimension.Unit,
            ["endRange"] = dimension.End,
            ["description"] = dimension.Description,
            ["appliesTo"] = new JsonArray([.. dimension.AppliesTo.Select(sku => JsonValue.Create(sku))]),
            ["rateCode"] = $"{product.Sku}.{term.Code}.{dimension.Code}",
            ["beginRange"] = dimension.Begin,
            ["pricePerUnit"] = Texts(dimension.Prices),
        }))),
        ["sku"] = product.Sku,
        ["effectiveDate"] = $"{edition.PublishedAt.UtcDateTime:yyyy-MM}-01T00:00:00Z",
        ["offerTermCode"] = term.Code,
        ["termAttributes"] = Texts(term.Attributes),
    };

    private static JsonObject Texts(IReadOnlyDictionary<string, string> texts) => new(texts.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)JsonValue.Create(text.Value))));

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static AwsError Invalid(string message) => new("InvalidParameterException", message);

    private static AwsError Malformed() => new("SerializationException", "");

    private sealed record Token(string Asked, int Offset, bool IsExpired);
}

/// <summary>What a fault wants of the pages.</summary>
internal sealed record Paging(bool IsEndless = false, bool IsEmpty = false)
{
    public static Paging Of(HttpContext context) => context.Items[typeof(Paging)] as Paging ?? new();

    public void For(HttpContext context) => context.Items[typeof(Paging)] = this;
}
