using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Azure.Moving;

/// <summary>What an export holds, by container and table.</summary>
/// <param name="Format">Of the export; another one than <see cref="ExportFolder.Format"/> is not read.</param>
/// <param name="Checksums">SHA-256 of the file <c>SHA256SUMS</c>, which has that of every other file.</param>
public sealed record ExportManifest(
    int Format, DateTimeOffset ExportedAt, string Account, IReadOnlyDictionary<string, long> Blobs, IReadOnlyDictionary<string, long> Rows, long Bytes, string Checksums);

/// <summary>
/// The folder of an export: <c>blobs/{container}/…</c> the blobs as files, each with its name, type and metadata beside it; <c>tables/{table}.ndjson</c>
/// a row a line; <c>SHA256SUMS</c>, which <c>sha256sum -c</c> checks; and <c>manifest.json</c>, written last: without it an export is not whole.
/// </summary>
internal sealed class ExportFolder(DirectoryInfo folder)
{
    public const int Format = 1;
    public const string ManifestFile = "manifest.json";
    private const string ChecksumFile = "SHA256SUMS";
    private const int HashLength = 64;
    private const int MostNamed = 10;

    public static string PathOfTable(string table) => $"tables/{table}.ndjson";

    public static string PathOfBlobs(string container) => $"blobs/{container}/";

    /// <exception cref="StoreMoveException">The path leads out of the folder.</exception>
    public string FullPath(string path)
    {
        var full = Path.GetFullPath(Path.Combine(folder.FullName, path.Replace('/', Path.DirectorySeparatorChar)));
        return full.StartsWith(Path.TrimEndingDirectorySeparator(folder.FullName) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new StoreMoveException($"{ChecksumFile} names '{path}', which leads out of the folder {folder.FullName}: it is not as it was exported.");
    }

    /// <summary>Creates a file, or gives false where there is one already.</summary>
    public bool TryCreate(string path, out FileStream? file)
    {
        var full = FullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        try
        {
            file = new FileStream(full, FileMode.CreateNew, FileAccess.Write, FileShare.None, 65_536, useAsync: true);
            return true;
        }
        catch (IOException) when (File.Exists(full))
        {
            file = null;
            return false;
        }
    }

    public StreamWriter CreateChecksums() => new(FullPath(ChecksumFile), append: false, new UTF8Encoding(false)) { NewLine = "\n" };

    public async Task WriteManifestAsync(ExportManifest manifest, CancellationToken cancellationToken)
    {
        var whole = manifest with { Checksums = await HashAsync(ChecksumFile, cancellationToken) };
        await File.WriteAllTextAsync(FullPath(ManifestFile), JsonSerializer.Serialize(whole, Json.Indented), cancellationToken);
    }

    /// <exception cref="StoreMoveException">The folder is no whole export.</exception>
    public async Task<ExportManifest> ReadManifestAsync(CancellationToken cancellationToken)
    {
        if (!folder.Exists)
        {
            throw new StoreMoveException($"There is no folder {folder.FullName}.");
        }

        if (!File.Exists(FullPath(ManifestFile)))
        {
            throw new StoreMoveException($"{folder.FullName} has no {ManifestFile}: it is no export, or one that broke off. Export again into a new folder.");
        }

        try
        {
            var manifest = JsonSerializer.Deserialize<ExportManifest>(await File.ReadAllTextAsync(FullPath(ManifestFile), cancellationToken), Json.Options);
            return manifest is { Format: Format, Blobs: not null, Rows: not null }
                ? manifest
                : throw new StoreMoveException($"{ManifestFile} has the format {manifest?.Format}, expected {Format}: use the dtp of the version that exported it.");
        }
        catch (JsonException e)
        {
            throw new StoreMoveException($"{ManifestFile} is no JSON as an export writes it: {e.Message}", e);
        }
    }

    /// <summary>Reads every file whole and compares it with its checksum.</summary>
    /// <exception cref="StoreMoveException">Files are missing or not as they were exported; the first of them are named.</exception>
    public async Task VerifyAsync(ExportManifest manifest, IProgress<WorkProgress>? shown, CancellationToken cancellationToken)
    {
        if (!File.Exists(FullPath(ChecksumFile)) || await HashAsync(ChecksumFile, cancellationToken) != manifest.Checksums)
        {
            throw new StoreMoveException($"{ChecksumFile} is missing or not as it was exported: copy the export again.");
        }

        var total = (2 * manifest.Blobs.Values.Sum()) + manifest.Rows.Count + 1;
        var (done, wrong) = (0L, new List<string>());
        foreach (var (hash, path) in Checksums())
        {
            var isThere = File.Exists(FullPath(path));
            if (!isThere || await HashAsync(path, cancellationToken) != hash)
            {
                wrong.Add($"{path} {(isThere ? "is not as it was exported" : "is missing")}");
            }

            shown?.Report(new WorkProgress("Files checked", ++done, total));
            if (wrong.Count == MostNamed)
            {
                break;
            }
        }

        if (wrong.Count > 0)
        {
            throw new StoreMoveException($"The export is not whole, nothing was imported:{Environment.NewLine}{string.Join(Environment.NewLine, wrong)}");
        }
    }

    /// <summary>Every file but the manifest, with its checksum, in the order in which it was written.</summary>
    public IEnumerable<(string Hash, string Path)> Checksums() =>
        File.ReadLines(FullPath(ChecksumFile)).Select(line => line.Length > HashLength + 2
            ? (line[..HashLength], line[(HashLength + 2)..])
            : throw new StoreMoveException($"{ChecksumFile} has the line '{line}', expected a checksum and a path."));

    public async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(FullPath(path));
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }
}
