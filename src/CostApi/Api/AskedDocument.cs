using System.Text.RegularExpressions;
using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Layouts.Checks;
using CostApi.Core.Prices;
using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.CloudFormation;
using CostApi.Core.Reviewing.Findings;
using CostApi.Core.Reviewing.Terraform;
using CostApi.Json;
using CostApi.PriceSources;
using CostApi.Reviewing;

namespace CostApi.Api;

/// <summary>A document with everything that was sent beside it, read and checked.</summary>
internal sealed partial record AskedDocument(ReadDocument Document, IReadOnlyList<DocumentQuestion> Questions, DocumentTraffic Traffic, DocumentTerms Terms, IReadOnlyList<Facts> Facts)
{
    /// <exception cref="BadRequestException">Something beside the document is invalid, or the document cannot be priced as it is; it names every culprit.</exception>
    /// <exception cref="UnreadableDocumentException">The document is not what it should be.</exception>
    public static AskedDocument Of(DocumentParts parts, DocumentQuery query, Dialect dialect, bool ofOneRegion, Answers answers, Snapshot snapshot, IServiceProvider services)
    {
        var beside = PartText.Traffic(parts[DocumentParts.Traffic], services);
        var (parameters, unusable) = PartText.Parameters(parts[DocumentParts.Parameters]);
        var accepted = PartText.Ignore(parts[DocumentParts.Ignore], services);
        (string Path, string Message)[] faults = [.. beside.Faults, .. accepted.Faults, .. unusable];
        var problems = new Problems([.. faults.Select(fault => fault.Path)]);
        var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var terms = query.Terms(beside.Value?.Pricing ?? new PricingTerms(), accepted.Value?.Ignore ?? [], today, problems);
        if (query.Region is { } named) RequestCheck.CheckRegion(named, snapshot.Regions, JsonPath.Root.Member("region"), problems);
        if (problems.Any) throw Bad();

        var document = Read(parts, dialect, parameters, query.Region);
        var regions = RegionsOf(document, query.Region, ofOneRegion, snapshot, problems);
        if (problems.Any) throw Bad();
        var takesUntold = regions.Count == 1;
        DocumentQuestion[] questions = [.. regions.Select(region => DocumentQuestion.Of(document, region, takesUntold, snapshot.Services)).Where(question => ofOneRegion || question.Layouts.Any())];
        var flows = beside.Value?.Traffic ?? [];
        Must.HoldFrom(flows.Count, 0, Limits.Flows, "flow", JsonPath.Root.Member("traffic"), problems);
        var traffic = DocumentTraffic.Of(flows, questions, problems);
        var facts = questions.Select(question => FactsOf(question.Region.Code, terms, answers, problems)).OfType<Facts>().ToArray();
        if (facts.Select(known => known.Book.Region.Currency).Distinct().Count() > 1)
        {
            var codes = string.Join(", ", regions.Select(region => region.Code));
            problems.Add(
                JsonPath.Root.Member("region"),
                $"is required because the document declares resources in {codes}, whose prices are in different currencies.");
        }
        var errors = questions.Where(question => question.Layouts.Any()).SelectMany(question => Check(question, traffic, terms, snapshot)).Concat(problems.ByPath().SelectMany(problem => problem.Value.Select(message => (problem.Key, message)))).Distinct().ToArray();
        return faults.Length + errors.Length == 0
            ? new AskedDocument(document, questions, traffic, terms, facts)
            : throw new BadRequestException([.. faults, .. errors], new Dictionary<string, string[]>());

        BadRequestException Bad() => new(faults, problems.ByPath());
    }

    private static ReadDocument Read(DocumentParts parts, Dialect dialect, IReadOnlyDictionary<string, string> parameters, string? region)
    {
        var document = parts[DocumentParts.Document]!.Value;
        if (dialect == Dialect.Terraform) return TerraformReader.Read(document.Span);
        var after = Template(document);
        return parts[DocumentParts.Before] is { } before ? after with { Before = Template(before).After } : after;

        ReadDocument Template(ReadOnlyMemory<byte> bytes)
        {
            using var template = TemplateText.Read(bytes.Span);
            var read = CloudFormationReader.Read(template.Json.RootElement, parameters, region);
            return read with { After = read.After with { Unread = [.. template.Unread, .. read.After.Unread] } };
        }
    }

    // The one that is asked for, or all that the document tells of.
    private static IReadOnlyList<Region> RegionsOf(ReadDocument document, string? asked, bool ofOne, Snapshot snapshot, Problems problems)
    {
        var path = JsonPath.Root.Member("region");
        var told = DocumentLayouts.Regions(document);
        if (asked is not null && (told.Count == 0 || told.Contains(asked))) return [snapshot.Regions[asked]];
        if (asked is null && told.Count == 0 && !ofOne && !DeclaresAnything(document)) return [];
        if (asked is null && (told.Count == 1 || told.Count > 1 && !ofOne)) return [.. told.Select(code => RequestCheck.CheckRegion(code, snapshot.Regions, path, problems)).OfType<Region>()];
        problems.Add(path, told.Count == 0
            ? "is required because the document does not show its Region."
            : $"must be one of the Regions in which the document declares resources: {string.Join(", ", told)}.");
        return [];
    }

    private static bool DeclaresAnything(ReadDocument document) => new[] { document.Before, document.After }.OfType<DeclaredNetwork>()
        .Any(network => network.Vpcs.Count + network.NatGateways.Count + network.Endpoints.Count + network.Attachments.Count + network.Addresses.Count > 0);

    private static Facts? FactsOf(string region, DocumentTerms terms, Answers answers, Problems problems) =>
        terms.Pricing.AsOf is { } day ? answers.FactsOf(region, day, JsonPath.Root.Member("pricing").Member("asOf"), problems) : answers.FactsOf(region);

    // A layout's traffic is part of what was given; whatever else is wrong with a layout lies in the document.
    private static IEnumerable<(string Path, string Message)> Check(DocumentQuestion question, DocumentTraffic traffic, DocumentTerms terms, Snapshot snapshot)
    {
        DocumentSide[] sides = [.. question.Layouts.Select(pair => pair.Side)];
        var request = new ComparisonRequest
        {
            Region = question.Region.Code,
            HoursPerMonth = terms.HoursPerMonth,
            Pricing = terms.Pricing,
            Layouts = [.. question.Layouts.Select(pair => pair.Imported.Layout with { Traffic = traffic.Of(pair.Side) })],
        };
        foreach (var (path, messages) in RequestCheck.Check(request, snapshot.Regions, snapshot.Services, [], isEstimate: false).ByPath())
        {
            var place = Place().Match(path);
            var at = !place.Success ? path
                : place.Groups["flow"].Success ? $"traffic[{traffic.IndexOf(sides[int.Parse(place.Groups["layout"].Value)], int.Parse(place.Groups["flow"].Value))}]{place.Groups["rest"].Value}"
                : DocumentParts.Document;
            foreach (var message in messages) yield return (at, at == DocumentParts.Document ? $"{place.Groups["rest"].Value.TrimStart('.')} of the layout that it makes in {question.Region.Code}: {message}" : message);
        }
    }

    [GeneratedRegex(@"^layouts\[(?<layout>\d+)\](?:\.traffic\[(?<flow>\d+)\])?(?<rest>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
