using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Alerts;

public sealed class SourceAlertTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void HoldsFromTheThirdFailureInARow(int failures, bool holds) => Assert.Equal(holds, Of(failures).Holds);

    [Fact]
    public void SaysWhoseReportsCannotBeFetchedAndWhy()
    {
        var alert = Of(3);

        Assert.Equal(new AlertSubject("source.failed~2023-Q2~N-Q", "source.failed", "N", "2023-Q2", null, null), alert.Subject);
        Assert.Equal(AlertSeverity.Yellow, alert.Severity);
        Assert.Equal("3 lần liên tiếp không lấy được báo cáo của Bắc từ nguồn «N-Q»: nguồn trả lời mã 500.", alert.WhileItHolds.Vi);
        Assert.Equal("The reports of North could not be fetched from the source 'N-Q' 3 times in a row: the source answered with status 500.", alert.WhileItHolds.En);
        Assert.Equal("Đã lấy lại được báo cáo của Bắc từ nguồn «N-Q».", alert.OnceSettled.Vi);
        Assert.Equal("The reports of North can be fetched from the source 'N-Q' again.", alert.OnceSettled.En);
    }

    private static AlertCondition Of(int failures)
    {
        var catalogue = TheCatalogue.SmallWithFile(
            "sources.csv",
            "code,organisation,url,format,frequency,schedule,valid_from,valid_to,note\nN-Q,N,https://north.example/{period}.csv,csv,quarterly,0 7 * * *,,,\n").Catalogue!;
        return SourceAlert.Of(
            catalogue.Sources[0], catalogue.FindOrganisation("N")!, TheCatalogue.Period("2023-Q2"), failures,
            new Bilingual("nguồn trả lời mã 500", "the source answered with status 500"));
    }
}
