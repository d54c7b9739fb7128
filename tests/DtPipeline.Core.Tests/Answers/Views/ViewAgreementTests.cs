using System.Text;
using System.Xml.Linq;
using DtPipeline.Answers.Views;
using DtPipeline.Texts;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Answers.Views;

/// <summary>Whatever the state: what a view shows as words, marks, pictures and text for a spreadsheet is one thing.</summary>
public sealed class ViewAgreementTests
{
    // The number of generated states; a longer run by DTP_VIEW_STATES.
    private static readonly int Times = int.TryParse(Environment.GetEnvironmentVariable("DTP_VIEW_STATES"), out var times) ? times : 70;

    /// <summary>What a page under a strict policy takes of a drawing.</summary>
    private static readonly string[] Harmless =
    [
        "viewBox", "role", "aria-label", "class", "id", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height", "d", "points", "patternUnits", "text-anchor", "fill", "fill-opacity", "stroke",
        "stroke-width", "stroke-dasharray", "opacity", "font-size", "href",
    ];

    [Fact]
    public void TitleLegendMapTableAndTextAgreeCellByCell() => Always.Holds(
        Gen.Choose(0, 1_000_000).Select(seed => (Seed: seed, Language: seed % 2 == 0 ? "vi" : "en")),
        drawn =>
        {
            foreach (var view in new DrawnStore(drawn.Seed, 6).Views(drawn.Language))
            {
                Text(view);
                Legend(view);
                Tables(view);
                foreach (var chart in view.Charts)
                {
                    Picture(view, chart);
                }
            }
        },
        Times);

    private static void Text(ViewModel view)
    {
        var csv = ViewCsv.Of(view);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), csv[..3]);
        var records = ShownText.Records(Encoding.UTF8.GetString(csv.AsSpan(3)));
        Assert.Equal(FormulaMark.Put(view.Title), records[0][0]);
        Assert.All(view.Legend, l => Assert.Contains(records, r => r is [var mark, var word] && mark == FormulaMark.Put(l.Mark) && word == l.Label));
        foreach (var table in view.Tables)
        {
            var at = records.FindIndex(1, r => r is [var title] && title == FormulaMark.Put(table.Title));
            Assert.True(at > 0, $"{view.View}: the text has no table '{table.Title}'");
            at += table.Empty is null ? 1 : 2;
            var skipped = table.Groups.Count > 0 ? 1 : 0;
            foreach (var (i, row) in table.Rows.Index())
            {
                var written = records[at + 1 + i];
                Assert.Equal(row.Cells.Select(c => FormulaMark.Put(c.Text)), written.Skip(skipped));
                Assert.All(written, cell => Assert.False(FormulaMark.BeginsFormula(cell)));
                if (skipped > 0)
                {
                    Assert.Equal(row.Group is null ? string.Empty : FormulaMark.Put(table.Groups.First(g => g.Key == row.Group).Label), written[0]);
                }
            }
        }
    }

    private static void Legend(ViewModel view)
    {
        var used = view.Tables.SelectMany(t => t.Groups.Select(g => g.Class).Concat(t.Rows.SelectMany(r => r.Cells.Select(c => c.Class)))).Concat(view.Numbers.Select(n => n.Class));
        Assert.Equal(used.OfType<string>().SelectMany(c => c.Split(' ')).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), view.Legend.Select(l => l.Class).Order(StringComparer.Ordinal));
    }

    private static void Tables(ViewModel view)
    {
        var legend = view.Legend.ToDictionary(l => l.Class, StringComparer.Ordinal);
        foreach (var table in view.Tables)
        {
            Assert.Equal(table.Rows.Count, table.Rows.Select(r => r.Key).Distinct(StringComparer.Ordinal).Count());
            Assert.True(table.Rows.Count > 0 || table.Empty is not null, $"{view.View}: nothing says why '{table.Title}' is empty");
            foreach (var cell in table.Rows.SelectMany(r => r.Cells).Where(c => c.Class is not null))
            {
                var classes = cell.Class!.Split(' ').Select(c => legend[c]).ToList();
                Assert.Equal(string.Concat(classes.Select(c => c.Mark)), cell.Mark);
                Assert.All(classes, c => Assert.True(cell.Text.Contains(c.Label, StringComparison.Ordinal) || cell.Text.Contains(c.Mark, StringComparison.Ordinal), $"'{cell.Text}' does not say {c.Class}"));
            }

            Assert.All(table.Rows, r => Assert.Equal(table.Columns.Count, r.Cells.Count));
            Assert.All(table.Rows.SelectMany(r => r.Cells.Select(c => c.Href).Append(r.Href)).OfType<string>(), h => Assert.StartsWith("/", h, StringComparison.Ordinal));
        }
    }

    private static void Picture(ViewModel view, ViewChart chart)
    {
        var svg = XElement.Parse(chart.Svg);
        Assert.DoesNotContain(svg.DescendantsAndSelf(), e => e.Name.LocalName is "style" or "script" || e.Attribute("style") is not null || e.Attributes().Any(a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)));
        Assert.All(svg.DescendantsAndSelf().Attributes().Where(a => !a.IsNamespaceDeclaration), a => Assert.Contains(a.Name.LocalName, Harmless));
        Assert.Equal(chart.Title, svg.Attribute("aria-label")?.Value);
        var table = Assert.Single(view.Tables, t => t.Id == chart.Table);
        var titles = svg.Descendants().Where(e => e.Name.LocalName == "title").Select(e => e.Value).ToList();
        if (chart.Kind == "map")
        {
            var state = table.Columns.FirstOrDefault(c => c.Key == "state")?.Key ?? Assert.Single(table.Columns, c => view.Filters.Any(f => f.Name == "period" && f.Value == c.Key)).Key;
            var places = TheCatalogue.Default.Tiles.Select(t => t.Organisation).ToHashSet(StringComparer.Ordinal);
            var expected = table.Rows.Where(r => places.Contains(r.Key)).Select(r => (Row: r, Cell: Cell(table, r, state))).Where(x => x.Cell.Class is not null).ToList();
            Assert.Equal(expected.Count, titles.Count);
            Assert.All(expected, x => Assert.Contains(titles, t => t.StartsWith($"{x.Row.Cells[0].Text}: ", StringComparison.Ordinal) && t.EndsWith(x.Cell.Text, StringComparison.Ordinal)));
            Assert.Equal(
                expected.Select(x => x.Cell.Class!).Order(StringComparer.Ordinal),
                svg.Elements().Where(e => e.Name.LocalName is "a" or "g").Select(e => e.Elements().First(r => r.Name.LocalName == "rect").Attribute("class")!.Value["tile ".Length..]).Order(StringComparer.Ordinal));
        }
        else if (chart.Kind == "trend")
        {
            Assert.All(table.Rows.Where(r => Cell(table, r, "value").Value is not null), r => Assert.Contains($"{r.Cells[0].Text}: {Cell(table, r, "value").Text}", titles));
        }
        else if (chart.Kind == "spark")
        {
            Assert.Contains(table.Rows, r => r.Key == chart.Row);
        }
        else
        {
            Assert.All(titles, t => Assert.Contains(table.Rows, r => t.StartsWith($"{r.Cells[0].Text}, ", StringComparison.Ordinal) && r.Cells.Any(c => t.EndsWith($": {c.Text}", StringComparison.Ordinal))));
        }
    }

    private static ViewCell Cell(ViewTable table, ViewRow row, string column) => row.Cells[table.Columns.Index().First(c => c.Item.Key == column).Index];
}
