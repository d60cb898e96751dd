using System.Text.Json.Nodes;

/// <summary>The question of the README, and what it answers.</summary>
internal static class Expected
{
    public static string Request { get; } = File.ReadAllText("request.json");

    /// <summary>Exit code: 0 if the answer is that of the README.</summary>
    public static int Compare(string? cheapest, IEnumerable<(string? Name, decimal Cost)> layouts)
    {
        var answer = new JsonArray([cheapest, .. layouts.Select(layout => (JsonNode)new JsonArray(layout.Name, layout.Cost))]);
        var expected = JsonNode.Parse(File.ReadAllText("expected.json"));
        Console.WriteLine($"{answer.ToJsonString()}, expected {expected!.ToJsonString()}");
        return JsonNode.DeepEquals(answer, expected) ? 0 : 1;
    }
}
