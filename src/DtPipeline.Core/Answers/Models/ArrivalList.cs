using DtPipeline.Ledger;

namespace DtPipeline.Answers.Models;

/// <summary>Files that came lately: the content of <c>published/arrivals.json</c>.</summary>
/// <param name="Files">The newest first.</param>
public sealed record ArrivalList(IReadOnlyList<Arrival> Files);

/// <param name="Path">Without the container; its receipt lies under the same name.</param>
/// <param name="Status"><c>accepted</c>, <c>accepted_with_faults</c>, <c>rejected</c>, <c>duplicate</c> or <c>evidence</c>.</param>
/// <param name="Errors">How many of its faults cost something.</param>
/// <param name="Warnings">How many are to be looked at.</param>
public sealed record Arrival(string FileId, string Path, DateTimeOffset UploadedAt, string Status, FilingCounts Counts, int Errors, int Warnings)
{
    /// <summary>Null where the path names none.</summary>
    public string? Organisation { get; init; }

    /// <summary>Null where the path names none.</summary>
    public string? Period { get; init; }
}
