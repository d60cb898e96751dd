using System.Text.Json;
using CostApi.Core.Advising;
using CostApi.Core.Comparing;
using CostApi.Core.Layouts;
using CostApi.Core.Rating;
using CostApi.Core.Routing;
using CostApi.Tests.Properties;

namespace CostApi.Tests.Planning;

/// <summary>The least that a layout can cost by following advice: every advice in every order, each layout priced as a whole.</summary>
internal static class BruteForce
{
    /// <summary>Null where there are more layouts than the bound.</summary>
    public static decimal? LeastCost(ComparisonRequest request, int mostLayouts)
    {
        var facts = Shipped.Facts(request.Region);
        var card = new RateCard(facts.Book, request.Pricing);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<Layout>([request.Layouts[0]]);
        var least = decimal.MaxValue;
        while (open.TryPop(out var layout))
        {
            if (!seen.Add(JsonSerializer.Serialize(layout, Property.Json))) continue;
            if (seen.Count > mostLayouts) return null;
            var priced = Comparer.Price(layout, request, card, facts);
            var changes = Adviser.Changes(priced);
            if (changes.Count == 0) least = Math.Min(least, priced.Bill.MonthlyCost);
            foreach (var advice in changes)
            {
                Advice[] all = [advice, .. advice.Together];
                open.Push(all.Aggregate(layout, (one, other) => other.Edit(one)));
            }
        }

        return least;
    }
}
