using DtPipeline.Checking;
using DtPipeline.Reading.Texts;

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

        var text = ReportText.Decode(content);
        if (text.Fault is not null)
        {
            return ReportTable.Unreadable(text.Fault);
        }

        using var reader = text.Open();
        var table = LongCsvReader.Read(reader);
        return table with { Faults = [.. text.Remarks, .. table.Faults] };
    }
}
