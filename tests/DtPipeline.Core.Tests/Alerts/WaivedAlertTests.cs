using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Alerts;

/// <summary>Of the small catalogue's form for 2023-Q2, due on 25 June 2023, what becomes of alerts of whoever need not file it.</summary>
public sealed class WaivedAlertTests
{
    private const string Grants = "form,organisation,period,kind,until,granted_by,granted_on,reason\n";

    private static readonly DateOnly Today = new(2023, 6, 28);
    private static readonly Period Period = TheCatalogue.Period("2023-Q2");

    [Theory]
    [InlineData("exemption", "Bắc không phải nộp «Biểu» kỳ 2023-Q2: Bão (QĐ 1).", "North need not file the 'Form' for 2023-Q2: Bão (QĐ 1).")]
    [InlineData("closure", "Bắc: không chờ «Biểu» kỳ 2023-Q2 nữa: Bão (QĐ 1).", "North: the 'Form' for 2023-Q2 is awaited no longer: Bão (QĐ 1).")]
    public void AllAlertsOfItEndWithTheReasonAndOweNothing(string kind, string vi, string en)
    {
        var catalogue = With($"FORM,N,2023-Q2,{kind},,QĐ 1,2023-06-20,Bão\n");

        var conditions = OverdueAlert.Of(Decide(catalogue, "N"), catalogue.Forms[0], catalogue.FindOrganisation("N")!, heldBack: false, Today, AlertTiming.Default, catalogue.Calendar);

        Assert.Equal(["report.due_soon", "report.overdue", "report.incomplete"], conditions.Select(c => c.Subject.Type));
        Assert.All(conditions, c => Assert.Equal((false, null, new Bilingual(vi, en)), (c.Holds, c.Owed, c.OnceSettled)));
    }

    [Theory]
    [InlineData(3, "", true)]
    [InlineData(2, "", false)]
    [InlineData(3, "FORM,N,2023-Q2,exemption,,QĐ 1,2023-06-20,Bão\n", false)]
    public void ThreeWhoStillOweItAreMany(int owing, string grant, bool isCommon)
    {
        var catalogue = With(grant);
        var obligations = Enumerable.Range(0, owing).Select(n => Decide(catalogue, n == 0 ? "N" : "S")).ToList();

        Assert.Equal(isCommon, OverdueAlert.NobodyFiled(obligations));
    }

    [Fact]
    public void TheAlertForAllSpeaksOfThoseWhoStillOweIt()
    {
        var catalogue = With("FORM,N,2023-Q2,exemption,,QĐ 1,2023-06-20,Bão\n");
        var form = catalogue.Forms[0];
        List<Obligation> obligations = [Decide(catalogue, "N"), .. Enumerable.Repeat(Decide(catalogue, "S"), 3)];

        var all = OverdueAlert.OfForm(form, Period, DueDay.Of(form, Period, catalogue), obligations, Today, AlertTiming.Default, catalogue.Calendar);

        Assert.Equal(["report.due_soon~2023-Q2~FORM", "report.overdue~2023-Q2~FORM"], all.Select(c => c.Subject.Key));
        Assert.All(all, c => Assert.Equal(("@provinces", "2023-Q2", "FORM", 3, true), (c.Subject.Organisation, c.Subject.Period, c.Subject.Form, c.Owed!.Owing, c.Owed.IsMany)));
        Assert.Equal(
            new Bilingual("Cả 3 cơ quan chưa nộp «Biểu» kỳ 2023-Q2: quá hạn 3 ngày (hạn 25/06/2023).", "All 3 organisations have not filed the 'Form' for 2023-Q2: 3 days overdue (due 2023-06-25)."),
            all[1].WhileItHolds);
    }

    private static ReportingCatalogue With(string grant) => TheCatalogue.SmallWithFile("grants.csv", Grants + grant).Catalogue!;

    private static Obligation Decide(ReportingCatalogue catalogue, string organisation) =>
        ObligationRule.Decide(catalogue.Forms[0], catalogue.FindOrganisation(organisation)!, Period, null, Today, catalogue);
}
