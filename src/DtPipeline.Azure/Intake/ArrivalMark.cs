using System.Text.Json;
using DtPipeline.Answers.Models;
using DtPipeline.Answers.Receipts;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Azure.Intake;

/// <summary>What a mark says of a file that was answered, or answered otherwise.</summary>
internal static class ArrivalMark
{
    public static (string FileId, string Content) Of(Receipt receipt) => (receipt.FileId, JsonSerializer.Serialize(Arrival.Of(receipt), Json.Options));
}
