using System.Text.Json;
using CostApi.Core.Comparing;
using CostApi.Core.Rating;

namespace CostApi.Core.Reporting;

/// <summary>The line items: brief for people, and with everything for programs.</summary>
internal static class LineTable
{
    public static Table Brief(LayoutCost layout, string currency) => new(
        [
            new Column("VPC"), new Column("Resource"), new Column("Description"), new Column("Quantity", true), new Column("Unit"),
            new Column("Calculation"), new Column($"Cost per month ({currency})", true),
        ],
        [.. layout.LineItems.Select(line => (IReadOnlyList<Cell>)[
            Cell.Text(line.Vpc), Cell.Text(line.Resource), Cell.Text(line.Description), Cell.Quantity(line.Quantity), Cell.Text(line.Unit),
            Cell.Text(line.Unpriced ?? line.Formula),
            line.Cost is { } cost ? Cell.Money(cost) : Cell.Text("not priced")])]);

    /// <summary>Columns are named as the members of the JSON answer.</summary>
    public static Table Exact(IReadOnlyList<LayoutCost> layouts, string currency) => Of(layouts, Columns(currency));

    /// <summary>The same, with the Region and the addresses in a document first.</summary>
    public static Table Addressed(IReadOnlyList<LayoutCost> layouts, string currency) => Of(layouts,
    [
        new("region", (_, line) => Cell.Text(line.Region)),
        new("addresses", (_, line) => Cell.Text(string.Join(' ', line.Addresses ?? []))),
        .. Columns(currency),
    ]);

    private static Table Of(IReadOnlyList<LayoutCost> layouts, LineColumn[] columns) => new(
        [.. columns.Select(column => new Column(column.Name, column.IsNumber))],
        [.. from layout in layouts
            from line in layout.LineItems
            select (IReadOnlyList<Cell>)[.. columns.Select(column => column.Of(layout, line))]]);

    private static LineColumn[] Columns(string currency) =>
    [
        new("layout", (layout, _) => Cell.Text(layout.Name)),
        new("vpc", (_, line) => Cell.Text(line.Vpc)),
        new("resource", (_, line) => Cell.Text(line.Resource)),
        new("category", (_, line) => Cell.Text(JsonNamingPolicy.CamelCase.ConvertName(line.Category.ToString()))),
        new("description", (_, line) => Cell.Text(line.Description)),
        new("usageType", (_, line) => Cell.Text(line.UsageType)),
        new("unit", (_, line) => Cell.Text(line.Unit)),
        new("quantity", (_, line) => Cell.Quantity(line.Quantity), true),
        new("cost", (_, line) => line.Cost is { } cost ? Cell.Money(cost) : Cell.Empty, true),
        new("hourlyMonthlyCost", (_, line) => line is { IsByUsage: false, Cost: { } cost } ? Cell.Money(cost) : Cell.Empty, true),
        new("usageMonthlyCost", (_, line) => line is { IsByUsage: true, Cost: { } cost } ? Cell.Money(cost) : Cell.Empty, true),
        new("listCost", (_, line) => line.ListCost is { } list ? Cell.Money(list) : Cell.Empty, true),
        new("currency", (_, _) => Cell.Text(currency)),
        new("formula", (_, line) => Cell.Text(line.Formula)),
        new("priceSource", (_, line) => Cell.Text(line.PriceSource)),
        new("priceAsOf", (_, line) => Cell.Text(line.PriceAsOf)),
        new("priceConfidence", (_, line) => Cell.Text(line.PriceConfidence)),
        new("sku", (_, line) => Cell.Text(line.Sku)),
        new("unpriced", (_, line) => Cell.Text(line.Unpriced)),
        new("traffic", (layout, _) => Cell.Text(layout.UsageRates is null ? "given" : UsageWords.NoTraffic(layout, currency))),
    ];

    private sealed record LineColumn(string Name, Func<LayoutCost, LineItem, Cell> Of, bool IsNumber = false);
}
