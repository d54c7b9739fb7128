using System.Text;
using DtPipeline.Faults;

namespace DtPipeline.Core.Tests.Proofs.Hostile;

public sealed class HostileTextTests
{
    [Theory]
    [InlineData("""[{"\ud800":1,"indicator":"DG-05","value":12}]""")]
    [InlineData("""{"organisation":"\ud800","observations":[]}""")]
    [InlineData("""{"period":"\udfff","observations":[{"indicator":"DG-05","value":12}]}""")]
    [InlineData("""[{"indicator":"\ud800","value":"\udc00"}]""")]
    [InlineData("{\"indicator\":\"DG-05\",\"value\":1}\n{\"\\ud800\":1}")]
    public void HalvesOfCharactersInJsonAreNoAccident(string json) => Assert.NotEmpty(HostileFile.Read(json).Faults);

    [Fact]
    public void JsonThatIsAllBracketsIsBrokenJson() => HostileFile.IsKeptOut([.. Enumerable.Repeat((byte)'[', 5_000_000)], "file.json");

    [Fact]
    public void ATitleOfManyWordsIsReadInPassing()
    {
        var title = string.Concat(Enumerable.Repeat("tinh ", 300_000));

        Assert.Single(HostileFile.Read($"{title}\nindicator,value\nDG-05,12\n").Cells);
    }

    [Fact]
    public void ALongHeaderIsNotRepeatedInFullWithEveryFault()
    {
        var header = $"value ({new string('x', 30_000)})";
        var rows = string.Concat(Enumerable.Repeat("DG-05,x12\n", 1_000));

        var report = HostileFile.Read($"indicator,{header}\n{rows}");

        Assert.Equal(1_000, report.Faults.Count(f => f.Code == "value.not_number"));
        Assert.All(report.Faults, f => Assert.True((f.Place.Column?.Length ?? 0) <= 201));
    }

    [Theory]
    [InlineData(500_000, "row.quotes")]
    [InlineData(2_000_000, "row.too_long")]
    public void AQuoteThatNeverEndsIsOneBrokenRow(int lines, string code)
    {
        var report = HostileFile.Read($"indicator,value\nDG-05,12\nDG-06,\"{string.Concat(Enumerable.Repeat("1,2\n", lines))}");

        Assert.Equal([(code, 3)], report.Faults.Where(f => f.Severity == Severity.Error).Select(f => (f.Code, f.Place.Row)));
        Assert.Equal("DG-05", Assert.Single(report.Cells).Indicator.Code);
    }

    [Fact]
    public void WhatStandsBehindALongRowIsRead()
    {
        // 61 MiB as optimised; a third of a million rows take up to twice that while the code is not yet compiled for good.
        var report = HostileFile.Read(
            Encoding.UTF8.GetBytes($"indicator,value,note\nDG-05,12,{new string('x', 2_000_000)}\n{string.Concat(Enumerable.Repeat("DG-06,\n", 300_000))}DG-13,14\n"), mostMebibytes: 200);

        Assert.Equal([("DG-05", 2), ("DG-13", 300_003)], report.Cells.Select(c => (c.Indicator.Code, c.Place.Row)));
    }

    [Fact]
    public void ARowOfAMillionCellsIsTooWide()
    {
        var report = HostileFile.Read($"indicator,value\nDG-05,12\n{new string(',', 1_000_000)}1\n");

        Assert.Equal("row.too_long", Assert.Single(report.Faults).Code);
        Assert.Single(report.Cells);
    }

    [Fact]
    public void AHeaderOfAMillionCellsIsNoHeader() =>
        Assert.NotEmpty(HostileFile.Read($"indicator,value{new string(',', 1_000_000)}x\nDG-05,12\n").Faults);

    [Fact]
    public void ANumberTooLongForACellIsNoOtherNumber()
    {
        var report = HostileFile.Read($"indicator,value\nDG-05,{new string('0', 40_000)}12\n");

        Assert.Empty(report.Cells);
        Assert.Equal("value.not_number", Assert.Single(report.Faults).Code);
    }

    [Fact]
    public void ANameOfManyBracketsIsReadInPassing() =>
        Assert.Single(HostileFile.Read($"indicator,value\na{string.Concat(Enumerable.Repeat("(a)", 300_000))}b,1\nDG-05,12\n").Cells);

    [Fact]
    public void RowsOfManyNamesAreNoHeader()
    {
        var names = string.Join(',', Enumerable.Range(0, 2_000).Select(i => $"value {i}"));

        Assert.Equal("header.missing", Assert.Single(HostileFile.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"indicator,{names}\n", 60))), mostMebibytes: 300).Faults).Code);
    }

    [Fact]
    public void RowsOfEverNewNamesInJsonAreReadAsFarAsAReportGoes()
    {
        var rows = Enumerable.Range(0, 250).Select(i => $$"""{"indicator":"DG-05","value":12,{{string.Join(',', Enumerable.Range(0, 100).Select(j => $"\"c{i}_{j}\":1"))}}}""");

        Assert.Contains(HostileFile.Read(Encoding.UTF8.GetBytes($"[{string.Join(',', rows)}]"), mostMebibytes: 400).Faults, f => f.Code == "file.json_shape" && f.Message.En.Contains("> 20000", StringComparison.Ordinal));
    }

    [Fact]
    public void ColumnsInJsonThatShareNoRowAreNoTable()
    {
        var columns = string.Join(',', Enumerable.Range(0, 5_000).Select(i => $$"""
            "c{{i}}":{"{{i}}":1}
            """));

        Assert.Empty(HostileFile.Read($$"""{{{columns}}}""").Cells);
    }

    [Fact]
    public void ManyKindsOfRowsInJsonAreReadInTurn()
    {
        var rows = Enumerable.Range(0, 5_000).Select(i => $$"""{"indicator":"DG-05","value":12,"c{{i}}":1}""");

        Assert.Single(HostileFile.Read($"[{string.Join(',', rows)}]").Cells);
    }
}
