using DtPipeline.Catalogue;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Extracts;

/// <summary>Rows as CSV for people and spreadsheets: a percentage has its sign, decimals a point that nobody can take for one of thousands. UTF-8 with a mark.</summary>
public static class ExtractCsv
{
    public const string Type = "text/csv; charset=utf-8";

    private const char Mark = '\uFEFF';

    public static string Header { get; } = Mark + CsvLine.Of(ExtractColumns.Names);

    public static string Line(ExtractRow row, ReportingCatalogue catalogue)
    {
        var observation = row.Observation;
        var unit = ExtractWords.UnitOf(row, catalogue);
        return CsvLine.Of(
        [
            row.Organisation,
            FormulaMark.Put(catalogue.FindOrganisation(row.Organisation)?.NameVi ?? string.Empty),
            row.Period.ToString(),
            observation.Indicator,
            FormulaMark.Put(catalogue.FindIndicator(observation.Indicator)?.NameVi ?? string.Empty),
            Number(observation.Value) + (observation.Value is not null && ExtractWords.IsPercent(unit) ? "%" : string.Empty),
            unit,
            observation.Status,
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

    private static string Number(double? value) => value is { } number ? ExactNumber.BeyondDoubt(number) : string.Empty;
}
