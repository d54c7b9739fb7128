using System.Text.Json;
using DtPipeline.Answers.Models;
using DtPipeline.Answers.Receipts;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Azure.Intake;

/// <summary>What marks say of files that were answered, or answered otherwise.</summary>
internal static class ArrivalMark
{
    /// <returns>By ids of their files.</returns>
    public static Dictionary<string, string> Of(IEnumerable<Receipt> receipts) => receipts.ToDictionary(r => r.FileId, ContentOf, StringComparer.Ordinal);

    public static string ContentOf(Receipt receipt) => JsonSerializer.Serialize(Arrival.Of(receipt), Json.Options);
}
