using DtPipeline.Amending;
using DtPipeline.Answers.Briefs;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Ledger;

namespace DtPipeline.Core.Tests.Answers.Briefs;

/// <summary>What a brief says of what has changed since the last one.</summary>
public sealed class BriefRevisionTests
{
    [Fact]
    public void ACorrectionIsToldApartFromNewDataAndASentenceThatItChangesWithBothWordings()
    {
        var then = new Conference();
        foreach (var (i, code) in Conference.Members("@provinces", "2023-Q2").Index())
        {
            then.File(code, "2023-Q2", Conference.Morning(2023, 6, 20), ("GOV-01", i < 36 ? 1 : 0), ("DS-05", 100 + i));
        }

        var known = then.Ledgers();
        var last = new LastBrief(TheCatalogue.Period("2023-Q2"), Conference.Morning(2023, 7, 12), known);
        var now = then
            .File("P63-01", "2023-Q2", Conference.Morning(2023, 7, 20), "Đính chính: ghi nhầm", ("GOV-01", 0))
            .File("P63-02", "2023-Q2", Conference.Morning(2023, 7, 21), null, ("DS-05", 120))
            .Input("2023-Q2", Conference.Morning(2023, 7, 26)) with
        {
            Last = last,
        };

        var brief = Brief.Of(now);

        var words = new BriefPage(brief, "vi").Words;
        Assert.Contains("1 giá trị đính chính, 1 giá trị cập nhật, 0 giá trị bổ sung", words, StringComparison.Ordinal);
        Assert.Contains("▲ quan trọng Đã nói: Đến hết quý II/2023, 36/63 địa phương (57 %)", words, StringComparison.Ordinal);
        Assert.Contains("Nay: Đến hết quý II/2023, 35/63 địa phương (56 %)", words, StringComparison.Ordinal);
        Assert.Contains("Đính chính: ghi nhầm", words, StringComparison.Ordinal);
        Assert.Empty(new BriefPage(brief, "vi").NumbersOfNobody());
        Assert.Equal(36, brief.Figures.Single(f => f.Id == "GOV-01~@provinces~2023-Q2~as_of_20230712T020000Z").Value);
        Assert.Equal(35, brief.Figures.Single(f => f.Id == "GOV-01~@provinces~2023-Q2").Value);
    }

    [Fact]
    public void ARevisionThatChangesARankOrAStatusAnywhereIsSubstantial()
    {
        var then = new Conference();
        foreach (var (quarter, at, factor) in new[] { ("2023-Q1", Conference.Morning(2023, 3, 20), 10), ("2023-Q2", Conference.Morning(2023, 6, 20), 20) })
        {
            foreach (var (i, code) in Conference.Members("@provinces", quarter).Index())
            {
                then.File(code, quarter, at, ("DS-05", 10 + i), ("DG-05", factor + (0.1 * i)));
            }
        }

        var last = new LastBrief(TheCatalogue.Period("2023-Q2"), Conference.Morning(2023, 7, 12), then.Ledgers());
        var brief = Brief.Of(then
            .File("P63-01", "2023-Q2", Conference.Morning(2023, 7, 20), "Đính chính: ghi nhầm", ("DS-05", 1000))
            .File("P63-02", "2023-Q2", Conference.Morning(2023, 7, 21), null, ("DG-05", 11))
            .Input("2023-Q2", Conference.Morning(2023, 7, 26)) with
        { Last = last });

        var words = new BriefPage(brief, "vi").Words;
        Assert.Contains("▲ quan trọng Hà Nội, Số tổ công nghệ số cộng đồng, 2023-Q2: hạng 63/63 → 1/63, làm đổi hạng của 62 cơ quan khác.", words, StringComparison.Ordinal);
        Assert.Contains("▲ quan trọng Hà Giang, Tỷ lệ dân số trưởng thành sử dụng dịch vụ công trực tuyến, 2023-Q2: hạng 62/63 → 63/63, làm đổi hạng của 1 cơ quan khác; so với mục tiêu: ✓ đúng tiến độ → ● chậm.", words, StringComparison.Ordinal);
        Assert.Contains("▲ Hà Nội", words, StringComparison.Ordinal);
        Assert.Empty(new BriefPage(brief, "vi").NumbersOfNobody());
        Assert.Equal(1, brief.Figures.Single(f => f.Id == "DS-05~P63-01~2023-Q2~rank").Value);
    }

    [Fact]
    public void WhatARebuildReadAnewAndACatalogueJudgedAnewIsCorrectedAndAClosingIsNamed()
    {
        var conference = new Conference();
        foreach (var (i, code) in Conference.Members("@provinces", "2023-Q2").Index())
        {
            conference.File(code, "2023-Q2", Conference.Morning(2023, 6, 20), ("DS-05", 100 + i));
        }

        var judged = new ObligationChange("PROV-Q", "P63-01", "2023-Q2", null, null);
        var brief = Brief.Of(conference.Input("2023-Q2", Conference.Morning(2023, 7, 26)) with
        {
            Last = new LastBrief(TheCatalogue.Period("2023-Q2"), Conference.Morning(2023, 7, 12), conference.Ledgers()),
            ReadAgain =
            [
                new FigureCorrection("P63-01", "2023-Q2", "DS-05", 1000, "A", 100, "A", "f1", Conference.Morning(2023, 7, 20), "0123456789ab"),
                new FigureCorrection("P63-02", "2023-Q2", "DS-05", 1000, "A", 101, "A", "f2", Conference.Morning(2023, 7, 10), "0123456789ab"),
            ],
            Confirmed = [new ConfirmedCatalogue("ba9876543210", "Lan", Conference.Morning(2023, 7, 21), [], new CatalogueDiff([judged], 0, [], new AlertChanges(0, 0, 0)))],
            Closings = [new BriefClosing("PROV-Q", TheCatalogue.Period("2023-Q2"), "Hoa", Conference.Morning(2023, 7, 25))],
        });

        var words = new BriefPage(brief, "en").Words;
        Assert.Contains("values corrected: 1; replaced by new data: 0; added: 0.", words, StringComparison.Ordinal);
        Assert.Contains("the file was read again", words, StringComparison.Ordinal);
        Assert.Contains("Corrected by the catalogue ba9876543210, which Lan confirmed 21 July 2023, 09:00. Obligations that were due already and are judged anew: 1.", words, StringComparison.Ordinal);
        Assert.Contains("PROV-Q 2023-Q2 closed by Hoa, 25 July 2023, 09:00.", words, StringComparison.Ordinal);
        Assert.Empty(new BriefPage(brief, "en").NumbersOfNobody());
    }
}
