using DtPipeline.Reading;

namespace DtPipeline.Core.Tests.Reading;

public sealed class ReportPathTests
{
    private static readonly DateOnly Day = new(2025, 7, 15);

    [Theory]
    [InlineData("P63-01/2025-S1/bao-cao.csv", "P63-01", "2025-S1")]
    [InlineData("P34-01/2025-Q3/Báo cáo quý III (bản cuối).csv", "P34-01", "2025-Q3")]
    [InlineData("MOF/2024/...csv", "MOF", "2024")]
    public void TellsWhoseReportABlobIs(string blobName, string organisation, string period)
    {
        var (path, fault) = ReportPath.Parse(blobName, TheCatalogue.Default, Day);

        Assert.Null(fault);
        Assert.Equal((organisation, period), (path!.Organisation.Code, path.Period.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("bao-cao.csv")]
    [InlineData("P63-01/bao-cao.csv")]
    [InlineData("P63-01/2025-S1/quý/bao-cao.csv")]
    [InlineData("P63-01/2025-S1/")]
    [InlineData("P63-01//bao-cao.csv")]
    [InlineData("/P63-01/2025-S1/bao-cao.csv")]
    [InlineData("P63-01/ /bao-cao.csv")]
    public void AnotherDepthIsTheWrongPlace(string blobName) => HasTheFault(
        blobName, "path.depth",
        $"Tệp nằm sai chỗ: «{blobName}». Hãy đặt tệp vào thư mục {{organisation}}/{{period}}/{{file}}.",
        $"The file is in the wrong place: '{blobName}'. Put it into the folder {{organisation}}/{{period}}/{{file}}.");

    [Theory]
    [InlineData("P63-01/2025-S1/..")]
    [InlineData("../2025-S1/bao-cao.csv")]
    [InlineData("P63-01/../P63-02/2025-S1/bao-cao.csv")]
    [InlineData("./2025-S1/bao-cao.csv")]
    [InlineData("P63-01/2025-S1/bao\u0007cao.csv")]
    [InlineData("P63-01/2025-S1/bao\ncao.csv")]
    [InlineData(@"P63-01\2025-S1\bao-cao.csv")]
    public void PartsThatLeadElsewhereAreNotAllowed(string blobName) => HasTheFault(
        blobName, "path.unsafe",
        $"Đường dẫn «{blobName}» có ký tự không được phép. Tên thư mục và tên tệp không được là «.», «..» hoặc chứa ký tự điều khiển.",
        $"The path '{blobName}' has parts that are not allowed. Folder and file names are never '.', '..' and have no control characters.");

    [Theory]
    [InlineData("HN")]
    [InlineData("p63-01")]
    [InlineData("P63-01 ")]
    [InlineData("Hà Nội")]
    [InlineData("@provinces")]
    public void AnUnknownOrganisationIsNamed(string organisation) => HasTheFault(
        $"{organisation}/2025-S1/bao-cao.csv", "organisation.unknown",
        $"Không có cơ quan nào mang mã «{organisation}». Hãy dùng mã trong danh mục, ví dụ P34-01, MOF.",
        $"No organisation has the code '{organisation}'. Use a code of the catalogue, for example P34-01, MOF.");

    [Theory]
    [InlineData("2025-S3")]
    [InlineData("2025-q2")]
    [InlineData("quý 2")]
    [InlineData("25-06")]
    public void AnUnknownPeriodIsNamed(string period) => HasTheFault(
        $"P63-01/{period}/bao-cao.csv", "period.unknown",
        $"Không có kỳ báo cáo «{period}». Hãy viết kỳ theo dạng 2024-06, 2024-Q2, 2024-S1, 2024.",
        $"There is no period '{period}'. Write the period like 2024-06, 2024-Q2, 2024-S1, 2024.");

    [Fact]
    public void AnOrganisationThatHasEndedIsToldItsSuccessor() => HasTheFault(
        "P63-02/2025-Q3/bao-cao.csv", "organisation.not_valid",
        "Cơ quan «P63-02» không báo cáo cho kỳ này. 2008-08-01 – 2025-06-30 → P34-08.",
        "The organisation 'P63-02' does not report for this period. 2008-08-01 – 2025-06-30 → P34-08.");

    [Fact]
    public void AnOrganisationThatHasNotBegunIsToldWhenItDoes() => HasTheFault(
        "P34-08/2025-S1/bao-cao.csv", "organisation.not_valid",
        "Cơ quan «P34-08» không báo cáo cho kỳ này. 2025-07-01 – ….",
        "The organisation 'P34-08' does not report for this period. 2025-07-01 – ….");

    [Fact]
    public void AnOrganisationWithoutAFirstDayIsToldItsLastOne() => HasTheFault(
        "VSS/2025-Q2/bao-cao.csv", "organisation.not_valid",
        "Cơ quan «VSS» không báo cáo cho kỳ này. … – 2025-02-28 → MOF.",
        "The organisation 'VSS' does not report for this period. … – 2025-02-28 → MOF.");

    [Fact]
    public void APeriodOfTheFutureHasNotBegun() => HasTheFault(
        "P34-01/2025-Q4/bao-cao.csv", "period.not_begun",
        "Kỳ «2025-Q4» chưa bắt đầu; kỳ này bắt đầu ngày 2025-10-01.",
        "The period '2025-Q4' has not begun; it begins on 2025-10-01.");

    [Theory]
    [InlineData("2025-09-30", false)]
    [InlineData("2025-10-01", true)]
    public void APeriodCanBeReportedFromItsFirstDay(string day, bool possible)
    {
        var (path, _) = ReportPath.Parse("P34-01/2025-Q4/a.csv", TheCatalogue.Default, DateOnly.ParseExact(day, "yyyy-MM-dd", null));

        Assert.Equal(possible, path is not null);
    }

    [Theory]
    [InlineData("P34-01/2025-Q4/a.csv", "The period '2025-Q4' has not begun; it begins on 2025-10-01.")]
    [InlineData("P63-02/2025-Q3/a.csv", "The organisation 'P63-02' does not report for this period. 2008-08-01 – 2025-06-30 → P34-08.")]
    public void DaysAreWrittenTheSameInEveryCulture(string blobName, string en)
    {
        var catalogue = TheCatalogue.Default;

        var (_, fault) = Culture.Of("th-TH", () => ReportPath.Parse(blobName, catalogue, Day));

        Assert.Equal(en, fault!.Message.En);
    }

    private static void HasTheFault(string blobName, string code, string vi, string en)
    {
        var (path, fault) = ReportPath.Parse(blobName, TheCatalogue.Default, Day);

        Assert.Null(path);
        Expect.OneFault([fault!], code, null, null, vi, en);
    }
}
