using System.Text;
using System.Text.RegularExpressions;

namespace CostApi.Core.Reporting;

/// <summary>Text for Markdown that stays text: no markup, and nothing that GitHub or GitLab turns into a link or a mention.</summary>
internal static partial class MarkdownText
{
    /// <summary>For a paragraph, a heading, a list item or a cell of a table.</summary>
    public static string Of(string text)
    {
        var result = new StringBuilder();
        foreach (var character in Unlinked(text))
        {
            _ = character switch
            {
                // Entities can never be structure, whichever way a renderer splits cells.
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '|' => result.Append("&#124;"),
                '`' => result.Append("&#96;"),
                '\\' => result.Append("&#92;"),
                // What GitHub says to write where a dollar sign is to begin no formula.
                '$' => result.Append("<span>$</span>"),
                '*' or '_' or '[' or ']' or '~' or '#' => result.Append('\\').Append(character),
                Invisible => result.Append("&#8203;"),
                _ => result.Append(character),
            };
        }

        return result.ToString();
    }

    /// <summary>For an element of HTML within Markdown.</summary>
    public static string InHtml(string text) => XmlText.Of(Unlinked(text)).Replace("$", "<span>$</span>", StringComparison.Ordinal);

    private const char Invisible = '\u200B';

    // Mentions, references and addresses are found in the finished text, so no escape holds them off; an invisible space does.
    private static string Unlinked(string text) => Reference().Replace(Printable.Of(text), $"$0{Invisible}");

    [GeneratedRegex(@"[@#!~%&](?=[\w""])|:(?=[\w/+\-])(?!\d\d\b)|\bwww(?=\.)|\bGH-(?=\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
