namespace CostApi.Benchmarks;

/// <summary>The checkout that the benchmarks are run from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>What the project was built to, in the configuration of the benchmarks themselves.</summary>
    public static string Built(string project) =>
        Path.Combine(Root, project, "bin", Configuration, "net10.0", $"{Path.GetFileName(project)}.dll");

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "CostApi.sln"))) return at.FullName;
        throw new InvalidOperationException("CostApi.sln is in no folder above the benchmarks.");
    }
}
