using System.Text;
using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.Terraform;
using CostApi.Tests.Snapshots;

namespace CostApi.Tests.Reviewing.Terraform;

public sealed class FixtureTests
{
    private const string Fixtures = "tests/CostApi.Tests/Reviewing/Terraform/Fixtures";

    public static IReadOnlyList<string> Names => [.. Directory.EnumerateDirectories(Repository.Folder(Fixtures)).Select(folder => System.IO.Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Projects => [.. Names];

    public static byte[] Plan(string project) => File.ReadAllBytes(Repository.Folder($"{Fixtures}/{project}/plan.json"));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_plan_reads_as_its_sources_are_meant(string project) =>
        SnapshotFile.Matches($"{Fixtures}/{project}/expected.txt", Rendered.Text(TerraformReader.Read(Plan(project))));

    [Fact]
    public void A_raw_state_reads_as_the_before_of_the_plan_that_starts_from_it()
    {
        var state = TerraformReader.Read(File.ReadAllBytes(Repository.Folder($"{Fixtures}/nat-to-endpoints/terraform.tfstate")));
        var plan = TerraformReader.Read(Plan("nat-to-endpoints"));
        Assert.Null(state.Before);
        Assert.Equal("Terraform state, version 4", state.Kind);
        Assert.Equal(Lines(plan with { Before = null, After = plan.Before!, Kind = "" }), Lines(state with { Kind = "" }));

        // A plan lists what is gone behind what stays.
        static IEnumerable<string> Lines(ReadDocument document) => Rendered.Text(document).Split('\n').Order(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("UTF-8 with a mark")]
    [InlineData("UTF-16LE")]
    [InlineData("UTF-16BE")]
    [InlineData("UTF-16LE without a mark")]
    [InlineData("UTF-16BE without a mark")]
    public void An_encoding_changes_nothing(string encoding)
    {
        var plan = Plan("vpc-with-modules");
        var text = Encoding.UTF8.GetString(plan);
        var (mark, bytes) = encoding switch
        {
            "UTF-8 with a mark" => (Encoding.UTF8.GetPreamble(), plan),
            "UTF-16LE" => (Encoding.Unicode.GetPreamble(), Encoding.Unicode.GetBytes(text)),
            "UTF-16BE" => (Encoding.BigEndianUnicode.GetPreamble(), Encoding.BigEndianUnicode.GetBytes(text)),
            "UTF-16LE without a mark" => ([], Encoding.Unicode.GetBytes(text)),
            _ => ([], Encoding.BigEndianUnicode.GetBytes(text)),
        };
        Assert.Equal(Rendered.Text(TerraformReader.Read(plan)), Rendered.Text(TerraformReader.Read([.. mark, .. bytes])));
    }
}
