using System.Text.RegularExpressions;
using CostApi.Api;

namespace CostApi.Tests.Reporting;

/// <summary>The addresses that docs/reports.md shows lead somewhere.</summary>
public sealed partial class DocumentedAddressTests(Service service) : IClassFixture<Service>
{
    private static readonly string Text = File.ReadAllText(Repository.Folder("docs/reports.md"));

    public static TheoryData<string> Addresses => [.. Whole().Matches(Text).Select(match => match.Groups[1].Value).Distinct()];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Each_address_answers(string address) => Assert.Equal(200, (await service.GetAsync(address)).Status);

    [Fact]
    public void There_are_some() => Assert.Equal(2, Addresses.Count);

    [Fact]
    public void Each_format_is_listed() => Assert.All(ReportFormat.All, format => Assert.Contains($"| `{format.Name}` | `{format.MediaType}` |", Text, StringComparison.Ordinal));

    [GeneratedRegex(@"http://localhost:5000(/v1/comparisons\.\w+\?request=[\w-]{50,})")]
    private static partial Regex Whole();
}
