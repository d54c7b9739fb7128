using System.Security.Cryptography;

namespace DtPipeline.Azure.Moving;

/// <summary>Writes the files of an export, several at once, and keeps their checksums.</summary>
internal sealed class ExportWriter(ExportFolder folder) : IAsyncDisposable
{
    private readonly StreamWriter checksums = folder.CreateChecksums();
    private readonly SemaphoreSlim gate = new(1);

    /// <summary>Of all files, without the checksums.</summary>
    public long Bytes { get; private set; }

    /// <param name="paths">The file is created at the first of them that is free.</param>
    /// <returns>Where it was created.</returns>
    public async Task<string> WriteAsync(IEnumerable<string> paths, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        foreach (var path in paths)
        {
            if (folder.TryCreate(path, out var file))
            {
                await using (file)
                {
                    await WriteAsync(path, file!, write, cancellationToken);
                }

                return path;
            }
        }

        throw new StoreMoveException($"{folder.FullPath(paths.First())} is there already: another program writes into this folder. Export again into a new one.");
    }

    public async ValueTask DisposeAsync()
    {
        await checksums.DisposeAsync();
        gate.Dispose();
    }

    private async Task WriteAsync(string path, FileStream file, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        using var sha = SHA256.Create();
        await using (var hashed = new CryptoStream(file, sha, CryptoStreamMode.Write, leaveOpen: true))
        {
            await write(hashed);
        }

        await gate.WaitAsync(cancellationToken);
        try
        {
            await checksums.WriteLineAsync($"{Convert.ToHexStringLower(sha.Hash!)}  {path}");
            Bytes += file.Length;
        }
        finally
        {
            gate.Release();
        }
    }
}
