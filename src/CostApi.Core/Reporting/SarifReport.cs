using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CostApi.Core.Advising;

namespace CostApi.Core.Reporting;

/// <summary>The findings for tools that collect those of many checkers (SARIF 2.1.0). Locations are logical: layout, VPC, resource.</summary>
public static class SarifReport
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.Default };

    public static string Write(Report report, string version)
    {
        var rules = FindingRules.All.Select((rule, index) => (rule.Code, index)).ToDictionary(pair => pair.Code, pair => pair.index, StringComparer.Ordinal);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            json.WriteStartObject("tool");
            WriteDriver(json, version);
            json.WriteEndObject();
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var found in report.Findings) WriteResult(json, found, rules, report.Currency);
            json.WriteEndArray();
            json.WriteStartObject("properties");
            json.WriteString("id", report.Id);
            json.WriteString("title", Printable.Of(report.Title));
            json.WriteString("figure", Printable.Of(report.Figure));
            json.WriteString("headline", Printable.Of(report.Headline));
            json.WriteString("currency", report.Currency);
            json.WriteBoolean("trafficGiven", report.TrafficGiven);
            json.WriteStartArray("notes");
            foreach (var note in report.Notes) json.WriteStringValue(Printable.Of(note));
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return $"{Encoding.UTF8.GetString(buffer.WrittenSpan)}\n";
    }

    private static void WriteDriver(Utf8JsonWriter json, string version)
    {
        json.WriteStartObject("driver");
        json.WriteString("name", "CostApi");
        json.WriteString("version", version);
        json.WriteStartArray("rules");
        foreach (var rule in FindingRules.All)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Code);
            WriteMessage(json, "shortDescription", $"{char.ToUpperInvariant(rule.When[0])}{rule.When[1..]}.");
            if (rule.Link is { } link) json.WriteString("helpUri", link);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", LevelOf(rule.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, ReportedFinding found, Dictionary<string, int> rules, string currency)
    {
        var finding = found.Finding;
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Code);
        json.WriteNumber("ruleIndex", rules[finding.Code]);
        json.WriteString("level", LevelOf(finding.Severity));
        WriteMessage(json, "message", finding.Message);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartArray("logicalLocations");
        foreach (var place in PlacesOf(found))
        {
            json.WriteStartObject();
            json.WriteString("name", place.Name);
            json.WriteString("fullyQualifiedName", place.FullName);
            json.WriteString("kind", place.Kind);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        if (found.AcceptedBecause is { } reason) WriteSuppression(json, reason);
        json.WriteStartObject("properties");
        json.WriteString("layout", Printable.Of(found.Layout));
        if (finding.Remedy is { } remedy) json.WriteString("remedy", Printable.Of(remedy));
        if (finding.MonthlySaving is { } saving)
        {
            json.WriteNumber("monthlySaving", saving);
            json.WriteString("currency", currency);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSuppression(Utf8JsonWriter json, string reason)
    {
        json.WriteStartArray("suppressions");
        json.WriteStartObject();
        json.WriteString("kind", "external");
        json.WriteString("status", "accepted");
        json.WriteString("justification", Printable.Of(reason));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // By address in the document, where there is one, else by layout, VPC and resource.
    private static IEnumerable<(string Name, string FullName, string Kind)> PlacesOf(ReportedFinding found)
    {
        var finding = found.Finding;
        if (finding.Addresses is { Count: > 0 } addresses) return addresses.Select(Printable.Of).Select(address => (address, address, "resource"));
        var place = new[] { found.Layout, finding.Vpc, finding.Resource }.OfType<string>().Select(Printable.Of).ToArray();
        return [(place[^1], string.Join('/', place), finding switch { { Resource: not null } => "resource", { Vpc: not null } => "vpc", _ => "layout" })];
    }

    // Braces are doubled, or they would hold the place of an argument (SARIF 3.11.5); a bracket before a parenthesis
    // would make a link (3.11.6), which an invisible space between the two keeps it from in every viewer.
    private static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", Printable.Of(text).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal).Replace("](", "]\u200B(", StringComparison.Ordinal));
        json.WriteEndObject();
    }

    private static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "note",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
    };
}
