using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Azure.Moving;

/// <summary>What an account has erased, which an older export must not bring back.</summary>
internal sealed class ErasedContent(IReadOnlyList<Tombstone> tombstones, ExportFolder files)
{
    private readonly HashSet<string> hashes = tombstones.Select(t => t.Sha256).Where(h => h.Length > 0).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> ids = tombstones.Select(t => t.FileId).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a row speaks of an erased file: the account's own stays, or the rebuild makes it.</summary>
    public bool IsNamedIn(string row) => ids.Any(id => row.Contains(id, StringComparison.Ordinal));

    /// <param name="path">Of the blob's content in the export.</param>
    public async Task<bool> IsOfErasedAsync(ExportedBlob blob, string path, CancellationToken cancellationToken) => ids.Count > 0 && blob.Container switch
    {
        StorageNames.Archive => !blob.Name.StartsWith(Tombstones.Prefix, StringComparison.Ordinal) && ids.Any(id => blob.Name.Contains(id, StringComparison.Ordinal)),
        StorageNames.Receipts => blob.Metadata.TryGetValue(ReceiptWriter.FileIdKey, out var id) && ids.Contains(id),
        StorageNames.Reports => hashes.Contains(await files.HashAsync(path, cancellationToken)),
        _ => false,
    };
}
