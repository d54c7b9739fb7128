using System.Text;
using DtPipeline.Faults;
using DtPipeline.Fuzz;

namespace DtPipeline.Core.Tests.Proofs.Hostile;

public sealed class HostileWorkbookTests
{
    private const string Laughs = """<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>""";
    private const string Header = """<row r="1"><c r="A1" t="inlineStr"><is><t>indicator</t></is></c><c r="B1" t="inlineStr"><is><t>value</t></is></c></row>""";
    private const string Good = """<row r="2"><c r="A2" t="inlineStr"><is><t>DG-05</t></is></c><c r="B2"><v>12</v></c></row>""";

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/styles.xml")]
    [InlineData("xl/_rels/workbook.xml.rels")]
    public void APartThatDeclaresEntitiesKeepsTheWorkbookOut(string part)
    {
        var content = $"""<?xml version="1.0" encoding="UTF-8"?>{Laughs}<a>&c;</a>""";

        HostileFile.IsKeptOut(HostileFile.Workbook(SeedWorkbook.Sheet(), (part, content)), "file.document_type");
    }

    [Fact]
    public void EntitiesInAnotherEncodingExpandToNothing()
    {
        var sheet = SeedWorkbook.Sheet().Replace("""<?xml version="1.0" encoding="UTF-8"?>""", $"""<?xml version="1.0" encoding="UTF-16"?>{Laughs}""", StringComparison.Ordinal);
        var others = SeedWorkbook.Parts(sheet);
        var content = HostilePackage.WithPart(others, "xl/worksheets/sheet1.xml", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(sheet)]);

        Assert.Contains(HostileFile.Read(content).Faults, f => f.Severity == Severity.Error);
        Assert.Empty(HostileFile.Read(content).Cells);
    }

    [Fact]
    public void ASheetWithoutANameIsNoAccident()
    {
        var workbook = """<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet sheetId="1" r:id="rId1"/></sheets></workbook>""";

        Assert.Single(HostileFile.Read(HostileFile.Workbook(SeedWorkbook.Sheet(Header + Good), ("xl/workbook.xml", workbook))).Cells);
    }

    [Fact]
    public void MacrosKeepAWorkbookOut() =>
        HostileFile.IsKeptOut(HostileFile.Workbook(SeedWorkbook.Sheet(), ("xl/vbaProject.bin", "macro")), "file.macros");

    [Fact]
    public void LinksToOtherFilesAreToldAndNotFollowed()
    {
        var report = HostileFile.Read(HostileFile.Workbook(SeedWorkbook.Sheet(Header + Good), ("xl/externalLinks/externalLink1.xml", "<externalLink/>")));

        Assert.Equal("file.external_links", Assert.Single(report.Faults).Code);
        Assert.Single(report.Cells);
    }

    [Fact]
    public void ASheetThatUnpacksToFarTooMuchIsABomb() => HostileFile.IsKeptOut(
        HostilePackage.WithPart(SeedWorkbook.Parts(SeedWorkbook.Sheet()), "xl/worksheets/sheet2.xml", HostileFile.Spaces(401)), "file.bomb");

    [Fact]
    public void APartThatDeclaresLessThanItIsIsDamaged() =>
        Assert.Empty(HostileFile.Read(HostileFile.WithDeclaredSize(SeedWorkbook.Parts(SeedWorkbook.Sheet()), 3)).Cells);

    [Fact]
    public void TooManyPartsAreABomb() => HostileFile.IsKeptOut(
        HostileFile.Workbook(SeedWorkbook.Sheet(), [.. Enumerable.Range(0, 2_001).Select(i => ($"xl/media/{i}.xml", "<a/>"))]), "file.bomb");

    [Theory]
    [InlineData("A1:XFD1048576")]
    [InlineData("A1:XFD1073741824")]
    [InlineData("A1:ZZZZZZZ99999999999")]
    [InlineData("")]
    [InlineData("B2")]
    public void WhatASheetDeclaresOfItsSizeCostsNothing(string dimension)
    {
        var report = HostileFile.Read(HostileFile.Workbook(SeedWorkbook.Sheet(Header + Good, dimension)));

        Assert.Equal(12, Assert.Single(report.Cells).Value);
    }

    [Theory]
    [InlineData("""<row r="3"><c r="XFD1048577"><v>1</v></c></row>""")]
    [InlineData("""<row r="3"><c r="AAAAAAA1"><v>1</v></c></row>""")]
    [InlineData("""<row r="3"><c r="ZZZZ3"><v>1</v></c></row>""")]
    [InlineData("""<row r="3"><c r="ÄÖ"><v>1</v></c></row>""")]
    [InlineData("""<row r="2147483647"><c r="A2147483647"><v>1</v></c></row>""")]
    [InlineData("""<row r="4294967296"><c r="A4294967296"><v>1</v></c></row>""")]
    [InlineData("""<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>""")]
    [InlineData("""<row r="-1"><c r="A-1"><v>1</v></c></row>""")]
    [InlineData("""<row r="3"><c r="A3" t="s"><v>99</v></c><c r="B3"><v>1</v></c></row>""")]
    [InlineData("""<row r="3"><c r="A3" t="s"><v>-1</v></c><c r="B3"><v>1</v></c></row>""")]
    [InlineData("""<row r="3"><c r="A3" t="s"><v>x</v></c><c r="B3"><v>1</v></c></row>""")]
    [InlineData("""<row r="3"><c r="A3" s="99"><v>1e999</v></c><c r="B3"><v>1</v></c></row>""")]
    public void AnAbsurdReferenceIsAFaultAndCostsLittle(string row)
    {
        var report = HostileFile.Read(HostileFile.Workbook(SeedWorkbook.Sheet(Header + Good + row)));

        Assert.NotEmpty(report.Faults);
        Assert.All(report.Cells, c => Assert.Equal(("DG-05", 12), (c.Indicator.Code, c.Value)));
    }
}
