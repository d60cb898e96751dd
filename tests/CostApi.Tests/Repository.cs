using System.Runtime.CompilerServices;

namespace CostApi.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(ThisFile())!, "..", ".."));

    public static string Folder(string path) => System.IO.Path.Combine(Root, path);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
