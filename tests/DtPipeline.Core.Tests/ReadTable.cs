using System.Text;
using DtPipeline.Faults;
using DtPipeline.Reading;

namespace DtPipeline.Core.Tests;

/// <summary>What reading alone makes of a file of Hà Nội for 2023-Q2, before anything is checked.</summary>
internal sealed record ReadTable(IReadOnlyList<ReportRow> Rows, IReadOnlyList<Fault> Faults, int FaultyRows)
{
    public static ReadTable Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static ReadTable Of(byte[] content)
    {
        var path = new ReportPath(TheCatalogue.Organisation("P63-01"), TheCatalogue.Period("2023-Q2"));
        var context = new ReadContext(path, TheCatalogue.Default, new FaultList());
        var rows = ReportReader.Rows(content, ReportFormats.Recognise(content), context).ToList();
        return new ReadTable([.. rows.Where(r => !r.IsDamaged)], context.Faults.ToList(), rows.Count(r => r.IsDamaged));
    }
}
