using System.Text;
using DtPipeline.Catalogue;
using DtPipeline.Faults;
using DtPipeline.Ledger;
using DtPipeline.Progress;

namespace DtPipeline.Core.Tests.Catalogue;

/// <summary>A national figure is taken from its owner of the period and from nobody else: IN-05 from MIC, and from MOST since 2025-03-01.</summary>
public sealed class NationalIndicatorTests
{
    [Theory]
    [InlineData("MIC/2025-02/a.csv")]
    [InlineData("MOST/2025-03/a.csv")]
    public void TheOwnersFileGivesIt(string path)
    {
        var report = Send(path, "IN-05,41").Report;

        Assert.Empty(report.Faults);
        Assert.Equal(("IN-05", 41), (Assert.Single(report.Cells).Indicator.Code, report.Cells[0].Value));
    }

    [Theory]
    [InlineData("MOST/2025-02/a.csv", "Ministry of Information and Communications (MIC)", "Bộ Thông tin và Truyền thông (MIC)")]
    [InlineData("MPS/2025-03/a.csv", "Ministry of Science and Technology (MOST)", "Bộ Khoa học và Công nghệ (MOST)")]
    public void AnybodyElsesFileIsToldWhoseItIs(string path, string owner, string ownerVi)
    {
        var fault = Assert.Single(Send(path, "IN-05,41").Report.Faults);

        Assert.Equal(("indicator.national", Severity.Error, owner), (fault.Code, fault.Severity, fault.Expected));
        Assert.Equal($"The indicator 'IN-05' is a national figure; for this period it is taken from {owner} alone.", fault.Message.En);
        Assert.Equal($"Chỉ tiêu «IN-05» là số liệu cấp quốc gia; kỳ này chỉ lấy từ: {ownerVi}.", fault.Message.Vi);
    }

    [Fact]
    public void TheConnectedBodiesAreThoseOfPublicSecurity() => Assert.Empty(Send("MPS/2025-Q1/a.csv", "P06-04,60").Report.Faults);

    [Fact]
    public void WithoutAnOwnerItIsTakenFromNobody()
    {
        var catalogue = TheCatalogue.SmallWith("indicators.csv", "RANK,Rank,Hạng,rank,stock,quarterly,max,national,no,,,,,,").Catalogue!;

        var fault = Assert.Single(Send("N/2025-Q1/a.csv", "RANK,5", catalogue).Report.Faults);

        Assert.Equal("The indicator 'RANK' is a national figure; for this period it is taken from nobody alone.", fault.Message.En);
        Assert.Equal("Chỉ tiêu «RANK» là số liệu cấp quốc gia; kỳ này chỉ lấy từ: không cơ quan nào.", fault.Message.Vi);
    }

    [Fact]
    public void ItIsPublishedAsItsOwnersAndComparedWithTheOwnerBefore()
    {
        var rollUp = new PeriodRollUp(Ledgers("2025-03", ("MOST", 40), ("MPS", 1)), [Ledgers("2025-02", ("MIC", 45), ("MOST", 99))], Ledgers("2024-03", ("MIC", 50)), TheCatalogue.Default);

        var summary = rollUp.Summarise(new DateTimeOffset(2025, 4, 1, 0, 0, 0, TimeSpan.Zero));

        var group = Assert.Single(summary.Indicators.Single(i => i.Code == "IN-05").Groups);
        Assert.Equal(("MOST", new RolledUp(40, "max", 1, 1)), (group.Group, group.Figure));
        Assert.Equal(("2025-02", 45, -5), (group.AgainstPrevious?.Period, group.AgainstPrevious?.Base, group.AgainstPrevious?.Absolute));
        Assert.Equal(50, group.AgainstYearBefore?.Base);
        Assert.Equal(new Delta("2025-02", 45, -5, null), summary.Organisations.Single(o => o.Code == "MOST").Values["IN-05"].AgainstPrevious);
        Assert.Null(summary.Organisations.Single(o => o.Code == "MPS").Values["IN-05"].AgainstPrevious);
    }

    [Theory]
    [InlineData("MIC", "owner 'MIC' exists until 2025-02-28; name who owns the figure after it: MIC..2025-02-28;MOST")]
    [InlineData("MIC..2025-03-31;MOST", "owner 'MIC' exists until 2025-02-28; name who owns the figure after it: MIC..2025-02-28;MOST")]
    [InlineData("MPS..2024-12-31;P34-01", "owner 'P34-01' exists from 2025-07-01 on only; name who owns the figure from 2025-01-01 to then")]
    [InlineData("MIC;MOST", "owner is 'MIC;MOST', expected a code, or several, each but the last with its last day, the earliest first: MIC..2025-02-28;MOST")]
    [InlineData("MIC..2025-02;MOST", "owner is 'MIC..2025-02;MOST', expected a code, or several, each but the last with its last day, the earliest first: MIC..2025-02-28;MOST")]
    [InlineData("MPS..2025-02-28;MOST..2024-12-31;MPS", "owner is 'MPS..2025-02-28;MOST..2024-12-31;MPS', expected a code, or several, each but the last with its last day, the earliest first: MIC..2025-02-28;MOST")]
    public void AnOwnerThatCannotBeIsRefused(string owner, string problem) => HasTheProblem("national,MIC..2025-02-28;MOST,", $"national,{owner},", problem);

    [Fact]
    public void WhatEveryOrganisationReportsHasNoOwner() =>
        HasTheProblem("national,MIC..2025-02-28;MOST,", "organisation,MOST,", "owner is written but scope is organisation; take it out, or make the indicator national");

    [Fact]
    public void AFormOfOthersCannotAskForIt()
    {
        var lines = DefaultCatalogue.TextOf("form_indicators.csv")!;

        var reading = CatalogueReader.Read(file => file == "form_indicators.csv" ? lines + "PROV-M,IN-05,yes,,\n" : DefaultCatalogue.TextOf(file));

        Assert.Equal(
            $"form_indicators.csv, line {lines.Count(c => c == '\n') + 1}: indicator 'IN-05' is a national figure and nobody of owed_by '@provinces' is its owner; take the line out",
            Assert.Single(reading.Problems).ToString());
    }

    [Fact]
    public void AFormOfManyAsksItOfItsOwnerAlone()
    {
        var catalogue = CatalogueReader.Read(file => file == "form_indicators.csv" ? DefaultCatalogue.TextOf(file) + "CENT-M,IN-05,yes,,\n" : DefaultCatalogue.TextOf(file)).Catalogue!;
        var (form, period) = (catalogue.Forms.Single(f => f.Code == "CENT-M"), TheCatalogue.Period("2025-03"));

        Assert.Equal(["MOST"], catalogue.WhoOwes(form, period).Where(o => catalogue.Asked(form, o, period).Any(i => i.Indicator == "IN-05")).Select(o => o.Code));
    }

    private static void HasTheProblem(string was, string becomes, string problem)
    {
        var lines = DefaultCatalogue.TextOf("indicators.csv")!.Split('\n');
        var line = Array.FindIndex(lines, l => l.StartsWith("IN-05,", StringComparison.Ordinal));
        lines[line] = lines[line].Replace(was, becomes, StringComparison.Ordinal);

        var reading = CatalogueReader.Read(file => file == "indicators.csv" ? string.Join('\n', lines) : DefaultCatalogue.TextOf(file));

        Assert.Equal([$"indicators.csv, line {line + 1}: {problem}"], reading.Problems.Select(p => p.ToString()));
    }

    private static Filing Send(string path, string row, ReportingCatalogue? catalogue = null)
    {
        var content = Encoding.UTF8.GetBytes($"indicator,value\n{row}\n");
        return FilingReader.Read(new ReceivedFile("f", path, "h", new DateTimeOffset(2025, 4, 20, 0, 0, 0, TimeSpan.Zero), content, content.Length), catalogue ?? TheCatalogue.Default, content.Length);
    }

    private static PeriodLedgers Ledgers(string period, params (string Organisation, double Value)[] ranks) => new(
        TheCatalogue.Period(period),
        ranks.ToDictionary(v => v.Organisation, v => LedgerState.Empty with
        {
            Observations = new Dictionary<string, Observation> { ["IN-05"] = new("IN-05", v.Value, "A", null, null, null, "f", Sent.At, Place.WholeFile) },
        }));
}
