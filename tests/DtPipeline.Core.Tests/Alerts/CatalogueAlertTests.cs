using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Alerts;

/// <summary>The days off of 2023 to 2026 are announced, those of 2027 are computed.</summary>
public sealed class CatalogueAlertTests
{
    [Theory]
    [InlineData("2026-11-16", false)]
    [InlineData("2026-11-17", true)]
    [InlineData("2027-12-31", true)]
    [InlineData("2028-01-01", false)]
    public void AYearThatIsNotAnnouncedIsToldOfFrom45DaysBeforeItToItsEnd(string today, bool holds)
    {
        var condition = Of(today, "calendar.provisional~2027").Single(c => c.Subject.Key == "calendar.provisional~2027");

        Assert.Equal((holds, AlertSeverity.Yellow), (condition.Holds, condition.Severity));
        Assert.Equal(
            new Bilingual(
                "holidays.csv chưa có lịch nghỉ chính thức của năm 2027: hạn nộp trong năm ấy mới là tạm tính. Hãy bổ sung khi Chính phủ công bố.",
                "holidays.csv has no announced days off of 2027: due days of that year are provisional. Add them when the Government announces them."),
            condition.WhileItHolds);
        Assert.Equal(new Bilingual("Hạn nộp trong năm 2027 không còn là tạm tính.", "Due days of 2027 are no longer provisional."), condition.OnceSettled);
    }

    [Fact]
    public void OfAnAnnouncedYearNothingIsTold() =>
        Assert.DoesNotContain(Of("2026-06-01"), c => c.Holds);

    [Fact]
    public void AYearLongPastIsSettledHoweverLongNothingRan() =>
        Assert.False(Of("2030-06-01", "calendar.provisional~2027").Single(c => c.Subject.Key == "calendar.provisional~2027").Holds);

    [Fact]
    public void WhatWasSaidOfARecipientIsSettledWhenItIsNoLongerListed()
    {
        var known = Of("2026-06-01", "recipient.unreachable~GONE", "recipient.unreachable~SECRETARIAT");

        var gone = Assert.Single(known, c => c.Subject.Type == AlertType.RecipientUnreachable);
        Assert.Equal(("recipient.unreachable~GONE", false, "The recipient 'GONE' is no longer in recipients.csv."), (gone.Subject.Key, gone.Holds, gone.OnceSettled.En));
    }

    [Theory]
    [InlineData("recipients.csv", "các dòng này không được tính", "these lines do not count")]
    [InlineData("forms.csv", "danh mục trước đó vẫn được dùng", "the catalogue before it stays in force")]
    public void WhatIsWrongWithAFileIsToldByLineAndInRed(string file, string vi, string en)
    {
        var condition = CatalogueAlert
            .Of([new CatalogueProblem(file, 3, "code is empty"), new CatalogueProblem(file, 7, "name is empty")], TheCatalogue.Default, new DateOnly(2026, 6, 1), [])
            .Single(c => c.Holds);

        Assert.Equal(("catalogue.faulty~" + file, AlertSeverity.Red), (condition.Subject.Key, condition.Severity));
        Assert.Equal(
            new Bilingual(
                $"Tệp «{file}» trong kho catalogue có 2 lỗi; {vi}: line 3: code is empty; line 7: name is empty.",
                $"The file '{file}' in the container catalogue has 2 faults; {en}: line 3: code is empty; line 7: name is empty."),
            condition.WhileItHolds);
        Assert.Equal(
            new Bilingual($"Tệp «{file}» trong kho catalogue đã đúng.", $"The file '{file}' in the container catalogue is right again."),
            condition.OnceSettled);
    }

    [Fact]
    public void OfManyFaultsOfAFileTwentyAreListed()
    {
        var problems = Enumerable.Range(2, 21).Select(line => new CatalogueProblem("forms.csv", line, "x")).ToList();

        var condition = CatalogueAlert.Of(problems, TheCatalogue.Default, new DateOnly(2026, 6, 1), []).Single(c => c.Holds);

        Assert.Equal(
            $"The file 'forms.csv' in the container catalogue has 21 faults; the catalogue before it stays in force: {string.Join("; ", Enumerable.Range(2, 20).Select(line => $"line {line}: x"))}.",
            condition.WhileItHolds.En);
    }

    [Fact]
    public void EveryFileAndTheYearsThatDueDaysFallInAreAskedAboutOnce() => Assert.Equal(
        CatalogueReader.Files.Select(file => $"catalogue.faulty~{file}").Concat(["calendar.provisional~2027", "calendar.provisional~2026"]),
        Of("2026-06-01", "calendar.provisional~2027", "report.overdue~2026").Select(c => c.Subject.Key));

    private static IEnumerable<AlertCondition> Of(string today, params string[] known) =>
        CatalogueAlert.Of([], TheCatalogue.Default, DateOnly.ParseExact(today, "O", null), known);
}
