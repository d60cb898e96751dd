using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CostApi.Tests;

/// <summary>A folder of the core uses those before it and none behind it: prices know no topology, metering knows no price.</summary>
public sealed partial class HouseTests
{
    private static readonly string[] Order = ["Units", "Prices", "PriceLists", "Services", "Layouts", "Routing", "Metering", "Rating", "Advising", "Planning", "Comparing", "Recommending", "Reviewing", "Reporting"];

    [Fact]
    public void Each_folder_of_the_core_looks_one_way()
    {
        var core = Repository.Folder("src/CostApi.Core");
        var folders = Directory.EnumerateDirectories(core).Select(folder => System.IO.Path.GetFileName(folder)).Where(folder => folder is not ("bin" or "obj"));
        Assert.Equal(Order.Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
        var backwards =
            from folder in Order
            from file in Directory.EnumerateFiles(System.IO.Path.Combine(core, folder), "*.cs", SearchOption.AllDirectories)
            from use in Uses().Matches(File.ReadAllText(file))
            let used = use.Groups[1].Value
            where Array.IndexOf(Order, used) > Array.IndexOf(Order, folder)
            select $"{folder}/{System.IO.Path.GetFileName(file)} uses {used}";
        Assert.Empty(backwards);
    }

    /// <summary>The compiler of the first .NET 10 SDK is Roslyn 5.0; it refuses an analyzer that was built for a newer one.</summary>
    [Fact]
    public void Every_analyzer_can_be_loaded_by_the_oldest_SDK_that_is_taken()
    {
        var newer = from project in new[] { "src/CostApi.Core", "src/CostApi", "tests/CostApi.Tests" }
                    from analyzer in Analyzers(project)
                    from reference in CompilerReferences(analyzer)
                    where reference.Version > new Version(5, 0, 0, 0)
                    select $"{project}: {analyzer} needs {reference.Name} {reference.Version}";
        Assert.Empty(newer);
        Assert.Contains(Analyzers("src/CostApi.Core"), analyzer => CompilerReferences(analyzer).Any());
    }

    private static IEnumerable<string> Analyzers(string project)
    {
        var assets = JsonNode.Parse(File.ReadAllText(Repository.Folder($"{project}/obj/project.assets.json")))!;
        return
            from package in assets["libraries"]!.AsObject()
            where (string?)package.Value!["type"] == "package"
            from file in package.Value["files"]!.AsArray()
            let name = (string)file!
            where name.StartsWith("analyzers/", StringComparison.Ordinal) && name.EndsWith(".dll", StringComparison.Ordinal) && !name.EndsWith(".resources.dll", StringComparison.Ordinal)
            from folder in assets["packageFolders"]!.AsObject()
            let path = System.IO.Path.Combine(folder.Key, (string)package.Value["path"]!, name)
            where File.Exists(path)
            select path;
    }

    private static IEnumerable<(string Name, Version Version)> CompilerReferences(string analyzer)
    {
        using var image = new PEReader(File.OpenRead(analyzer));
        var metadata = image.GetMetadataReader();
        return
        [
            .. from handle in metadata.AssemblyReferences
               let reference = metadata.GetAssemblyReference(handle)
               let name = metadata.GetString(reference.Name)
               where name is "Microsoft.CodeAnalysis" or "Microsoft.CodeAnalysis.CSharp"
               select (name, reference.Version),
        ];
    }

    [GeneratedRegex(@"CostApi\.Core\.(\w+)")]
    private static partial Regex Uses();
}
