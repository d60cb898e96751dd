using CostApi.Core.Layouts;

namespace CostApi.Core.Reviewing;

/// <summary>A layout made from a document, with what it stands for.</summary>
/// <param name="Region">The Region that it stands in.</param>
/// <param name="Layout">The layout, ready to be posted.</param>
/// <param name="Vpcs">Addresses in the document of its VPCs, by their names in the layout.</param>
/// <param name="Addresses">Addresses in the document of what a line of the bill is for, by the line's VPC and resource.</param>
/// <param name="Assumptions">What was assumed where the document leaves something open, or the layout cannot say it otherwise.</param>
/// <param name="NotPriced">What costs money and is not in the layout.</param>
/// <param name="Unread">What could not be read.</param>
public sealed record ImportedLayout(
    string Region, Layout Layout, IReadOnlyDictionary<string, string> Vpcs, IReadOnlyDictionary<(string Vpc, string Resource), IReadOnlyList<string>> Addresses,
    IReadOnlyList<string> Assumptions, IReadOnlyList<NotPriced> NotPriced, IReadOnlyList<Unread> Unread);
