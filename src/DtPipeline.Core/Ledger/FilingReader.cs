using DtPipeline.Catalogue;
using DtPipeline.Checking;
using DtPipeline.Faults;
using DtPipeline.Reading;
using DtPipeline.Time;

namespace DtPipeline.Ledger;

/// <summary>A file as it arrived, before anybody has looked inside.</summary>
/// <param name="Content">Null where the file is larger than the limit: then only its size is known.</param>
/// <param name="Length">In bytes.</param>
public sealed record ReceivedFile(string FileId, string Path, string Sha256, DateTimeOffset UploadedAt, ReadOnlyMemory<byte>? Content, long Length)
{
    /// <summary>Why the same content was erased before; null where it was not. Then it has none.</summary>
    public string? ErasedBecause { get; init; }
}

/// <summary>From received bytes to a checked filing. Whatever the bytes are, the answer is a filing and never an exception.</summary>
public static class FilingReader
{
    public static Filing Read(ReceivedFile file, ReportingCatalogue catalogue, long mostBytes)
    {
        var (path, fault) = ReportPath.Parse(file.Path, catalogue, VietnamTime.DayOf(file.UploadedAt));
        var owner = path is null ? null : new Owner(path.Organisation, path.Period);
        var format = file.Content is { } content ? ReportFormats.Recognise(content) : null;
        return new Filing(file.FileId, file.Path, file.Sha256, file.UploadedAt, owner, Report(file, format, path, fault, catalogue, mostBytes))
        {
            IsWorkbook = format?.Format is ReportFormat.Xlsx or ReportFormat.Xls,
        };
    }

    /// <summary>Whose file it is, told without its content.</summary>
    public static Owner? OwnerOf(ReceivedFile file, ReportingCatalogue catalogue) =>
        ReportPath.Parse(file.Path, catalogue, VietnamTime.DayOf(file.UploadedAt)).Path is { } path ? new Owner(path.Organisation, path.Period) : null;

    private static CheckedReport Report(ReceivedFile file, RecognisedFormat? format, ReportPath? path, Fault? fault, ReportingCatalogue catalogue, long mostBytes)
    {
        if (path is null)
        {
            return CheckedReport.Unreadable(fault!);
        }

        if (file.ErasedBecause is { } reason)
        {
            return CheckedReport.Unreadable(FaultKinds.FileErased.At(Place.WholeFile, reason));
        }

        var name = file.Path[(file.Path.LastIndexOf('/') + 1)..];
        return file.Content is { } content && format is not null
            ? format.IsEvidence ? EvidenceCheck.Check(content, format, path, name, catalogue) : ReportCheck.Check(content, format, path, name, catalogue)
            : CheckedReport.Unreadable(FaultKinds.FileTooLarge.At(Place.WholeFile, SizeText.Beside(file.Length, mostBytes), SizeText.Beside(mostBytes, file.Length)));
    }
}
