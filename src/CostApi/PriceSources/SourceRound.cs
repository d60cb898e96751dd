using CostApi.Core.PriceLists;
using CostApi.Core.Prices;
using CostApi.Operations;
using Microsoft.Extensions.Options;

namespace CostApi.PriceSources;

/// <summary>Asks the live sources for a Region's prices, in the order of the settings; a later one only for what those before it do not say.</summary>
internal sealed class SourceRound(IServiceProvider services, Snapshot snapshot, IOptions<PricesOptions> options, TimeProvider time)
{
    // AWS's library takes its time to load: not before a source is asked, which is never at the start or for a request.
    private readonly Lazy<IPriceSource[]> _sources = new(() =>
        [.. options.Value.SourceList.Select(name => services.GetServices<IPriceSource>().FirstOrDefault(source => source.Name == name)).OfType<IPriceSource>()]);

    /// <param name="region">The Region.</param>
    /// <param name="before">What the sources have said so far.</param>
    /// <param name="inForce">The prices that are answered from at present.</param>
    /// <param name="holdBackFactor">A rate that moved by more than this waits for another edition of its list.</param>
    /// <param name="retry">Ask only for what failed before.</param>
    /// <param name="elsewhere">The prices that other Regions are answered from.</param>
    /// <param name="cancellation">Ends the round.</param>
    /// <returns>What they say now, and whether every source that was asked answered.</returns>
    public async Task<(IReadOnlyList<Reading> Readings, bool IsComplete)> AskAsync(
        Region region, IReadOnlyList<Reading> before, PriceBook inForce, decimal holdBackFactor, bool retry, IEnumerable<PriceBook> elsewhere, CancellationToken cancellation)
    {
        var shipped = snapshot.Book(region.Code);
        PriceBook[] others = [.. elsewhere.Where(book => book.Region.Currency == region.Currency)];
        Func<Reading, Listing, Reading> take = (held, listing) => held.Take(listing, inForce, holdBackFactor, shipped, charge => Rates(charge, others));
        var readings = before.ToList();
        var complete = true;
        foreach (var source in _sources.Value)
        {
            if (!source.Serves(region)) continue;
            if (await source.FindObstacleAsync(cancellation) is { } obstacle)
            {
                foreach (var service in UsageTypes.Services) Put(Held(source, service).Fail(obstacle.Message));
                complete &= !obstacle.MayPass;
                continue;
            }

            foreach (var service in UsageTypes.Services)
            {
                var held = Held(source, service);
                if (retry && held is { Error: null, Edition: not null } || !source.IsDue(held) || IsCovered(service, source, readings)) continue;
                var reading = await AskAsync(source, held, region, take, cancellation);
                Put(reading);
                complete &= reading.Error is null;
            }
        }

        return (readings, complete);

        Reading Held(IPriceSource source, string service) =>
            readings.Find(reading => reading.Source == source.Name && reading.ServiceCode == service) ?? new Reading(source.Name, service);

        void Put(Reading reading)
        {
            readings.RemoveAll(other => other.Source == reading.Source && other.ServiceCode == reading.ServiceCode);
            readings.Add(reading);
        }
    }

    private async Task<Reading> AskAsync(IPriceSource source, Reading held, Region region, Func<Reading, Listing, Reading> take, CancellationToken cancellation)
    {
        try
        {
            return await source.ReadAsync(held, region, cancellation) is { } listing ? take(held, listing) : held.Confirm(time.GetUtcNow());
        }
        catch (PriceSourceException fault)
        {
            return held.Fail(fault.Message, fault.WasLeftAlone);
        }
    }

    // The rates of a charge in other Regions.
    private static IEnumerable<Rate> Rates(Charge charge, PriceBook[] books) => books.Select(book => (book.Find(charge) as Quote.Priced)?.Rate).OfType<Rate>();

    private bool IsCovered(string service, IPriceSource by, List<Reading> readings)
    {
        var earlier = _sources.Value.TakeWhile(source => source != by).Select(source => source.Name).ToArray();
        return earlier.Length > 0 && Charges.ByUsageType.Values.Where(charge => charge.ServiceCode == service && !charge.IsGlobal)
            .All(charge => readings.Any(reading => earlier.Contains(reading.Source) && reading.Find(charge.UsageType) is { IsCurrent: true }));
    }
}
