namespace DtPipeline.Core.Tests.Proofs.RoundTrip;

/// <summary>The cells of a report as SDMX-CSV, whose numbers have a decimal point and no groups.</summary>
internal static class SdmxTable
{
    public static WrittenTable Of(ReportCase report)
    {
        var isFirst = report.Format == FileFormat.SdmxCsv1;
        WrittenCell[] lead = isFirst ? ["DATAFLOW"] : ["STRUCTURE", "STRUCTURE_ID", "ACTION"];
        WrittenCell[] start = isFirst ? ["VN:PROV_Q(1.0)"] : ["dataflow", "VN:PROV_Q(1.0)", "I"];
        var table = new WrittenTable();
        table.Add([.. lead, "REF_AREA", "INDICATOR", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "COMMENT"]);
        foreach (var cell in report.Cells)
        {
            var status = cell.Saying == Saying.Nil ? "M" : cell.Saying == Saying.Value ? "A" : string.Empty;
            var value = cell.Saying == Saying.Value ? FormattableString.Invariant($"{cell.Value:0.#####}") : string.Empty;
            table.AddData(cell.Indicator.Code, [.. start, "VN-HN", cell.Indicator.Code, "2023-Q2", value, status, cell.Note]);
            if (value.IndexOf('.', StringComparison.Ordinal) is > 0 and < 4 and var point && value.Length - point == 4 && value[0] != '0')
            {
                table.Doubtful.Add(cell.Indicator.Code);
            }
        }

        return table;
    }
}
