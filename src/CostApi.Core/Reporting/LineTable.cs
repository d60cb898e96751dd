using System.Text.Json;
using CostApi.Core.Comparing;

namespace CostApi.Core.Reporting;

/// <summary>The line items: brief for people, and with everything for programs.</summary>
internal static class LineTable
{
    public static Table Brief(LayoutCost layout, string currency) => new(
        [new Column("VPC"), new Column("Resource"), new Column("What"), new Column("Quantity", true), new Column("Unit"), new Column("How"), new Column($"Cost a month ({currency})", true)],
        [.. layout.LineItems.Select(line => (IReadOnlyList<Cell>)[
            Cell.Text(line.Vpc), Cell.Text(line.Resource), Cell.Text(line.Description), Cell.Quantity(line.Quantity), Cell.Text(line.Unit),
            Cell.Text(line.Unpriced ?? line.Formula),
            line.Cost is { } cost ? Cell.Money(cost) : Cell.Text("not priced")])]);

    /// <summary>Columns are named as the members of the JSON answer.</summary>
    public static Table Exact(IReadOnlyList<LayoutCost> layouts, string currency) => new(
        [
            new Column("layout"), new Column("vpc"), new Column("resource"), new Column("category"), new Column("description"), new Column("usageType"),
            new Column("unit"), new Column("quantity", true), new Column("cost", true), new Column("listCost", true), new Column("currency"), new Column("formula"),
            new Column("priceSource"), new Column("priceAsOf"), new Column("priceConfidence"), new Column("sku"), new Column("unpriced"),
        ],
        [.. from layout in layouts
            from line in layout.LineItems
            select (IReadOnlyList<Cell>)[
                Cell.Text(layout.Name), Cell.Text(line.Vpc), Cell.Text(line.Resource), Cell.Text(JsonNamingPolicy.CamelCase.ConvertName(line.Category.ToString())),
                Cell.Text(line.Description), Cell.Text(line.UsageType), Cell.Text(line.Unit), Cell.Quantity(line.Quantity),
                line.Cost is { } cost ? Cell.Money(cost) : Cell.Empty, line.ListCost is { } list ? Cell.Money(list) : Cell.Empty, Cell.Text(currency),
                Cell.Text(line.Formula), Cell.Text(line.PriceSource), Cell.Text(line.PriceAsOf), Cell.Text(line.PriceConfidence), Cell.Text(line.Sku), Cell.Text(line.Unpriced)]]);
}
