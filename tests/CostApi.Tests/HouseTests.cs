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

    [GeneratedRegex(@"CostApi\.Core\.(\w+)")]
    private static partial Regex Uses();
}
