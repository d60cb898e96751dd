using System.Text;

namespace CostApi.Core.Reporting;

/// <summary>Text for HTML and XML, in elements and in quoted attributes.</summary>
internal static class XmlText
{
    public static string Of(string text)
    {
        var printable = Printable.Of(text);
        return printable.AsSpan().IndexOfAny("&<>\"'") < 0
            ? printable
            : new StringBuilder(printable).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;").ToString();
    }
}
