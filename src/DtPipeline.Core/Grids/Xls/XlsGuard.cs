using DtPipeline.Faults;
using DtPipeline.Grids.Workbooks;

namespace DtPipeline.Grids.Xls;

/// <summary>Looks into an XLS ([MS-XLS]) for what keeps it out: macros and passwords.</summary>
internal static class XlsGuard
{
    /// <returns>Null where the workbook is kept out; the fault is told.</returns>
    public static WorkbookMarks? Inspect(ReadOnlyMemory<byte> content, GridSource source)
    {
        if (CompoundFile.Open(content) is not { } file)
        {
            return Keep(source, FaultKinds.FileCorrupt.At(source.Whole, "XLS"));
        }

        if (file.Names.Contains("EncryptedPackage"))
        {
            return Keep(source, FaultKinds.FileEncrypted.At(source.Whole, "Office"));
        }

        if (Other(file) is { } other)
        {
            return Keep(source, FaultKinds.FileBinary.At(source.Whole, other, ReadableFormats.Names));
        }

        if (file.Names.Contains("_VBA_PROJECT_CUR"))
        {
            return Keep(source, FaultKinds.FileMacros.At(source.Whole, "_VBA_PROJECT_CUR"));
        }

        var workbook = Workbook(file);
        return HasPassword(workbook) ? Keep(source, FaultKinds.FileEncrypted.At(source.Whole, "XLS")) : new XlsLooks(workbook).Marks();
    }

    /// <summary>The cells with an error value; none where the container is damaged. The oldest workbooks stand without a container.</summary>
    public static WorkbookMarks ErrorsIn(ReadOnlyMemory<byte> content) => new XlsLooks(
        !CompoundFile.Is(content.Span) ? content.ToArray() : CompoundFile.Open(content) is { } file ? Workbook(file) : []).Errors();

    /// <summary>Until Excel 95 the stream of the workbook was called a book.</summary>
    private static byte[] Workbook(CompoundFile file) => file.Stream("Workbook") is { Length: > 0 } workbook ? workbook : file.Stream("Book");

    private static string? Other(CompoundFile file) =>
        file.Names.Contains("WordDocument") ? "Word (.doc)"
        : file.Names.Contains("PowerPoint Document") ? "PowerPoint (.ppt)"
        : file.Names.Contains("__properties_version1.0") ? "Outlook (.msg)"
        : null;

    private static WorkbookMarks? Keep(GridSource source, Fault fault)
    {
        source.KeepOut(fault);
        return null;
    }

    private static bool HasPassword(byte[] workbook) =>
        XlsRecord.All(workbook).TakeWhile(r => r.Type != XlsRecord.SheetName).Any(r => r.Type == XlsRecord.Password);
}
