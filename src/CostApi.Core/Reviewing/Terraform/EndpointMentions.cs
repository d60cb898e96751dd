using System.Text.Json;

namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Collects what a block of the configuration refers to that may be an endpoint.</summary>
internal sealed class EndpointMentions(ConfiguredModule module, string block, Work work)
{
    // Who uses an endpoint is told by a few examples.
    private const int MostBlocks = 8;

    private static readonly string[] Beginnings =
        ["var.", "module.", "aws_vpc_endpoint.", "awscc_ec2_vpc_endpoint.", "data.aws_vpc_endpoint."];

    /// <summary>Whether a block of a type can use an endpoint: what only describes or attaches the endpoint itself does not.</summary>
    public static bool MayUse(string type) =>
        !type.StartsWith("aws_vpc_endpoint", StringComparison.Ordinal)
            && !type.StartsWith("awscc_ec2_vpc_endpoint", StringComparison.Ordinal) && type != "aws_ec2_tag";

    // By value: a copy looks ahead, and the reader stays where it is.
    public void Read(Utf8JsonReader reader)
    {
        var end = reader.CurrentDepth;
        var isList = false;
        var last = "";
        while (reader.Read() && reader.CurrentDepth > end)
        {
            work.Charge();
            if (reader.TokenType == JsonTokenType.PropertyName) isList = reader.ValueTextEquals("references"u8);
            else if (reader.TokenType == JsonTokenType.EndArray) isList = false;
            else if (isList && reader.TokenType == JsonTokenType.String) last = Add(Text(ref reader), last);
        }
    }

    // Half of a surrogate pair is JSON, but no text.
    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    // A plan lists the whole reference first and what it begins with after it.
    private string Add(string reference, string last)
    {
        if (last.Length > reference.Length && last[reference.Length] is '.' or '[' && last.StartsWith(reference, StringComparison.Ordinal))
            return last;
        if (!Beginnings.Any(beginning => reference.StartsWith(beginning, StringComparison.Ordinal))) return reference;
        if (!module.Mentions.TryGetValue(reference, out var blocks)) module.Mentions[reference] = blocks = [];
        if (blocks.Count < MostBlocks && !blocks.Contains(block)) blocks.Add(block);
        return reference;
    }
}
