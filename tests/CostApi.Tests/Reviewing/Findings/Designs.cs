using CostApi.Core.Advising;
using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Rating;
using CostApi.Core.Reviewing;
using CostApi.Core.Reviewing.Findings;
using CostApi.Core.Reviewing.Terraform;
using CostApi.Tests.Reviewing.CloudFormation;

namespace CostApi.Tests.Reviewing.Findings;

/// <summary>Reviews what documents declare, without HTTP.</summary>
internal static class Designs
{
    private const string Folder = "tests/CostApi.Tests/Reviewing";

    /// <summary>The findings of a fixture, by its folder or file: <c>Terraform/single-nat</c>, <c>CloudFormation/hub/Hub.template.json</c>.</summary>
    public static IReadOnlyList<Finding> OfFixture(string fixture, string region = "eu-west-1", params Flow[] traffic)
    {
        var (language, rest) = (fixture[..fixture.IndexOf('/', StringComparison.Ordinal)], fixture[(fixture.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        return language == "Terraform"
            ? Review(TerraformReader.Read(File.ReadAllBytes(Repository.Folder($"{Folder}/Terraform/Fixtures/{rest}/plan.json"))).After, Dialect.Terraform, region, traffic)
            : Review(Reading.Document(File.ReadAllBytes(Repository.Folder($"{Folder}/CloudFormation/Fixtures/{rest}")), region).After, Dialect.CloudFormation, region, traffic);
    }

    public static IReadOnlyList<Finding> Review(DeclaredNetwork network, Dialect dialect, string region = "eu-west-1", params Flow[] traffic) =>
        Of(network, dialect, region, traffic) is { } design ? DesignAdviser.Advise(design, Adviser.Advise(design.Priced, BreakEvens.Of(design.Priced))) : [];

    /// <summary>The design of a network; null where nothing in it is priced.</summary>
    public static Design? Of(DeclaredNetwork network, Dialect dialect, string region, params Flow[] traffic)
    {
        if (LayoutMaker.Make(network.In(region, region), Shipped.Snapshot.Regions[region], Shipped.Snapshot.Services, "after") is not { } imported) return null;
        var request = new ComparisonRequest { Region = region, Layouts = [imported.Layout], Traffic = traffic };
        var facts = Shipped.Facts(region);
        return new Design(network, imported, Comparer.Price(imported.Layout, request, new RateCard(facts.Book, request.Pricing), facts), dialect);
    }
}
