using System.Globalization;
using System.Security;
using DtPipeline.Answers.Annotated;
using DtPipeline.Faults;
using DtPipeline.Grids;
using FsCheck;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Answers.Annotated;

public sealed class AnyWorkbookTests
{
    private static readonly string[] Texts = ["=1+1", "+1", "-1", "@x", "«abc» <&>", " a ", "không phát sinh", "a\nb"];

    private static readonly Gen<string> Content = Gen.OneOf(
        Gen.Constant(string.Empty),
        Gen.Choose(-1000, 1000).Select(n => string.Create(CultureInfo.InvariantCulture, $"<v>{n / 8.0}</v>")),
        Gen.Choose(1, 9).Select(n => string.Create(CultureInfo.InvariantCulture, $"<f>{n}*2</f><v>{n * 2}</v>")),
        Gen.Elements(Texts).Select(t => $"<is><t xml:space=\"preserve\">{SecurityElement.Escape(t)}</t></is>"));

    private static readonly Gen<string> Row =
        from number in Gen.Choose(1, 30)
        from cells in Gen.ListOf(from column in Gen.Choose(1, 9) from content in Content from style in Gen.Choose(0, 3) select (column, content, style))
        let sorted = cells.DistinctBy(c => c.column).OrderBy(c => c.column)
        select $"""<row r="{number}">{string.Concat(sorted.Select(c =>
            $"<c r=\"{new CellAddress(number, c.column)}\" s=\"{c.style}\"{(c.content.StartsWith("<is>", StringComparison.Ordinal) ? " t=\"inlineStr\"" : string.Empty)}>{c.content}</c>"))}</row>""";

    private static readonly Gen<Fault> Faulty =
        from sheet in Gen.Elements("Báo cáo", "Nam's 2", "khác", null)
        from row in Gen.Choose(1, 35)
        from column in Gen.Choose(0, 12)
        from found in Gen.Elements(Texts)
        from kind in Gen.Elements(FaultKinds.ValueNotNumber, FaultKinds.ValueUnitSlip, FaultKinds.ColumnUnknown)
        select kind.At(new Place(sheet, row, null, column == 0 ? null : new CellAddress(row, column).ToString()), found);

    private static readonly Gen<(byte[] Sent, List<Fault> Faults, List<Fault> Later)> Case =
        from first in Rows()
        from second in Rows()
        from faults in Gen.ListOf(Faulty)
        from later in Gen.ListOf(Faulty)
        select (SentWorkbook.OfTwo(first, second), faults.ToList(), later.ToList());

    [Fact]
    public void KeepsItsValuesAndHasItsNotesAndIsMarkedAnewWhenItComesBack() => Always.Holds(Case, c =>
    {
        var annotated = AnnotatedWorkbook.Of(c.Sent, c.Faults)!;
        var again = AnnotatedWorkbook.Of(annotated, c.Later)!;
        var fresh = AnnotatedWorkbook.Of(c.Sent, c.Later)!;

        Assert.Equal(Seen.Values(c.Sent), Seen.Values(annotated));
        Assert.Equal(Seen.Formulas(c.Sent), Seen.Formulas(annotated));
        Assert.Subset(Seen.CellsWithNotes(annotated).ToHashSet(), c.Faults.Where(IsShown).Select(f => $"{f.Place.Sheet}!{f.Place.Cell}").ToHashSet());
        Assert.Empty(Seen.ValidationErrors(annotated));
        Assert.Equal(Seen.Values(fresh), Seen.Values(again));
        Assert.Equal(Seen.Notes(fresh), Seen.Notes(again));
        Assert.Equal(Seen.Fills(c.Sent), Seen.Fills(AnnotatedWorkbook.Of(again, [])!));
    }, 12);

    private static bool IsShown(Fault fault) => fault.Place is { Sheet: "Báo cáo" or "Nam's 2", Cell: not null };

    private static Gen<string> Rows() => Gen.ListOf(Row).Select(rows =>
        $"<sheetData>{string.Concat(rows.OrderBy(NumberOf).DistinctBy(NumberOf))}</sheetData>");

    private static int NumberOf(string row) => int.Parse(row.Split('"')[1], CultureInfo.InvariantCulture);
}
