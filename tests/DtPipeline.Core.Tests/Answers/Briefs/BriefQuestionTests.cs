using DtPipeline.Answers.Briefs;
using DtPipeline.Answers.Briefs.Figures;

namespace DtPipeline.Core.Tests.Answers.Briefs;

/// <summary>Figures of a brief that are asked about, and what was answered.</summary>
public sealed class BriefQuestionTests
{
    [Fact]
    public void WhatIsAskedIsShownWithItsAnswerFromANoteOrFromTheDeskOrAsOpen()
    {
        var conference = new Conference();
        foreach (var (quarter, at) in new[] { ("2023-Q1", Conference.Morning(2023, 3, 20)), ("2023-Q2", Conference.Morning(2023, 6, 20)), ("2023-Q3", Conference.Morning(2023, 9, 20)), ("2023-Q4", Conference.Morning(2023, 12, 20)) })
        {
            conference.File("P63-01", quarter, at, ("DS-05", 100)).File("P63-02", quarter, at, ("DS-05", 100)).File("P63-04", quarter, at, ("DS-05", 100));
        }

        conference.File("P63-01", "2024-Q1", Conference.Morning(2024, 3, 20), "Xác nhận, vì có đợt kiện toàn mới", ("DS-05", 1000))
            .File("P63-02", "2024-Q1", Conference.Morning(2024, 3, 20), ("DS-05", 1000))
            .File("P63-04", "2024-Q1", Conference.Morning(2024, 3, 24), ("DS-05", 1000));
        var (period, desk) = (TheCatalogue.Period("2024-Q1"), Conference.Morning(2024, 3, 22));
        var brief = Brief.Of(conference.Input("2024-Q1", Conference.Morning(2024, 4, 1)) with
        {
            DeskAnswers = [new DeskAnswer("P63-02", period, "Lan", desk, "đã gọi điện, kho mới"), new DeskAnswer("P63-04", period, "Lan", desk, "về số trước đó")],
        });

        var words = new BriefPage(brief, "vi").Words;
        Assert.Contains("3 số liệu khác thường so với các kỳ trước: 1 đã được cơ quan gửi xác nhận, 1 được xác nhận tại Tổ thư ký, 1 chưa có trả lời.", words, StringComparison.Ordinal);
        Assert.Contains("vì có đợt kiện toàn mới (cơ quan gửi, 20/03/2024)", words, StringComparison.Ordinal);
        Assert.Contains("đã gọi điện, kho mới (Tổ thư ký: Lan, 22/03/2024)", words, StringComparison.Ordinal);
        Assert.DoesNotContain("về số trước đó", words, StringComparison.Ordinal);
        Assert.Empty(new BriefPage(brief, "vi").NumbersOfNobody());
    }

    [Fact]
    public void AFigureUnderANewCodeIsAskedAboutByWhatItWasBefore()
    {
        var conference = new Conference();
        foreach (var (quarter, at) in new[] { ("2024-Q3", Conference.Morning(2024, 9, 20)), ("2024-Q4", Conference.Morning(2024, 12, 20)), ("2025-Q1", Conference.Morning(2025, 3, 20)), ("2025-Q2", Conference.Morning(2025, 6, 20)) })
        {
            conference.File("P63-01", quarter, at, ("DS-05", 100));
        }

        var brief = Brief.Of(conference.File("P34-01", "2025-Q3", Conference.Morning(2025, 9, 20), ("DS-05", 1000)).Input("2025-Q3", Conference.Morning(2025, 10, 10)));

        Assert.Contains(brief.Figures, f => f.Id == "DS-05~P34-01~2025-Q3~asked");
    }
}
