using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Core.Tests.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Alerts;

/// <summary>Alerts of the small catalogue's one form, which N and S owe until 2025-Q2, and what becomes of them when it is owed no longer.</summary>
public sealed class UnowedAlertTests
{
    private static readonly DateOnly Today = new(2023, 7, 1);

    [Theory]
    [InlineData("N", "report.overdue~2023-Q2~N~FORM")]
    [InlineData("N", "report.incomplete~2025-Q2~N~FORM")]
    [InlineData("@provinces", "report.overdue~2023-Q2~FORM")]
    [InlineData("N", "report.late~2023-Q2~N~FORM")]
    [InlineData("N", "value.moved~2023-Q2~N~SHARE")]
    [InlineData("MIN", "task.overdue~T-1~MIN")]
    [InlineData("catalogue", "catalogue.faulty~grants.csv")]
    [InlineData("N", "report.overdue~2023-Q2~N~FORM~0123456789abcdef")]
    [InlineData("N", "report.overdue~2023-Q2")]
    [InlineData("N", "report.overdue~2022-X9~N~FORM")]
    [InlineData("N", "report.overdue")]
    [InlineData("N", "report.faulty~2022-Q4~N~FORM")]
    [InlineData("NS", "report.overdue~2025-Q3~NS~FORM")]
    public void WhatIsOwedAsEverAndWhatIsNoReportIsLeftAlone(string organisation, string key) => Assert.Null(Of(organisation, key));

    [Theory]
    [InlineData("X", "report.overdue~2023-Q2~X~FORM", "X no longer owes the 'Form' for 2023-Q2: it is no longer in organisations.csv.", "X không còn phải nộp «Biểu» kỳ 2023-Q2: cơ quan không còn trong organisations.csv.")]
    [InlineData("N", "report.due_soon~2023-Q2~N~GONE", "North no longer owes 'GONE' for 2023-Q2: the form is no longer in forms.csv.", "Bắc không còn phải nộp «GONE» kỳ 2023-Q2: biểu mẫu không còn trong forms.csv.")]
    [InlineData("N", "report.incomplete~2022-Q4~N~FORM", "North no longer owes the 'Form' for 2022-Q4: the form is owed from 2023-Q1.", "Bắc không còn phải nộp «Biểu» kỳ 2022-Q4: biểu mẫu phải nộp từ kỳ 2023-Q1.")]
    [InlineData("N", "report.overdue~2025-Q3~N~FORM", "North no longer owes the 'Form' for 2025-Q3: it reports until 2025-06-30.", "Bắc không còn phải nộp «Biểu» kỳ 2025-Q3: cơ quan báo cáo đến ngày 30/06/2025.")]
    [InlineData("NS", "report.overdue~2025-Q2~NS~FORM", "North and South no longer owes the 'Form' for 2025-Q2: it reports from 2025-07-01.", "Bắc Nam không còn phải nộp «Biểu» kỳ 2025-Q2: cơ quan báo cáo từ ngày 01/07/2025.")]
    [InlineData("MIN", "report.overdue~2023-Q2~MIN~FORM", "Ministry no longer owes the 'Form' for 2023-Q2: the form is owed by @provinces.", "Bộ không còn phải nộp «Biểu» kỳ 2023-Q2: biểu mẫu do @provinces nộp.")]
    [InlineData("X", "report.overdue~2023-Q2~X~GONE", "X no longer owes 'GONE' for 2023-Q2: the form is no longer in forms.csv.", "X không còn phải nộp «GONE» kỳ 2023-Q2: biểu mẫu không còn trong forms.csv.")]
    [InlineData("@provinces", "report.due_soon~2023-Q2~GONE", "The organisations no longer owe 'GONE' for 2023-Q2: the form is no longer in forms.csv.", "Các cơ quan không còn phải nộp «GONE» kỳ 2023-Q2: biểu mẫu không còn trong forms.csv.")]
    [InlineData("@provinces", "report.overdue~2022-Q4~FORM", "The organisations no longer owe the 'Form' for 2022-Q4: the form is owed from 2023-Q1.", "Các cơ quan không còn phải nộp «Biểu» kỳ 2022-Q4: biểu mẫu phải nộp từ kỳ 2023-Q1.")]
    public void WhatIsOwedNoLongerIsSettledWithTheReason(string organisation, string key, string en, string vi)
    {
        var settled = Of(organisation, key)!;

        Assert.Equal((key, organisation, false), (settled.Subject.Key, settled.Subject.Organisation, settled.Holds));
        Assert.Equal(new Bilingual(vi, en), settled.OnceSettled);
    }

    [Theory]
    [InlineData("N", "report.overdue~2025-Q2~N~FORM", "North no longer owes the 'Form' for 2025-Q2: the form is owed from 2023-Q1 to 2024-Q4.", "Bắc không còn phải nộp «Biểu» kỳ 2025-Q2: biểu mẫu phải nộp từ kỳ 2023-Q1 đến kỳ 2024-Q4.")]
    [InlineData("@ministries", "report.overdue~2024-Q2~FORM", null, null)]
    [InlineData("MIN", "report.overdue~2024-Q2~MIN~FORM", null, null)]
    [InlineData("@ministries", "report.overdue~2023-Q2~FORM", "The organisations no longer owe the 'Form' for 2023-Q2: nobody owes it any more.", "Các cơ quan không còn phải nộp «Biểu» kỳ 2023-Q2: không còn cơ quan nào phải nộp.")]
    public void AFormThatHasEndedOrThatNobodyOwesIsSettledSo(string organisation, string key, string? en, string? vi)
    {
        var ofProvinces = organisation == "N";
        var catalogue = TheCatalogue.SmallWithFiles(
            ("forms.csv", $"code,name_en,name_vi,frequency,owed_by,regime,owed_from,owed_to\nFORM,Form,Biểu,quarterly,{(ofProvinces ? "@provinces" : "@ministries")},RULE,2023-Q1,2024-Q4\n"),
            ("organisations.csv", "code,kind,name_en,name_vi,valid_from,valid_to,successor_code,gso_code,iso_3166_2,aliases\nN,province,North,Bắc,,,,01,VN-01,\nMIN,ministry,Ministry,Bộ,2024-06-30,,,,,\n"),
            ("tasks.csv", "code,title_en,title_vi,owner_code,assigned_on,due_date,recurrence,source\n")).Catalogue!;

        var settled = UnowedAlert.Of(organisation, key, Today, 400, catalogue);

        Assert.Equal(en is null ? null : new Bilingual(vi!, en), settled?.OnceSettled);
    }

    [Theory]
    [InlineData("exemption", "2024-07-29", null)]
    [InlineData("exemption", "2024-07-30", "North need not file the 'Form' for 2023-Q2: Bão (QĐ 1).")]
    [InlineData("closure", "2024-07-30", "North: the 'Form' for 2023-Q2 is awaited no longer: Bão (QĐ 1).")]
    public void WhatIsWaivedIsSettledHereOnlyOnceNobodyElseLooksAtIt(string kind, string today, string? en)
    {
        var catalogue = TheCatalogue.SmallWithFile("grants.csv", $"form,organisation,period,kind,until,granted_by,granted_on,reason\nFORM,N,2023-Q2,{kind},,QĐ 1,2023-06-20,Bão\n").Catalogue!;

        Assert.Equal(en, UnowedAlert.Of("N", "report.overdue~2023-Q2~N~FORM", DateOnly.ParseExact(today, "O", null), 400, catalogue)?.OnceSettled.En);
    }

    [Fact]
    public void WhatPassesToTheSuccessorIsToldToItFromTheDayAfterTheEnd()
    {
        var passing = TheCatalogue.SmallWithFile("forms.csv", """
            code,name_en,name_vi,frequency,owed_by,regime,owed_from,owed_to,after_end
            FORM,Form,Biểu,quarterly,@provinces,RULE,2023-Q1,,successor
            """).Catalogue!;
        var (form, north) = (passing.Forms[0], passing.FindOrganisation("N")!);

        Assert.Equal("Bắc chưa nộp «Biểu» kỳ 2025-Q2: quá hạn 5 ngày (hạn 25/06/2025).", Said(passing, new DateOnly(2025, 6, 30)));
        Assert.Equal("Bắc (do Bắc Nam nộp thay) chưa nộp «Biểu» kỳ 2025-Q2: quá hạn 6 ngày (hạn 25/06/2025).", Said(passing, new DateOnly(2025, 7, 1)));
        Assert.Equal(
            "North (delivered by North and South) has not filed the 'Form' for 2025-Q2: 6 days overdue (due 2025-06-25).",
            Overdue(passing, new DateOnly(2025, 7, 1)).WhileItHolds.En);
        Assert.Equal("Bắc chưa nộp «Biểu» kỳ 2025-Q2: quá hạn 6 ngày (hạn 25/06/2025).", Said(TheCatalogue.Small().Catalogue!, new DateOnly(2025, 7, 1)));

        var heir = RecipientTests.Read("NS,Bắc Nam,a@x.vn,@all,,green,first,overseer") with { Organisations = ["NS"], IsReporter = true };
        Assert.True(Digest.Of(heir, [Alert()], DigestMemory.Nothing, new DateTimeOffset(2025, 6, 30, 1, 0, 0, TimeSpan.Zero), passing).IsEmpty);
        Assert.Single(Digest.Of(heir, [Alert()], DigestMemory.Nothing, new DateTimeOffset(2025, 7, 1, 1, 0, 0, TimeSpan.Zero), passing).New);
        Assert.True(Digest.Of(heir, [Alert()], DigestMemory.Nothing, new DateTimeOffset(2025, 7, 1, 1, 0, 0, TimeSpan.Zero), TheCatalogue.Small().Catalogue!).IsEmpty);

        string Said(ReportingCatalogue catalogue, DateOnly today) => Overdue(catalogue, today).WhileItHolds.Vi;

        AlertCondition Overdue(ReportingCatalogue catalogue, DateOnly today) => OverdueAlert.Of(
            ObligationRule.Decide(form with { PassesOn = catalogue.Forms[0].PassesOn }, north, TheCatalogue.Period("2025-Q2"), null, today, catalogue),
            form, north, heldBack: false, today, AlertTiming.Default, catalogue.Calendar)[1];

        static InboxAlert Alert() => new(
            new AlertSubject("report.overdue~2025-Q2~N~FORM", AlertType.ReportOverdue, "N", "2025-Q2", "FORM", null),
            1, AlertState.Open, AlertSeverity.Yellow, 0, null, new Bilingual("a", "a"), DateTimeOffset.UnixEpoch, null);
    }

    private static AlertCondition? Of(string organisation, string key) => UnowedAlert.Of(organisation, key, Today, 400, TheCatalogue.Small().Catalogue!);
}
