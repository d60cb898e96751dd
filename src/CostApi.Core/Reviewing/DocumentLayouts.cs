using CostApi.Core.Layouts;
using CostApi.Core.Prices;
using CostApi.Core.Services;

namespace CostApi.Core.Reviewing;

/// <summary>A document as layouts that can be compared: before the change, where it tells, and after.</summary>
public static class DocumentLayouts
{
    /// <summary>The Regions that something in the document stands in; none where it does not tell.</summary>
    public static IReadOnlyList<string> Regions(ReadDocument document) =>
        [.. (document.Before?.Regions() ?? []).Concat(document.After.Regions()).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The comparison of what stands in a Region, without traffic. It has no layouts where nothing that is priced does.</summary>
    /// <param name="document">The document.</param>
    /// <param name="region">The Region; what the document gives no Region is taken to stand in it.</param>
    /// <param name="services">The services with VPC endpoints.</param>
    public static ComparisonRequest Of(ReadDocument document, Region region, ServiceCatalogue services) =>
        Of(DocumentQuestion.Of(document, region, takesUntold: true, services), null, new DocumentTerms());

    /// <summary>The comparison of a document's layouts, each with its notes.</summary>
    /// <param name="question">The layouts.</param>
    /// <param name="traffic">Their traffic; null for none.</param>
    /// <param name="terms">What else is asked.</param>
    public static ComparisonRequest Of(DocumentQuestion question, DocumentTraffic? traffic, DocumentTerms terms)
    {
        var layouts = question.Layouts.Select(pair => (pair.Imported, Traffic: traffic?.Of(pair.Side) ?? [])).ToArray();
        // Traffic that is the same in all layouts is written once.
        var isShared = layouts.All(layout => layout.Traffic.SequenceEqual(layouts[0].Traffic));
        return new ComparisonRequest
        {
            Region = question.Region.Code,
            HoursPerMonth = terms.HoursPerMonth,
            Pricing = terms.Pricing,
            Traffic = isShared && layouts.Length > 0 ? layouts[0].Traffic : [],
            Layouts = [.. layouts.Select(layout => layout.Imported.Layout with { Notes = NotesOf(layout.Imported), Traffic = isShared ? null : layout.Traffic })],
        };
    }

    private static string[] NotesOf(ImportedLayout made) =>
        [.. made.Assumptions
            .Concat(made.NotPriced.Select(resource => $"{resource.Address} ({resource.Type}) is not priced: {resource.What.TrimEnd('.')}."))
            .Concat(made.Unread.Select(unread => unread.Address.Length == 0 ? unread.Why : $"{unread.Address}: {unread.Why}"))
            .Select(note => Sayable.Beginning(note, Limits.NoteLength))
            .Take(Limits.Notes)];
}
