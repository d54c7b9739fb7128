using DtPipeline.Catalogue;
using DtPipeline.Checking;

namespace DtPipeline.Ledger;

/// <summary>One uploaded file, read and checked. <paramref name="Path"/> is without the container.</summary>
/// <param name="Whose">The organisation and period of the path; null where the path itself is at fault.</param>
/// <param name="Sha256">Of the content, in lower-case hexadecimal; empty where the file was too large to be read.</param>
public sealed record Filing(string FileId, string Path, string Sha256, DateTimeOffset UploadedAt, Owner? Whose, CheckedReport Report)
{
    /// <summary>Its faults can be shown in a copy of it.</summary>
    public bool IsWorkbook { get; init; }

    /// <summary>Another version of the same path and moment was found to stand there.</summary>
    public bool IsSuperseded { get; init; }

    /// <summary>Its bytes and words were erased; the figures that it gave stand, and it has no receipt.</summary>
    public bool IsErased { get; init; }
}

public sealed record Owner(Organisation Organisation, Period Period);

public enum FilingStatus
{
    Accepted,
    AcceptedWithFaults,
    Rejected,
    Duplicate,

    /// <summary>A signed paper beside the reports: it is neither heard from nor judged.</summary>
    Evidence,
}

/// <param name="Accepted">New values.</param>
/// <param name="Unchanged">Values that stand already.</param>
/// <param name="Revised">Values that replace another one, or take it back.</param>
/// <param name="Nil">Answers that there is nothing to report.</param>
/// <param name="Missing">Rows without a value.</param>
/// <param name="Faulty">Rows with an error.</param>
public sealed record FilingCounts(int Rows, int Accepted, int Unchanged, int Revised, int Nil, int Missing, int Faulty)
{
    /// <summary>Rows that are no data, such as totals and signatures; not among <see cref="Rows"/>.</summary>
    public int PassedOver { get; init; }
}
