using System.Diagnostics;

namespace CostApi.Tests.PriceSources;

/// <summary>A file system in memory, so small that it is soon full. Permissions do not bind root; this does.</summary>
internal sealed class TinyDisk : IDisposable
{
    private const int Kilobytes = 256;

    private readonly string _at;

    private TinyDisk(string at) => _at = at;

    /// <summary>Why there can be none; null where there can.</summary>
    public static string? Missing { get; } = Try();

    public static TinyDisk MountAt(string directory)
    {
        Directory.CreateDirectory(directory);
        Run("mount", "-t", "tmpfs", "-o", $"size={Kilobytes}k", "tmpfs", directory);
        return new TinyDisk(directory);
    }

    /// <summary>Takes all the room that is left.</summary>
    public void Fill()
    {
        using var file = new FileStream(Path.Combine(_at, "filler"), FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true) file.Write(new byte[1024]);
        }
        catch (IOException)
        {
        }
    }

    public void MakeRoom() => File.Delete(Path.Combine(_at, "filler"));

    public void Remount(string how) => Run("mount", "-o", $"remount,{how}", _at);

    public void Dispose() => Run("umount", "--lazy", _at);

    private static string? Try()
    {
        var place = Directory.CreateTempSubdirectory("tiny-disk-");
        try
        {
            MountAt(place.FullName).Dispose();
            return null;
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return $"A file system of a test's own cannot be mounted here: {error.Message}";
        }
        finally
        {
            place.Delete();
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException(error.Trim());
    }
}

/// <summary>A test that needs a <see cref="TinyDisk"/>; skipped, with the reason, where there can be none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TinyDiskFactAttribute : FactAttribute
{
    public TinyDiskFactAttribute() => Skip = TinyDisk.Missing;
}
