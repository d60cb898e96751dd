namespace CostApi.Core.Reviewing.Terraform;

/// <summary>
/// Picks the one that an index means from what an expression may lead to. A plan does not show the index itself, only that
/// <c>count.index</c> or <c>each.key</c> is in it: what is picked is certain where it picks from one block or module call that
/// has an instance for each of those that pick, and nothing else is in the expression but variables that are true or false.
/// </summary>
internal static class Picking
{
    // What a for_each gives is looked up for so many attributes of it; an expression of more is taken as a whole.
    private const int MostOfEach = 8;

    /// <summary>What the expression leads to in one instance; null where that cannot be told from the others.</summary>
    public static Found? Of(References references, Scope scope, Joint joint, Wish wanted, int depth)
    {
        references.Work.Charge();
        if (joint.OfEach is { Count: > 0 and <= MostOfEach } ofEach && joint.Others.Count == 0)
            return OfEach(references, scope, ofEach, wanted, depth);
        if (!joint.IsByIndex || joint.OfEach is not ([] or ["each.value"])) return null;
        if (joint.Others is [var only] && Steps.Of(only) is [{ Name: "module", Key: null }, { Key: null } call])
            return HasOneForEach(scope, references.Inventory.Call(scope.Module, call.Name).All.Count)
                && references.Inventory.Call(scope.Module, call.Name).At(scope.Key!) is not null
                ? references.Follow(scope.Module, $"{only}[{Quoted(scope.Key!)}]", wanted, depth + 1)
                : null;
        if (!joint.IsPlain || joint.Only?.Block is not { } block || block.At(scope.Key!) is not { } one) return null;
        // Where a list is wanted, a number says nothing: the list may be cut by it.
        var isPicked = IsNumber(scope.Key!) ? wanted.IsOne && HasOneForEach(scope, block.Resources.Count) : true;
        return isPicked ? new Found([one], [], joint.IsOnlyComplete, IsAll: true) : null;
    }

    /// <summary>One of several by a key that stands in the reference: <c>module.vpc.private_subnets[0]</c>.</summary>
    /// <param name="found">What the name leads to.</param>
    /// <param name="steps">The reference.</param>
    /// <param name="from">The step that names the list.</param>
    public static Found Within(Found found, IReadOnlyList<Step> steps, int from)
    {
        if (found.Count == 0) return found;
        if (steps.Count == from + 1 && steps[from].Key is null) return found;
        // An attribute of an object, or an item of a list that more than one block may be in.
        if (steps[from].Key is not { } key || found.Block is not { } block || !found.IsAll)
            return found.Count == 1 ? found : found with { IsAll = false, Block = null };
        var one = block.IsCounted || !IsNumber(key) ? block.At(key)
            : block.Resources.ElementAtOrDefault(int.Parse(key, System.Globalization.CultureInfo.InvariantCulture));
        return one is null ? found with { IsAll = false, Block = null } : new Found([one], [], found.IsComplete, IsAll: true);
    }

    /// <summary>What <c>each.value.id</c> is where for_each is a resource or module: <c>aws_subnet.private["a"].id</c>.</summary>
    private static Found? OfEach(References references, Scope scope, IReadOnlyList<string> ofEach, Wish wanted, int depth)
    {
        if (scope.ForEach?.References is not [var each]) return null;
        var isThere = Steps.Of(each) switch
        {
            [{ Name: "module", Key: null }, { Key: null } module] =>
                references.Inventory.Call(scope.Module, module.Name).At(scope.Key!) is not null,
            [{ Name: not ("var" or "local" or "data" or "module" or "each"), Key: null }, { Key: null }] =>
                references.Inventory.Block(scope.Module, each)?.At(scope.Key!) is not null,
            _ => false,
        };
        if (!isThere) return null;
        var gathering = new Gathering(references.Work);
        foreach (var reference in ofEach)
            gathering.Add(references.Follow(scope.Module, $"{each}[{Quoted(scope.Key!)}]{reference["each.value".Length..]}", wanted,
                depth + 1));
        return gathering.Sum(isAll: true);
    }

    // An index that goes beyond the list is not written as it is: element() or some arithmetic is around it.
    private static bool HasOneForEach(Scope scope, int count) => !IsNumber(scope.Key!) || scope.Peers <= count;

    private static bool IsNumber(string key) => key.Length is > 0 and < 10 && key.All(char.IsAsciiDigit);

    private static string Quoted(string key) =>
        $"\"{key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
