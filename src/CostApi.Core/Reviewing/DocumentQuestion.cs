using CostApi.Core.Layouts;
using CostApi.Core.Prices;
using CostApi.Core.Services;

namespace CostApi.Core.Reviewing;

/// <summary>One side of a change in a Region.</summary>
/// <param name="Name"><c>before</c> or <c>after</c>.</param>
/// <param name="Network">What the document declares there.</param>
/// <param name="Imported">Its layout; null where nothing that is priced stands there.</param>
public sealed record DocumentSide(string Name, DeclaredNetwork Network, ImportedLayout? Imported)
{
    public const string Before = "before";
    public const string After = "after";
}

/// <summary>What a document declares in a Region, before a change, where it tells, and after.</summary>
public sealed record DocumentQuestion(Region Region, IReadOnlyList<DocumentSide> Sides)
{
    /// <param name="document">The document.</param>
    /// <param name="region">The Region.</param>
    /// <param name="takesUntold">Whether what the document gives no Region is taken to stand in it.</param>
    /// <param name="services">The services with VPC endpoints.</param>
    public static DocumentQuestion Of(ReadDocument document, Region region, bool takesUntold, ServiceCatalogue services)
    {
        return new DocumentQuestion(region, [.. document.Before is null ? [] : new[] { Side(DocumentSide.Before, document.Before) }, Side(DocumentSide.After, document.After)]);

        DocumentSide Side(string name, DeclaredNetwork network)
        {
            var here = network.In(region.Code, takesUntold ? region.Code : null);
            return new DocumentSide(name, here, LayoutMaker.Make(here, region, services, name));
        }
    }

    /// <summary>The sides that have a layout.</summary>
    public IEnumerable<(DocumentSide Side, ImportedLayout Imported)> Layouts => Sides.Where(side => side.Imported is not null).Select(side => (side, side.Imported!));
}
