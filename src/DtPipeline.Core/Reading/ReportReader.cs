using DtPipeline.Checking;

namespace DtPipeline.Reading;

/// <summary>Turns the bytes of a report into rows. The one door to all formats: each is recognised by content and read by its own class.</summary>
public static class ReportReader
{
    public static ReportTable Read(ReadOnlyMemory<byte> content)
    {
        if (content.IsEmpty)
        {
            return ReportTable.Unreadable(FaultKinds.FileEmpty.At(Place.WholeFile));
        }

        var decoded = ReportText.Decode(content.Span);
        if (decoded.Fault is not null)
        {
            return ReportTable.Unreadable(decoded.Fault);
        }

        return string.IsNullOrWhiteSpace(decoded.Text)
            ? ReportTable.Unreadable(FaultKinds.FileEmpty.At(Place.WholeFile))
            : LongCsvReader.Read(decoded.Text);
    }
}
