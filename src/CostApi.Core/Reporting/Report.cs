using CostApi.Core.Advising;
using CostApi.Core.Prices;

namespace CostApi.Core.Reporting;

/// <summary>An answer as people read it. Every format is written from this alone, and each escapes all of its text.</summary>
public sealed record Report
{
    /// <summary>Identifies the question and the prices.</summary>
    public required string Id { get; init; }

    /// <summary>What was asked.</summary>
    public required string Title { get; init; }

    /// <summary>The one number that matters most, in words.</summary>
    public required string Figure { get; init; }

    /// <summary>What the number says.</summary>
    public required string Headline { get; init; }

    /// <summary>ISO 4217 code of the currency of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>Whether the traffic is known: without it, the figures are those by the hour alone.</summary>
    public required bool TrafficGiven { get; init; }

    /// <summary>What to draw.</summary>
    public required IReadOnlyList<Bar> Bars { get; init; }

    /// <summary>Cost lines to draw below the bars.</summary>
    public IReadOnlyList<LineChart> Charts { get; init; } = [];

    /// <summary>Tables to read, those that matter most first.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>Every line item, for programs.</summary>
    public required Table Lines { get; init; }

    /// <summary>What is odd, those that matter most first.</summary>
    public required IReadOnlyList<ReportedFinding> Findings { get; init; }

    /// <summary>Which prices were used and what was assumed.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>A table under a heading.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Table">The table.</param>
/// <param name="IsDetail">Whether it is folded away until asked for.</param>
public sealed record Section(string Heading, Table Table, bool IsDetail = false);

/// <summary>Rows of as many cells as there are columns.</summary>
public sealed record Table(IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows);

/// <summary>A column of a table.</summary>
/// <param name="Name">What stands at its head.</param>
/// <param name="IsNumber">Whether its cells line up on the right.</param>
public sealed record Column(string Name, bool IsNumber = false);

/// <summary>A layout's cost as a bar of parts.</summary>
/// <param name="Name">The layout.</param>
/// <param name="Total">What the parts add up to.</param>
/// <param name="Parts">Cost by category; none is 0.</param>
/// <param name="Aside">What stands beside the total: how far it lies from the baseline.</param>
/// <param name="Remarks">What to know about the layout.</param>
/// <param name="IsOpen">Whether charges without a price come on top.</param>
/// <param name="IsBroken">Whether the layout does not carry all of its traffic.</param>
public sealed record Bar(
    string Name, decimal Total, IReadOnlyList<BarPart> Parts, string Aside, IReadOnlyList<string> Remarks, bool IsOpen, bool IsBroken);

/// <summary>What a layout spends on one category.</summary>
public sealed record BarPart(CostCategory Category, decimal Cost);

/// <summary>A finding with the place that it is about.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Layout">The layout that it was found in.</param>
public sealed record ReportedFinding(Finding Finding, string Layout)
{
    /// <summary>Why the caller accepts it, so that it counts for nothing; null where nobody does.</summary>
    public string? AcceptedBecause { get; init; }
}

/// <summary>What layouts cost a month as one input grows.</summary>
/// <param name="Title">The input, in words.</param>
/// <param name="Now">What it is in the request.</param>
/// <param name="Turns">Where another layout becomes the cheaper one.</param>
/// <param name="Series">The lines: first that of the layout reported on.</param>
public sealed record LineChart(string Title, decimal? Now, IReadOnlyList<decimal> Turns, IReadOnlyList<LineSeries> Series);

/// <summary>A line of a chart.</summary>
public sealed record LineSeries(string Name, IReadOnlyList<(decimal At, decimal Cost)> Points);
