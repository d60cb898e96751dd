using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CostApi.Tests.Fakes;

/// <summary>The offer files, and the indexes that lead to them. Every address in an index is an absolute path.</summary>
internal sealed class OfferFiles(PriceCatalogue catalogue)
{
    public int Ec2Filler { get; set; }

    public async Task AnswerAsync(HttpContext context)
    {
        var method = context.Request.Method;
        if (!HttpMethods.IsGet(method) && !HttpMethods.IsHead(method))
        {
            context.Response.StatusCode = 405;
            return;
        }

        var parts = context.Request.Path.Value!.Trim('/').Split('/');
        await (parts is ["offers", "v1.0", "aws" or "cn", ..] ? FileAsync(context, parts[2], parts[3..]) : MissingAsync(context));
    }

    private Task FileAsync(HttpContext context, string partition, string[] path) => path switch
    {
        ["index.json"] => SendAsync(context, Newest(), [new Piece(Services(partition))]),
        [var service, "index.json"] when catalogue.Current(service) is { } edition => SendAsync(context, edition, [new Piece(Versions(partition, edition))]),
        [var service, "current", "region_index.json"] when catalogue.Current(service) is { } edition => SendAsync(context, edition, [new Piece(Regions(partition, edition))]),
        [var service, "current", var region, var file] when catalogue.Current(service) is { } edition => RegionAsync(context, partition, edition, region, file),
        [var service, var version, var region, var file] when catalogue.Published(service).LastOrDefault(edition => edition.Version == version) is { } edition =>
            RegionAsync(context, partition, edition, region, file),
        _ => MissingAsync(context),
    };

    private Task RegionAsync(HttpContext context, string partition, Edition edition, string region, string file)
    {
        if (PartitionOf(region) != partition) return MissingAsync(context);
        CatalogueProduct[] products = [.. edition.Products.Where(product => product.StandsIn(region) && (partition == "aws" || product["fromLocation"] != "Global"))];
        // What holds everywhere makes no Region.
        if (products.All(product => product["fromLocation"] == "Global")) return MissingAsync(context);
        var filler = edition.ServiceCode == RegionProducts.Ec2 ? Ec2Filler : 0;
        return file switch
        {
            "index.json" => SendAsync(context, edition, OfferFile.Json(edition, products, filler), filler),
            "index.csv" => SendAsync(context, edition, OfferCsv.Csv(edition, products, filler), filler, "text/csv"),
            _ => MissingAsync(context),
        };
    }

    private static async Task SendAsync(HttpContext context, Edition edition, IEnumerable<Piece> file, int filler = 0, string contentType = "application/json")
    {
        var (request, response) = (context.Request, context.Response);
        Piece[] pieces = [.. file];
        var tag = $"\"{CatalogueProduct.SkuOf($"{request.Path} {edition.Version} {edition.Revision} {filler}")}\"";
        response.Headers.ETag = tag;
        response.Headers.LastModified = edition.PublishedAt.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);
        response.ContentType = contentType;
        if (IsKnown(request, edition, tag))
        {
            response.StatusCode = 304;
            return;
        }

        response.ContentLength = pieces.Sum(piece => piece.Length);
        if (HttpMethods.IsHead(request.Method)) return;
        foreach (var piece in pieces) await piece.SendAsync(response.Body, context.RequestAborted);
    }

    private static bool IsKnown(HttpRequest request, Edition edition, string tag) =>
        request.Headers.IfNoneMatch.Count > 0
            ? request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Any(known => known == "*" || known == tag || known == $"W/{tag}")
            : DateTimeOffset.TryParse(request.Headers.IfModifiedSince, CultureInfo.InvariantCulture, out var since) && edition.PublishedAt <= since;

    private byte[] Services(string partition)
    {
        var text = Header(Newest()).Open("offers");
        foreach (var service in catalogue.Services)
            text.Open(service).Text("offerCode", service)
                .Text("versionIndexUrl", $"/offers/v1.0/{partition}/{service}/index.json")
                .Text("currentVersionUrl", $"/offers/v1.0/{partition}/{service}/current/index.json")
                .Text("currentRegionIndexUrl", $"/offers/v1.0/{partition}/{service}/current/region_index.json").Close();
        return text.Close().Close().Take();
    }

    private byte[] Versions(string partition, Edition current)
    {
        var text = Header(current).Text("offerCode", current.ServiceCode).Text("currentVersion", current.Version).Open("versions");
        var published = catalogue.Published(current.ServiceCode);
        foreach (var (index, edition) in published.Index())
            text.Open(edition.Version).Text("versionEffectiveBeginDate", edition.PublicationDate)
                .Text("versionEffectiveEndDate", index + 1 < published.Count ? published[index + 1].PublicationDate : "")
                .Text("offerVersionUrl", $"/offers/v1.0/{partition}/{edition.ServiceCode}/{edition.Version}/index.json").Close();
        return text.Close().Close().Take();
    }

    private static byte[] Regions(string partition, Edition edition)
    {
        var text = Header(edition).Open("regions");
        var regions = edition.Products.SelectMany(product => new[] { product["regionCode"], product["fromRegionCode"], product["toRegionCode"] }).OfType<string>()
            .Distinct().Where(region => PartitionOf(region) == partition).Order(StringComparer.Ordinal);
        foreach (var region in regions)
            text.Open(region).Text("regionCode", region).Text("currentVersionUrl", $"/offers/v1.0/{partition}/{edition.ServiceCode}/{edition.Version}/{region}/index.json").Close();
        return text.Close().Close().Take();
    }

    private static AwsText Header(Edition edition) =>
        new AwsText().Open().Text("formatVersion", "v1.0").Text("disclaimer", OfferFile.Disclaimer).Text("publicationDate", edition.PublicationDate);

    private Edition Newest() => catalogue.Services.Select(service => catalogue.Current(service)!).MaxBy(edition => edition.PublishedAt)!;

    private static string PartitionOf(string region) => region.StartsWith("cn-", StringComparison.Ordinal) ? "cn" : "aws";

    private static Task MissingAsync(HttpContext context) => Faults.Status(
        404, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>", "application/xml")(context, _ => Task.CompletedTask);
}
