namespace CostApi.Core.Reviewing.Terraform;

/// <summary>Tells by a reference's first words what it is.</summary>
internal static class Names
{
    /// <summary>Whether it picks by the instance.</summary>
    public static bool IsIndex(string reference) => reference is "count.index" or "each.key" || Begins(reference, "each.key");

    /// <summary>Whether it is of the thing that the block is repeated over.</summary>
    public static bool IsOfEach(string reference) => reference == "each.value" || Begins(reference, "each.value");

    /// <summary>Whether it leads to nothing that a network has.</summary>
    public static bool IsAside(string reference) =>
        Begins(reference, "path") || Begins(reference, "terraform") || Begins(reference, "self") || Begins(reference, "tofu")
            || Begins(reference, "count");

    /// <summary>Whether it is of a resource, a data source or a module, and not of something that is known when planning.</summary>
    public static bool IsOfResource(string reference) =>
        !IsIndex(reference) && !IsOfEach(reference) && !IsAside(reference) && !Begins(reference, "var") && !Begins(reference, "local");

    /// <summary>Address of a module call, without a key.</summary>
    public static string OfCall(string module, string name) => module.Length > 0 ? $"{module}.module.{name}" : $"module.{name}";

    private static bool Begins(string reference, string name) =>
        reference.Length > name.Length && reference[name.Length] is '.' or '[' && reference.StartsWith(name, StringComparison.Ordinal);
}
