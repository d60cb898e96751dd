using System.Text.Json;
using CostApi.Core.Advising;
using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Planning;
using CostApi.Core.Rating;
using CostApi.Tests.Properties;
using CsCheck;

namespace CostApi.Tests.Planning;

/// <summary>A plan is applied and asked about again.</summary>
public sealed class PlanProperties
{
    private const int Examples = 600;

    private const decimal Tolerance = 1e-6m;

    [Fact]
    public void A_plan_is_what_it_says() => Requests.One.Holds(
        request =>
        {
            var before = request.Price();
            if (before.Plan is not { Layout: { } changed } plan) return;
            try
            {
                var after = Posted(request, changed).Price();
                AssertCostsWhatItSays(before, plan, after);
                AssertKeepsRoutes(before, after);
                AssertNothingIsLeft(after);
                AssertKeepsCompanions(Needs(request), Needs(request with { Layouts = [changed] }));
                Assert.Equal(plan.Steps.Count, plan.Steps.Select(step => (step.Code, step.Vpc, step.Resource, step.Action)).Distinct().Count());
            }
            catch (Xunit.Sdk.XunitException error)
            {
                throw new InvalidOperationException($"{error.Message}\n{string.Join('\n', plan.Steps)}\n{JsonSerializer.Serialize(request, Property.Json)}\n", error);
            }
        },
        Examples);

    private static void AssertCostsWhatItSays(LayoutCost before, Plan plan, LayoutCost after)
    {
        Assert.Equal(plan.MonthlyCost, after.MonthlyCost);
        Assert.Equal(before.MonthlyCost - plan.MonthlySaving, after.MonthlyCost);
        Assert.True(plan.MonthlySaving > 0);
        Assert.Equal(plan.MonthlySaving, plan.Steps.Sum(step => step.MonthlySaving));
        Assert.All(plan.Steps, step => Assert.True(step.MonthlySaving >= 0, step.Action));
        Assert.True(after.Complete);
    }

    private static void AssertKeepsRoutes(LayoutCost before, LayoutCost after)
    {
        Assert.True(after.Feasible);
        Assert.Equal(before.Routes.Select(route => (route.From, route.To, route.Gb)), after.Routes.Select(route => (route.From, route.To, route.Gb)));
    }

    private static void AssertNothingIsLeft(LayoutCost after)
    {
        Assert.True(after.Plan is null, $"Still advised: {string.Join('\n', after.Plan?.Steps ?? [])}");
        Assert.All(after.Findings, finding => Assert.Null(finding.MonthlySaving));
    }

    private static void AssertKeepsCompanions(Companionship[] before, Companionship[] after)
    {
        Assert.Subset(before.Where(need => !need.IsMet).Select(Key).ToHashSet(), after.Where(need => !need.IsMet).Select(Key).ToHashSet());
        Assert.Subset(before.Where(IsBroken).Select(Key).ToHashSet(), after.Where(IsBroken).Select(Key).ToHashSet());

        static (string, string, string) Key(Companionship need) => (need.Vpc.Name, need.Endpoint.Service.Name, need.Companion.Service);

        static bool IsBroken(Companionship need) => need is { Companion.Required: true, Way: Core.Routing.Path.Nowhere };
    }

    [Fact]
    public void Without_a_plan_no_finding_has_a_saving() => Requests.Small.Holds(request =>
    {
        var layout = request.Price();
        if (layout is { Plan: null, Complete: true, Feasible: true }) Assert.All(layout.Findings, finding => Assert.Null(finding.MonthlySaving));
        if (layout is { Complete: false } or { Feasible: false }) Assert.Null(layout.Plan);
    });

    [Fact]
    public void A_plan_saves_as_much_as_any_order_of_all_advice_does()
    {
        var compared = 0;
        Requests.Small.Where(IsWhole).Holds(request =>
        {
            if (BruteForce.LeastCost(request, mostLayouts: 60) is not { } least) return;
            Interlocked.Increment(ref compared);
            var layout = request.Price();
            Property.Near(least, layout.Plan?.MonthlyCost ?? layout.MonthlyCost, Tolerance);
        }, 300);
        Assert.True(compared > 200, $"{compared} compared");
    }

    [Fact]
    public void Findings_that_do_not_overlap_add_up() => Requests.Small.Holds(request =>
    {
        var facts = Shipped.Facts(request.Region);
        var card = new RateCard(facts.Book, request.Pricing);
        var priced = Comparer.Price(request.Layouts[0], request, card, facts);
        var advised = Comparer.Describe(priced, facts).Findings.Where(finding => finding.Advice is not null).Take(6).ToArray();
        foreach (var (one, other) in advised.SelectMany((one, at) => advised.Skip(at + 1).Select(other => (one, other))))
        {
            var named = one.Overlaps?.Contains(FindingReference.To(other)) == true;
            Assert.Equal(named, other.Overlaps?.Contains(FindingReference.To(one)) == true);
            if (named) continue;
            var both = other.Advice!.Edit(one.Advice!.Edit(request.Layouts[0]));
            var cost = Comparer.Price(both, request, card, facts).Bill.MonthlyCost;
            if (!CrossesTier(priced, one.Advice, other.Advice)) Property.Near(priced.Bill.MonthlyCost - one.MonthlySaving!.Value - other.MonthlySaving!.Value, cost, Tolerance);
        }
    });

    // Savings of one pool that has tiers depend on each other a little, by where the pool then stands.
    private static bool CrossesTier(PricedLayout priced, Advice one, Advice other) =>
        one.Less.Concat(one.More).Select(usage => usage.Charge).Intersect(other.Less.Concat(other.More).Select(usage => usage.Charge))
            .Any(charge => priced.Bill.Card.For(charge).Tiers.Count > 1);

    private static Companionship[] Needs(ComparisonRequest request)
    {
        var facts = Shipped.Facts(request.Region);
        return [.. Companionship.Of(Comparer.Price(request.Layouts[0], request, new RateCard(facts.Book, request.Pricing), facts))];
    }

    private static bool IsWhole(ComparisonRequest request) => request.Price() is { Feasible: true, Complete: true };

    // As a client posts it: through JSON.
    private static ComparisonRequest Posted(ComparisonRequest request, Layout layout)
    {
        var text = JsonSerializer.Serialize(request with { Layouts = [layout] }, Property.Json);
        return JsonSerializer.Deserialize<ComparisonRequest>(text, Property.Json)!;
    }
}
