namespace CostApi.Tests.Snapshots;

/// <summary>Compares a text with a file of the repository. With UPDATE_SNAPSHOTS=1 the file is written instead.</summary>
internal static class SnapshotFile
{
    /// <param name="file">The file, from the root of the repository.</param>
    /// <param name="text">What it should hold.</param>
    public static void Matches(string file, string text)
    {
        var path = Repository.Folder(file);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"There is no {file}: run the tests with UPDATE_SNAPSHOTS=1 and review the file.");
        Assert.Equal(File.ReadAllText(path), text, ignoreLineEndingDifferences: true);
    }
}
