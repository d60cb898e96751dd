using System.Text;
using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.Findings;

namespace CostApi.Tests.Reviewing.CloudFormation;

/// <summary>Templates with things broken in them.</summary>
public sealed class MutatedTemplateTests
{
    private const string Folder = "tests/CostApi.Tests/Reviewing/CloudFormation/Fixtures";

    private static readonly string[] Tokens =
    [
        "!Ref ", "!Sub ", "!If ", "!GetAtt ", "!Select ", "!Split ", "!Join ", "!Unknown ", "Fn::ForEach::X", "{", "}", "[", "]", ":", ",", "- ", "\"", "'", "&a ", "*a", "<<: ", "null", "true", "-1", "99999999999",
        "${", "${!", "}", "{{resolve:ssm:/a}}", "AWS::NoValue", "AWS::Region", "\n", "  ", "\t", "|", ">", "%", "\\ud800", "\0", "\uFEFF", "Resources", "Conditions", "Properties", "Type", "Vpc", "SubnetIds", "é", "\U0001F600",
    ];

    [Fact]
    public async Task A_broken_template_is_priced_or_refused_and_never_anything_else()
    {
        var originals = Directory.EnumerateFiles(Repository.Folder(Folder), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith("template.yaml", StringComparison.Ordinal) || file.EndsWith(".template.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(file => File.ReadAllText(file)).ToArray();
        await new Mutations(Dialect.CloudFormation, "CLOUDFORMATION_MUTATIONS", random => Broken(originals[random.Next(originals.Length)], random), Read).TryAsync(10_000);
    }

    private static ReadDocument Read(byte[] bytes, Random random)
    {
        var document = Reading.Document(bytes, random.Next(2) == 0 ? null : "eu-west-1", ("Asked", "a,b"), ("Stage", "production"));
        Assert.All(document.After.Endpoints, endpoint => Assert.True(endpoint.Zones.Least <= endpoint.Zones.Most && endpoint.Zones.Names.Count <= endpoint.Zones.Most));
        return document;
    }

    private static byte[] Broken(string text, Random random)
    {
        var broken = new StringBuilder(text);
        for (var change = random.Next(1, 5); change > 0; change--) Change(broken, random);
        var bytes = Encoding.UTF8.GetBytes(broken.ToString());
        if (random.Next(20) == 0) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private static void Change(StringBuilder text, Random random)
    {
        if (text.Length < 10) return;
        var at = random.Next(text.Length - 1);
        var length = Math.Min(random.Next(1, 30), text.Length - at);
        switch (random.Next(7))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, Tokens[random.Next(Tokens.Length)]);
                break;
            case 2:
                text.Insert(random.Next(text.Length), text.ToString(at, length));
                break;
            case 3 when random.Next(4) == 0:
                text.Length = Math.Max(1, at);
                break;
            case 4:
                text[at] = (char)random.Next(1, 0x250);
                break;
            default:
                Exchange(text, random);
                break;
        }
    }

    // One word for another of the same text: what is still a template, but says something else.
    private static void Exchange(StringBuilder text, Random random)
    {
        var all = text.ToString();
        var (from, to) = (Word(all, random.Next(all.Length)), Word(all, random.Next(all.Length)));
        text.Remove(from.Start, from.Length).Insert(from.Start, all.AsSpan(to.Start, to.Length));
    }

    private static (int Start, int Length) Word(string text, int at)
    {
        while (at < text.Length - 1 && !char.IsAsciiLetterOrDigit(text[at])) at++;
        var (start, end) = (at, at);
        while (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1])) start--;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
        return (start, end - start);
    }
}
