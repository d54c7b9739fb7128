using DtPipeline.Access;
using DtPipeline.Alerts;
using DtPipeline.Answers.Models;
using DtPipeline.Answers.Views;
using DtPipeline.Answers.Views.Filing;
using DtPipeline.Answers.Views.Oversight;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Web.Tests.Pictures;

/// <summary>The views that the guides picture, written as the server writes them, of a morning that is always the same.</summary>
internal static class GuideViews
{
    private const string Form = "PROV-Q";
    private const string Period = "2025-Q3";
    private static readonly DateTimeOffset Now = new(2025, 9, 30, 1, 0, 0, TimeSpan.Zero);
    private static readonly string[] Late = ["P34-04", "P34-08", "P34-12"];
    private static readonly DateOnly Due = new(2025, 9, 25);
    private static readonly ReportingCatalogue Catalogue = CatalogueReader.Read(DefaultCatalogue.TextOf).Catalogue!;

    /// <summary>What a province owes, of which the quarterly report came with a fault.</summary>
    public static ViewModel Submit(string language) => SubmitView.Of(Ask(language, new Caller(CallerRole.Reporter, ["P34-14"], null)), [
        new FormModel(Form, "Báo cáo quý của địa phương", "Quarterly report of provinces", "quarterly", "@provinces", [], [
            new FormPeriod(Period, Due, Due, new Dictionary<string, int> { ["faulty"] = 1 }, 0, 1, 0, 0) { Cells = [new FormCell("P34-14", "faulty", 0, 20)] },
        ]),
    ]);

    /// <summary>Three late reports under one line, a faulty file and an odd figure.</summary>
    public static ViewModel Alerts(string language) => AlertsView.Of(Ask(language, new Caller(CallerRole.Secretariat, [], null)), new AlertList(new DateOnly(2025, 9, 30), [
        .. Late.Select(o => Alert(o, AlertType.ReportOverdue, "yellow", 5, new("Chưa nộp báo cáo quý, quá hạn 5 ngày (hạn 25/09/2025).", "The quarterly report has not come, 5 days overdue (due 25 September 2025).")) with { Form = Form, Due = Due }),
        Alert("P34-14", AlertType.ReportFaulty, "red", 6, new("Tệp bao-cao.xlsx có 3 lỗi, chưa được gửi lại.", "The file bao-cao.xlsx has 3 errors and was not sent again.")) with { Path = $"P34-14/{Period}/bao-cao.xlsx" },
        Alert("P34-15", AlertType.ValueAnomaly, "yellow", 2, new("DG-05: 3,8 % trong khi quý trước là 38,1 %.", "DG-05: 3.8 % where the quarter before had 38.1 %.")) with { Indicator = "DG-05", State = "acknowledged", Handling = new($"{AlertType.ValueAnomaly}~{Period}~P34-15", "P34-15", HandlingAction.Acknowledge, "Lan", Now, 1, null, "Đã gọi Sở KH&CN") },
    ]));

    private static ViewQuestion Ask(string language, Caller caller) => new(language, Now, Catalogue, caller, new Dictionary<string, string>());

    private static ListedAlert Alert(string organisation, string type, string severity, int days, Bilingual message) =>
        new(organisation, $"{type}~{Period}~{organisation}", type, "open", severity, 0, Now.AddDays(-days), days, message) { Period = Period };
}
