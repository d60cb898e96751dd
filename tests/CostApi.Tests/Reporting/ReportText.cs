using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace CostApi.Tests.Reporting;

/// <summary>Reads reports back, as strictly as their formats are defined.</summary>
internal static partial class ReportText
{
    /// <summary>Rows of RFC 4180: every row ends in CRLF, and a quote stands in quoted cells alone, doubled.</summary>
    public static List<List<string>> Csv(string text)
    {
        var (rows, row, at) = (new List<List<string>>(), new List<string>(), 0);
        while (at < text.Length)
        {
            var cell = Cell().Match(text, at);
            Assert.True(cell.Success, $"no cell at {at}: {text[at..Math.Min(at + 50, text.Length)]}");
            row.Add(cell.Groups["quoted"].Success ? cell.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : cell.Groups["plain"].Value);
            at += cell.Length;
            if (cell.Groups["end"].Value == ",") continue;
            rows.Add(row);
            row = [];
        }

        Assert.Empty(row);
        Assert.All(rows, cells => Assert.Equal(rows[0].Count, cells.Count));
        return rows;
    }

    public static XDocument Xml(string text)
    {
        using var reader = XmlReader.Create(new System.IO.StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, CheckCharacters = true });
        return XDocument.Load(reader);
    }

    /// <summary>Tables of GitHub Flavored Markdown: rows of as many cells as the head has.</summary>
    public static List<List<string[]>> MarkdownTables(string text)
    {
        var tables = new List<List<string[]>>();
        var isOpen = false;
        foreach (var line in text.Split('\n'))
        {
            if (!line.StartsWith('|'))
            {
                isOpen = false;
                continue;
            }

            if (!isOpen) tables.Add([]);
            isOpen = true;
            Assert.StartsWith("| ", line, StringComparison.Ordinal);
            Assert.EndsWith(" |", line, StringComparison.Ordinal);
            tables[^1].Add([.. line.Split('|')[1..^1].Select(cell => cell.Trim())]);
        }

        Assert.All(tables, rows =>
        {
            Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
            Assert.All(rows[1], cell => Assert.Matches("^:--$|^--:$", cell));
        });
        return tables;
    }

    /// <summary>The number that people are shown: with separators, and "at least" where it is not all.</summary>
    public static decimal Shown(string cell) => decimal.Parse(cell.Replace("at least ", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <summary>Whether there is nothing in it but whole characters and line ends.</summary>
    public static bool IsClean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] is not ('\n' or '\r')) return false;
            if (char.IsSurrogatePair(text, Math.Min(i, text.Length - 2))) i++;
            else if (char.IsSurrogate(text[i])) return false;
        }

        return true;
    }

    [GeneratedRegex("""\G(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^",\r\n]*))(?<end>,|\r\n)""")]
    private static partial Regex Cell();
}
