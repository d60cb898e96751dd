using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CostApi.Tests;

/// <summary>What the README shows is what the service answers.</summary>
public sealed partial class ReadmeTests(Service service) : IClassFixture<Service>
{
    private static readonly string Text = File.ReadAllText(Repository.Folder("README.md"));

    public static TheoryData<string> Examples => [.. Requests().Matches(Text).Select(match => match.Groups["name"].Value)];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Each_request_gives_the_answer_shown(string name)
    {
        var request = Requests().Matches(Text).Single(match => match.Groups["name"].Value == name);
        var reply = await service.PostAsync(request.Groups["path"].Value, request.Groups["body"].Value);
        var shown = Regex.Match(Text, $@"<!-- answer: {name} -->\n```json\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        AssertShown(JsonNode.Parse(shown)!, reply.Json, "$");
    }

    [Fact]
    public void There_are_examples() => Assert.Equal(2, Examples.Count);

    [Fact]
    public void It_can_be_read_in_two_minutes() => Assert.InRange(Text.Split('\n').Length, 50, 250);

    // The answer may hold more members than are shown, but not more items of a list that is.
    private static void AssertShown(JsonNode? shown, JsonNode? real, string path)
    {
        switch (shown)
        {
            case JsonObject members:
                foreach (var (name, value) in members) AssertShown(value, real![name], $"{path}.{name}");
                break;
            case JsonArray items:
                Assert.True(items.Count == real!.AsArray().Count, path);
                for (var i = 0; i < items.Count; i++) AssertShown(items[i], real[i], $"{path}[{i}]");
                break;
            default:
                Assert.True(JsonNode.DeepEquals(shown, real), $"{path}: the README shows {shown?.ToJsonString()}, the service answers {real?.ToJsonString()}");
                break;
        }
    }

    [GeneratedRegex(@"<!-- request: (?<name>\w+) -->\n```sh\ncurl -s http://localhost:5000(?<path>/\S+) -H 'Content-Type: application/json' -d '(?<body>[^']*)'\n```")]
    private static partial Regex Requests();
}
