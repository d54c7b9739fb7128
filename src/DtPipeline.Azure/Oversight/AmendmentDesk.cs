using System.Text.Json;
using DtPipeline.Access;
using DtPipeline.Amending;
using DtPipeline.Azure.Storage;
using DtPipeline.Texts;

namespace DtPipeline.Azure.Oversight;

/// <summary>Where the catalogue stands between those who write it and those who must say that it is meant.</summary>
internal sealed record ShownCatalogue
{
    /// <summary>The one that waits; null where none does.</summary>
    public HeldChanges? Held { get; init; }

    /// <summary>Who has said so last; null where nobody ever had to.</summary>
    public ConfirmedWord? Confirmed { get; init; }
}

/// <param name="Changes">Lines for people.</param>
internal sealed record HeldChanges(string Hash, IReadOnlyList<string> Changes);

internal sealed record ConfirmedWord(string Hash, string By, DateTimeOffset At);

/// <summary>Where people say that a new catalogue is meant. The next run of the checks judges by it.</summary>
public sealed class AmendmentDesk(CatalogueStore catalogues)
{
    /// <returns><c>{ "held": { "hash", "changes": [ … ] }, "confirmed": { "hash", "by", "at" } }</c>; what there is none of is left out.</returns>
    public async Task<BinaryData> ShowAsync(CancellationToken cancellationToken)
    {
        var (_, _, _, held, confirmed) = await catalogues.StandingAsync(cancellationToken);
        return BinaryData.FromString(JsonSerializer.Serialize(
            new ShownCatalogue
            {
                Held = held is null ? null : new HeldChanges(held.Hash, [.. AmendmentText.Of(held.Lines, held.Diff)]),
                Confirmed = confirmed is null ? null : new ConfirmedWord(confirmed.Hash, confirmed.By, confirmed.At),
            },
            Json.Indented));
    }

    /// <returns>Why not; null where the catalogue is in force.</returns>
    public async Task<Bilingual?> ConfirmAsync(string hash, string? by, CancellationToken cancellationToken)
    {
        if ((by ?? string.Empty).Trim() is not { Length: > 0 and <= Caller.LongestName } name)
        {
            return new Bilingual($"Hãy ghi tên người xác nhận (1 đến {Caller.LongestName} ký tự).", $"Say who confirms it (1 to {Caller.LongestName} characters).");
        }

        return await catalogues.ConfirmAsync(hash, name, cancellationToken)
            ? null
            : new Bilingual(
                $"Không có danh mục '{hash}' đang chờ xác nhận, hoặc danh mục đó không thể dùng được. Hãy xem lại bằng «dtp catalogue diff».",
                $"No catalogue '{hash}' waits for confirmation, or it is one that cannot be put in force. Look again with 'dtp catalogue diff'.");
    }
}
