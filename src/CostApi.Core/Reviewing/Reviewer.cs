using System.Security.Cryptography;
using System.Text;
using CostApi.Core.Advising;
using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Planning;
using CostApi.Core.Prices;
using CostApi.Core.Rating;
using CostApi.Core.Reviewing.Findings;

namespace CostApi.Core.Reviewing;

/// <summary>Prices what a document declares, before a change and after, in all of its Regions.</summary>
/// <param name="dialect">Whose words remedies are written in.</param>
/// <param name="terms">What the document is held to.</param>
public sealed class Reviewer(Dialect dialect, DocumentTerms terms)
{
    /// <param name="document">The document.</param>
    /// <param name="questions">Its layouts, by Region; each has one at least.</param>
    /// <param name="traffic">Their traffic.</param>
    /// <param name="facts">The facts for each question. All prices are in one currency.</param>
    public Review Review(ReadDocument document, IReadOnlyList<DocumentQuestion> questions, DocumentTraffic traffic, IReadOnlyList<Facts> facts)
    {
        var asked = questions.Zip(facts, (question, known) => (question, request: DocumentLayouts.Of(question, traffic, terms), known, used: new HashSet<Quote.Priced>())).ToArray();
        var priced = asked.SelectMany(one => Priced(one.question, one.request, one.known, one.used, isOnly: questions.Count == 1)).ToLookup(side => side.Name, side => side.Cost);
        LayoutCost? before = document.Before is null ? null : WholeLayout.Of(DocumentSide.Before, [.. priced[DocumentSide.Before]]);
        var after = WholeLayout.Of(DocumentSide.After, [.. priced[DocumentSide.After]]);
        // Of the answer as a whole, so once.
        var stale = facts.Count == 0 ? null : StalePrices.Of([.. asked.SelectMany(one => one.used)], facts[0].Freshness);
        var accepting = Accepting.Of(stale is null ? after.Findings : [.. after.Findings, stale], terms);
        (before, after) = Compared(before, after with { Findings = accepting.Standing });
        var difference = before is null ? null : CostChange.Of(before, after);
        var currency = facts.Count == 0 ? null : facts[0].Book.Region.Currency;
        var notWhole = NotWhole(document);
        var reasons = ReviewVerdict.Reasons(terms, after, difference, notWhole, currency);
        return new Review
        {
            Id = IdOf(asked.Select(one => QuestionId.Of(one.request, one.known.Book.Edition.Version))),
            Document = document.Kind,
            Regions = [.. asked.Select(one => new ReviewedRegion(one.known.Book.Region.Code, PricesUsed.Of(one.known, one.used)))],
            Currency = currency,
            HoursPerMonth = terms.HoursPerMonth,
            TrafficGiven = asked.Any(one => one.request.Layouts.Any(layout => (layout.Traffic ?? one.request.Traffic).Count > 0)),
            Verdict = reasons.Count == 0 ? Verdict.Pass : Verdict.Fail,
            Reasons = reasons,
            Before = before,
            After = after,
            Difference = difference,
            Findings = after.Findings,
            Ignored = accepting.Ignored,
            BreakEvens = after.BreakEvens,
            NotPriced = NotPricedIn(document, questions),
            Unread = ToldOnce.Of(
            [
                .. document.After.Unread, .. document.Before?.Unread ?? [],
                .. questions.SelectMany(question => question.Layouts).SelectMany(pair => pair.Imported.Unread),
                .. questions.Count > 1 ? Untold(document.After) : [],
            ]),
            NotWhole = notWhole,
            LeftOut = ToldOnce.Of(document.After.LeftOut),
            Assumptions =
            [
                .. AssumptionsIn(asked.SelectMany(one => Assumptions.Of(one.request with { Layouts = [.. one.request.Layouts.Select(layout => layout with { Notes = null })] }, [.. priced.SelectMany(side => side)])), questions),
                .. QuietVpcs.Of(after),
            ],
        };
    }

    private IEnumerable<(string Name, LayoutCost Cost)> Priced(DocumentQuestion question, ComparisonRequest request, Facts facts, HashSet<Quote.Priced> used, bool isOnly)
    {
        var card = new RateCard(facts.Book, terms.Pricing);
        foreach (var (layout, (side, imported)) in request.Layouts.Zip(question.Layouts))
        {
            var priced = Comparer.Price(layout, request, card, facts);
            var cost = Comparer.Describe(priced, facts, withPlan: false);
            var findings = DesignAdviser.Advise(new Design(side.Network, imported, priced, dialect), cost.Findings);
            EndpointOrNat[] unknown = [.. BreakEvens.OfUnknownTraffic(priced).Where(pair => imported.Vpcs.ContainsKey(pair.Result.Vpc))];
            var breakEvens = cost.BreakEvens.Concat(unknown.Select(pair => pair.Result));
            used.UnionWith(cost.RatesUsed.Concat(card.ListRates(unknown.SelectMany(pair => pair.Charges))));
            var plan = Planner.Plan(priced, findings, facts.Regions, PlannedAdvice.Of(cost.Findings, findings, imported, terms));
            yield return (side.Name, AddressedLayout.Of(cost with { Findings = findings, BreakEvens = [.. breakEvens], Plan = plan }, imported, isOnly ? null : question.Region.Code));
        }
    }

    private static (LayoutCost? Before, LayoutCost After) Compared(LayoutCost? before, LayoutCost after)
    {
        if (before is null) return (null, after);
        // Where nothing stood before, there is nothing to be cheaper than.
        if (before.LineItems.Count == 0)
        {
            var alone = after is { Feasible: true, Complete: true } ? 1 : (int?)null;
            return (before with { Difference = Comparer.DifferenceOf(before, before) }, after with { Rank = alone, Difference = Comparer.DifferenceOf(after, before) });
        }

        var ranked = new[] { before, after }.Where(side => side is { Feasible: true, Complete: true }).ToArray();
        return (before with { Rank = Comparer.RankOf(before, ranked), Difference = Comparer.DifferenceOf(before, before) }, after with { Rank = Comparer.RankOf(after, ranked), Difference = Comparer.DifferenceOf(after, before) });
    }

    private static string[] NotWhole(ReadDocument document) => [.. document.After.NotWhole.Concat(document.Before?.NotWhole ?? []).Distinct()];

    private static string IdOf(IEnumerable<string> ids) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', ids)))[..16]);

    private static SeenNotPriced[] NotPricedIn(ReadDocument document, IReadOnlyList<DocumentQuestion> questions)
    {
        var (before, after) = (Seen(DocumentSide.Before, document.Before), Seen(DocumentSide.After, document.After));
        return [.. after.Concat(before).DistinctBy(seen => (seen.Address, seen.Type))
            .Select(seen => new SeenNotPriced(seen.Address, seen.Type, seen.What, document.Before is null ? null : Change(seen)))];

        NotPriced[] Seen(string side, DeclaredNetwork? network) =>
            [.. (network?.NotPriced ?? []).Concat(questions.SelectMany(question => question.Layouts).Where(pair => pair.Side.Name == side).SelectMany(pair => pair.Imported.NotPriced))];

        ChangeKind Change(NotPriced seen) => (before.Contains(seen), after.Contains(seen)) switch
        {
            (false, _) => ChangeKind.Added,
            (_, false) => ChangeKind.Removed,
            _ => ChangeKind.Kept,
        };
    }

    // Where there are several Regions, what stands in none of them is in no layout.
    private static IEnumerable<Unread> Untold(DeclaredNetwork network) =>
        network.NatGateways.Where(nat => nat.Region is null).Select(nat => nat.Address)
            .Concat(network.Endpoints.Where(endpoint => endpoint.Region is null).Select(endpoint => endpoint.Address))
            .Concat(network.Attachments.Where(attachment => attachment.Region is null).Select(attachment => attachment.Address))
            .Concat(network.Addresses.Where(address => address.Region is null).Select(address => address.Address))
            .Select(address => new Unread(address, "The document does not show its Region and has resources in several Regions, so it is "
                + "not priced. Specify its Region, or select one with region."));

    // What holds before and after is said once.
    private static IEnumerable<string> AssumptionsIn(IEnumerable<string> general, IReadOnlyList<DocumentQuestion> questions)
    {
        var after = Of(DocumentSide.After);
        return general.Concat(after).Concat(Of(DocumentSide.Before).Except(after).Select(assumption => $"Before the change: {assumption}")).Distinct();

        string[] Of(string side) => [.. questions.SelectMany(question => question.Layouts).Where(pair => pair.Side.Name == side).SelectMany(pair => pair.Imported.Assumptions)];
    }
}
