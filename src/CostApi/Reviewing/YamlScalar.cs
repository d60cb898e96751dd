using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CostApi.Reviewing;

/// <summary>What a plain scalar is in YAML 1.1, which is what CloudFormation reads.</summary>
internal static partial class YamlScalar
{
    public static void Write(Utf8JsonWriter writer, string text, bool isText)
    {
        if (isText) writer.WriteStringValue(Unicode(text));
        else switch (text)
            {
                case "" or "~" or "null" or "Null" or "NULL":
                    writer.WriteNullValue();
                    break;
                case "true" or "True" or "TRUE" or "yes" or "Yes" or "YES" or "on" or "On" or "ON":
                    writer.WriteBooleanValue(true);
                    break;
                case "false" or "False" or "FALSE" or "no" or "No" or "NO" or "off" or "Off" or "OFF":
                    writer.WriteBooleanValue(false);
                    break;
                // Account ids and the like begin with 0 and are texts; so is 2010-09-09, as CloudFormation has no dates.
                default:
                    if (text.Length <= 30 && Number().IsMatch(text)) writer.WriteRawValue(text, skipInputValidation: true);
                    else writer.WriteStringValue(Unicode(text));
                    break;
            }
    }

    /// <summary>The text, with half surrogates, which YAML can escape and JSON's writer refuses, as replacement characters.</summary>
    public static string Unicode(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    [GeneratedRegex(@"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
