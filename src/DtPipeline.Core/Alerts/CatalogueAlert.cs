using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Alerts;

/// <summary>What is wrong with the catalogue that the secretariat keeps, and what is not known yet of the calendar.</summary>
public static class CatalogueAlert
{
    private const int MostLines = 20;

    // Days off of a year are announced in the last weeks of the year before.
    private const int DaysAhead = 45;

    /// <param name="known">Keys of alerts that were raised before, of years that may have passed since and recipients that may be gone.</param>
    public static IEnumerable<AlertCondition> Of(
        IReadOnlyList<CatalogueProblem> problems, ReportingCatalogue catalogue, DateOnly today, IReadOnlyCollection<string> known) =>
    [
        .. CatalogueReader.Files.Select(file => OfFile(file, [.. problems.Where(p => p.File == file)])),
        .. known.Where(IsOfYear).Select(YearIn).Union([today.Year, today.Year + 1]).Select(year => OfYear(year, catalogue, today)),
        .. RecipientAlert.OfGone(known, catalogue),
    ];

    private static bool IsOfYear(string key) => key.StartsWith($"{AlertType.CalendarProvisional}~", StringComparison.Ordinal);

    private static int YearIn(string key) => int.Parse(key.AsSpan(AlertType.CalendarProvisional.Length + 1), CultureInfo.InvariantCulture);

    private static AlertCondition OfFile(string file, List<CatalogueProblem> problems)
    {
        var lines = string.Join("; ", problems.Take(MostLines).Select(p => string.Create(CultureInfo.InvariantCulture, $"line {p.Line}: {p.Message}")));
        var (vi, en) = CatalogueReader.IsTakenByLine(file)
            ? ("các dòng này không được tính", "these lines do not count")
            : ("danh mục trước đó vẫn được dùng", "the catalogue before it stays in force");
        return new AlertCondition(
            Subject(AlertType.CatalogueFaulty, file),
            problems.Count > 0,
            AlertSeverity.Red,
            [],
            new Bilingual(
                string.Create(CultureInfo.InvariantCulture, $"Tệp «{file}» trong kho catalogue có {problems.Count} lỗi; {vi}: {lines}."),
                string.Create(CultureInfo.InvariantCulture, $"The file '{file}' in the container catalogue has {Bilingual.Count(problems.Count, "fault")}; {en}: {lines}.")),
            new Bilingual($"Tệp «{file}» trong kho catalogue đã đúng.", $"The file '{file}' in the container catalogue is right again."));
    }

    /// <summary>Due days of a year whose days off are not announced are only as the Labour Code would have them.</summary>
    private static AlertCondition OfYear(int year, ReportingCatalogue catalogue, DateOnly today) => new(
        Subject(AlertType.CalendarProvisional, string.Create(CultureInfo.InvariantCulture, $"{year}")),
        year >= today.Year && today.AddDays(DaysAhead).Year >= year && !catalogue.Calendar.IsAnnounced(year),
        AlertSeverity.Yellow,
        [],
        new Bilingual(
            string.Create(CultureInfo.InvariantCulture, $"holidays.csv chưa có lịch nghỉ chính thức của năm {year}: hạn nộp trong năm ấy mới là tạm tính. Hãy bổ sung khi Chính phủ công bố."),
            string.Create(CultureInfo.InvariantCulture, $"holidays.csv has no announced days off of {year}: due days of that year are provisional. Add them when the Government announces them.")),
        new Bilingual(
            string.Create(CultureInfo.InvariantCulture, $"Hạn nộp trong năm {year} không còn là tạm tính."),
            string.Create(CultureInfo.InvariantCulture, $"Due days of {year} are no longer provisional.")));

    private static AlertSubject Subject(string type, string of) => new($"{type}~{of}", type, LedgerKey.Catalogue, null, null, null);
}
