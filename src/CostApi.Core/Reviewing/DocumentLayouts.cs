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

    /// <summary>The comparison of what stands in a Region. It has no layouts where nothing that is priced does.</summary>
    /// <param name="document">The document.</param>
    /// <param name="region">The Region; what the document gives no Region is taken to stand in it.</param>
    /// <param name="services">The services with VPC endpoints.</param>
    public static ComparisonRequest Of(ReadDocument document, Region region, ServiceCatalogue services)
    {
        var layouts = new[] { (Network: document.Before, Name: "before"), (Network: document.After, Name: "after") }
            .Select(side => side.Network is null ? null : LayoutMaker.Make(side.Network.In(region.Code, region.Code), region, services, side.Name))
            .OfType<ImportedLayout>();
        return new ComparisonRequest { Region = region.Code, Layouts = [.. layouts.Select(made => made.Layout with { Notes = NotesOf(made) })] };
    }

    private static string[] NotesOf(ImportedLayout made) =>
        [.. made.Assumptions
            .Concat(made.NotPriced.Select(resource => $"{resource.Address} ({resource.Type}) is not priced: {resource.What}."))
            .Concat(made.Unread.Select(unread => unread.Address.Length == 0 ? unread.Why : $"{unread.Address}: {unread.Why}"))
            .Select(note => note.Length <= Limits.NoteLength ? note : note[..(Limits.NoteLength - 1)] + "…")
            .Take(Limits.Notes)];
}
