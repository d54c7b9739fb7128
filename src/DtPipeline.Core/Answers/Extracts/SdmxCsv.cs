using DtPipeline.Catalogue;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Extracts;

/// <summary>
/// Rows as SDMX-CSV 2.0: the columns of the structure, then its dimensions, the measure and the attributes. A value taken back is a row with
/// ACTION <c>D</c>; a nil has no OBS_VALUE and the OBS_STATUS <c>M</c>. UTF-8 without a mark.
/// </summary>
public static class SdmxCsv
{
    public const string Type = "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8";

    /// <summary>Agency, structure and version.</summary>
    public const string Structure = "DTPIPELINE:OBSERVATIONS(1.0)";

    private static readonly string[] Columns =
    [
        "STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "REF_AREA", "INDICATOR", "TIME_PERIOD", "OBS_VALUE",
        "OBS_STATUS", "UNIT_MEASURE", "NUMERATOR", "DENOMINATOR", "OBS_COMMENT", "FORM", "FILE_ID", "UPLOADED_AT", "CLOSED_AT", "CLOSED_BY", "AFTER_CLOSING",
    ];

    public static string Header { get; } = CsvLine.Of(Columns);

    public static string Line(ExtractRow row, ReportingCatalogue catalogue)
    {
        var observation = row.Observation;
        return CsvLine.Of(
        [
            "datastructure",
            Structure,
            observation.IsAnswer ? "I" : "D",
            FrequencyOf(row.Period),
            row.Organisation,
            observation.Indicator,
            row.Period.ToString(),
            Number(observation.Value),
            observation.IsAnswer ? observation.Status : string.Empty,
            ExtractWords.UnitOf(row, catalogue),
            Number(observation.Numerator),
            Number(observation.Denominator),
            FormulaMark.Put(observation.Note ?? string.Empty),
            row.Form ?? string.Empty,
            observation.FileId,
            ExtractWords.Moment(observation.UploadedAt),
            ExtractWords.ClosedAt(row.Closing),
            FormulaMark.Put(row.Closing?.By ?? string.Empty),
            ExtractWords.AfterClosing(row),
        ]);
    }

    /// <summary>SDMX CL_FREQ.</summary>
    private static string FrequencyOf(Period period) => period.Frequency switch
    {
        Frequency.Monthly => "M",
        Frequency.Quarterly => "Q",
        Frequency.HalfYear => "S",
        _ => "A",
    };

    private static string Number(double? value) => value is { } number ? ExactNumber.Of(number) : string.Empty;
}
