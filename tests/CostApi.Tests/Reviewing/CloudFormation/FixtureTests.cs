using System.Text;
using CostApi.Tests.Snapshots;

namespace CostApi.Tests.Reviewing.CloudFormation;

/// <summary>Templates of the project's own, by hand and by the CDK; what is read of each lies beside it.</summary>
public sealed class FixtureTests
{
    private const string Folder = "tests/CostApi.Tests/Reviewing/CloudFormation/Fixtures";

    public static TheoryData<string> Templates() => [.. Directory.EnumerateFiles(Repository.Folder(Folder), "*", SearchOption.AllDirectories).Where(file => file.EndsWith("template.yaml", StringComparison.Ordinal) || file.EndsWith(".template.json", StringComparison.Ordinal))
        .Select(file => Path.GetRelativePath(Repository.Folder(Folder), file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Templates))]
    public void What_is_read_of_a_template_is_what_was_reviewed(string file)
    {
        var network = Reading.Document(File.ReadAllBytes(Repository.Folder($"{Folder}/{file}"))).After;
        SnapshotFile.Matches($"{Folder}/{Path.ChangeExtension(file, null)!.Replace(".template", "", StringComparison.Ordinal)}.network.json", network.Said() + "\n");
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void JSON_read_as_YAML_gives_the_same_network(string file)
    {
        if (!file.EndsWith(".json", StringComparison.Ordinal)) return;
        var json = File.ReadAllText(Repository.Folder($"{Folder}/{file}"));
        Assert.Equal(Reading.Network(json).Said(), Reading.Network("# as YAML\n" + json).Said());
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_template_reads_the_same_in_every_encoding(string file)
    {
        var text = File.ReadAllText(Repository.Folder($"{Folder}/{file}"));
        var expected = Reading.Network(text).Said();
        Encoding[] encodings = [new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)];
        Assert.All(encodings, encoding => Assert.Equal(expected, Reading.Document([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]).After.Said()));
        Assert.Equal(expected, Reading.Document(new UnicodeEncoding(false, false).GetBytes(text)).After.Said());
    }
}
