namespace CostApi.Core.Reviewing.Terraform;

/// <summary>
/// What a module sees. A plan does not have its locals: a local can hold anything of the module and of the modules that it
/// calls, and what its caller gives it. Where that is one thing of the kind that is wanted, a local can mean no other.
/// </summary>
internal sealed class ModuleView(References references)
{
    private const int MostVariables = 64;

    private readonly Dictionary<(string Module, Wish Wanted), Found> _known = [];
    private readonly Dictionary<Kind, Dictionary<string, List<Resource>>> _within = [];

    public Found Of(string module, Wish wanted, int depth)
    {
        if (_known.TryGetValue((module, wanted), out var known)) return known;
        // Held while it is looked for, so that a circle ends.
        _known[(module, wanted)] = Found.Unknown with { IsThroughLocal = true };
        return _known[(module, wanted)] = Find(module, wanted, depth);
    }

    private Found Find(string module, Wish wanted, int depth)
    {
        var own = Within(wanted.Kind).GetValueOrDefault(module) ?? [];
        var gathering = new Gathering(references.Work);
        if (own.Count > 0) gathering.Add(new Found(own, [], IsComplete: own.Count <= Gathering.Most, IsAll: false));
        foreach (var given in Given(module, wanted, depth))
        {
            // The caller's own locals hold everything there is, and most variables lead to nothing of the kind: where a module
            // has some itself, only what it is given by name is meant beside them.
            if (own.Count > 0 && (given.IsThroughLocal || given.Count == 0)) continue;
            gathering.Add(given.Ids.Count == 0 ? given
                : given with { Ids = [.. given.Ids.Where(id => (IdsOfThings.KindOf(id) & wanted.Kind) != 0)] });
        }

        var sum = gathering.Sum(isAll: false);
        return sum with { IsComplete = sum.IsComplete && sum.Count > 0, IsThroughLocal = true, Block = null };
    }

    private IEnumerable<Found> Given(string module, Wish wanted, int depth)
    {
        if (module.Length == 0)
        {
            foreach (var name in references.Module(module)?.Variables.Names.Take(MostVariables) ?? [])
                yield return references.Follow(module, $"var.{name}", wanted, depth + 1) with { IsComplete = true };
            yield break;
        }

        var step = Steps.Modules(module)[^1];
        var call = references.Module(Inventory.Parent(module))?.Calls.GetValueOrDefault(step.Name);
        foreach (var name in call?.Expressions.Names.Take(MostVariables) ?? [])
            yield return references.Follow(module, $"var.{name}", wanted, depth + 1);
    }

    /// <summary>Resources of a kind by each of the modules that they are in: their own, its caller, and so on.</summary>
    private Dictionary<string, List<Resource>> Within(Kind wanted)
    {
        if (_within.TryGetValue(wanted, out var known)) return known;
        var within = _within[wanted] = new Dictionary<string, List<Resource>>(StringComparer.Ordinal);
        foreach (var resource in references.Inventory.OfAny(wanted))
        {
            for (var module = resource.Module; ; module = Inventory.Parent(module))
            {
                references.Work.Charge();
                if (!within.TryGetValue(module, out var list)) within[module] = list = [];
                // One more than are kept says that there are more.
                if (list.Count <= Gathering.Most) list.Add(resource);
                if (module.Length == 0) break;
            }
        }

        return within;
    }
}
