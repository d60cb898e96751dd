namespace CostApi.Core.Reviewing.Terraform;

/// <summary>A step of an address or reference: <c>private["a"]</c> is named <c>private</c> and has the key <c>a</c>.</summary>
internal readonly record struct Step(string Name, string? Key);

/// <summary>Takes addresses and references apart; keys may hold dots, brackets and quotes.</summary>
internal static class Steps
{
    public static IReadOnlyList<Step> Of(string text)
    {
        var steps = new List<Step>();
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && text[at] is not ('.' or '[')) at++;
            var name = text[start..at];
            string? key = null;
            while (at < text.Length && text[at] == '[') key = Key(text, ref at);
            if (at < text.Length && text[at] == '.') at++;
            else if (at == start) at++;
            steps.Add(new Step(name, key));
        }

        return steps;
    }

    /// <summary>The modules of a module's address: <c>module.a["x"].module.b</c> is <c>a["x"]</c>, <c>b</c>.</summary>
    public static IReadOnlyList<Step> Modules(string address) => [.. Of(address).Where((_, position) => position % 2 == 1)];

    /// <summary>Whether a text is a module's address, as it should be.</summary>
    public static bool IsModule(string address) =>
        Of(address) is { Count: > 0 } steps && steps.Count % 2 == 0 && steps.Where((_, position) => position % 2 == 0).All(step => step is { Name: "module", Key: null });

    private static string Key(string text, ref int at)
    {
        var key = new System.Text.StringBuilder();
        var isQuoted = false;
        for (at++; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '\\' && isQuoted && at + 1 < text.Length) key.Append(text[++at]);
            else if (c == '"') isQuoted = !isQuoted;
            else if (c == ']' && !isQuoted) break;
            else key.Append(c);
        }

        at = Math.Min(at + 1, text.Length);
        return key.ToString();
    }
}
