using CostApi.Operations;
using Microsoft.Extensions.Options;

namespace CostApi.PriceSources;

/// <summary>
/// Keeps a data directory for one process: two would number their books alike, and answer one question about a day
/// differently. The operating system releases it when the process ends, however it ends.
/// </summary>
internal sealed class DataDirectoryLock : IDisposable
{
    private const string Name = "costapi.lock";

    // EAGAIN of Linux and of macOS; the sharing and the lock violation of Windows.
    private static readonly int[] Taken = [11, 35, 32, 33];

    private FileStream? _file;

    /// <summary>Takes the directory at the start. One that cannot be written is read all the same.</summary>
    /// <exception cref="OptionsValidationException">Another process has it.</exception>
    public void Claim(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            Take(directory);
        }
        catch (IOException error) when (Taken.Contains(error.HResult & 0xFFFF))
        {
            throw new OptionsValidationException(
                nameof(PricesOptions.DataDirectory), typeof(PricesOptions),
                [$"Another process of this service uses the data directory {directory}, which cannot be shared. Give each instance its own Prices__DataDirectory."]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Nothing is written until it can be taken.
        }
    }

    /// <summary>Takes the directory, if it is not held already.</summary>
    /// <exception cref="IOException">Another process has it, or it cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    public void Take(string directory)
    {
        var path = Path.Combine(directory, Name);
        // Whoever removed the directory removed the lock with it.
        if (_file is not null && File.Exists(path)) return;
        _file?.Dispose();
        _file = null;
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>Whether no other process can be writing a file of the directory: it is held, and nobody has the file open.</summary>
    public bool IsNobodyElses(string path)
    {
        if (_file is null) return false;
        try
        {
            using var probe = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public void Dispose() => _file?.Dispose();
}
