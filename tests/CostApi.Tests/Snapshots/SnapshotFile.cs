using System.Runtime.CompilerServices;

namespace CostApi.Tests.Snapshots;

/// <summary>Compares a text with a file beside this one. With UPDATE_SNAPSHOTS=1 the file is written instead.</summary>
internal static class SnapshotFile
{
    public static void Matches(string name, string text, [CallerFilePath] string caller = "")
    {
        var path = Repository.Folder($"tests/CostApi.Tests/Snapshots/{name}");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1") File.WriteAllText(path, text);
        Assert.True(File.Exists(path), $"There is no snapshot {name} for {System.IO.Path.GetFileName(caller)}: run the tests with UPDATE_SNAPSHOTS=1 and review the file.");
        Assert.Equal(File.ReadAllText(path), text, ignoreLineEndingDifferences: true);
    }


}
