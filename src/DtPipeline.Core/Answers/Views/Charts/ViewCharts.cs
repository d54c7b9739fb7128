using DtPipeline.Answers.Briefs.Charts;
using DtPipeline.Answers.Briefs.Documents;

namespace DtPipeline.Answers.Views.Charts;

/// <summary>Pictures of tables of a view: what they show is what stands in the cells, and nothing else.</summary>
internal sealed class ViewCharts(ViewWriter write)
{
    /// <param name="state">Key of the column whose classes the tiles show; rows are organisations.</param>
    /// <param name="value">Key of the column whose words stand on the tiles; null for the marks of the state.</param>
    /// <returns>Null where no row has a tile.</returns>
    public ViewChart? Map(ViewTable table, string state, string? value, string title)
    {
        var places = write.Ask.Catalogue.Tiles.ToDictionary(t => t.Organisation, StringComparer.Ordinal);
        var tiles = new List<MapTile>();
        foreach (var row in table.Rows.Where(r => places.ContainsKey(r.Key)))
        {
            var (name, cell) = (row.Cells[0].Text, table.Cell(row, state));
            if (cell.Class is { } look)
            {
                var said = value is null ? cell.Text : $"{table.Cell(row, value).Text}, {cell.Text}".TrimStart(',', ' ');
                tiles.Add(new MapTile(places[row.Key], name, look)
                {
                    Below = value is null || table.Cell(row, value).Text.Length == 0 ? cell.Mark! : table.Cell(row, value).Text,
                    Title = $"{name}: {said}",
                    Href = cell.Href ?? row.Href,
                });
            }
        }

        if (tiles.Count == 0)
        {
            return null;
        }

        var shown = tiles.SelectMany(t => t.Look.Split(' ')).ToHashSet(StringComparer.Ordinal);
        var picture = TileMap.Of(
            tiles, [.. ViewClass.All.Where(c => shown.Contains(c.Name)).Select(c => (c.Name, Line.Text($"{c.Mark} {write.Of(c.Label)}")))], Line.Text(title), $"{table.Id}-map");
        return new ViewChart("map", title, picture.Svg.Written(title), table.Id);
    }

    /// <param name="columns">Keys of those with fractions.</param>
    /// <returns>Null where no row has a fraction.</returns>
    public static ViewChart? Bars(ViewTable table, IReadOnlyList<ViewRow> rows, string title, params IReadOnlyList<string> columns)
    {
        if (!rows.Any(r => columns.Any(c => table.Cell(r, c).Value is not null)))
        {
            return null;
        }

        var bars = rows.Select(r => (
            Line.Text(r.Cells[0].Text),
            (IReadOnlyList<(Line, double?, Line)>)[.. columns.Select(c => (Line.Text(table.Columns.First(k => k.Key == c).Label), table.Cell(r, c).Value, Line.Text(table.Cell(r, c).Text)))]));
        return new ViewChart("bars", title, RateBars.Of([.. bars], Line.Text(title), $"{table.Id}-bars").Svg.Written(title), table.Id);
    }

    /// <param name="points">Value cells of the rows, the oldest first; those without a value are no points.</param>
    /// <returns>Null where there is no value.</returns>
    public static ViewChart? Course(ViewTable table, IReadOnlyList<(double At, string Period, ViewCell Cell)> points, (double Value, string Said)? target, TrendAhead? ahead, string title)
    {
        var drawn = points.Where(p => p.Cell.Value is not null).ToList();
        if (drawn.Count == 0)
        {
            return null;
        }

        var picture = Trend.Of(
            [.. drawn.Select((p, i) => new TrendPoint(p.At, new Run(RunKind.Time, p.Period), p.Cell.Value!.Value, new Run(RunKind.Text, i == 0 || i == drawn.Count - 1 ? p.Cell.Text : string.Empty))
            {
                IsBreak = p.Cell.Class?.Split(' ').Contains(ViewClass.Break.Name) == true,
                Title = $"{p.Period}: {p.Cell.Text}",
                Href = p.Cell.Href,
            })],
            target is { } aim ? (aim.Value, Line.Text(aim.Said)) : null,
            Line.Text(title),
            ahead,
            $"{table.Id}-trend");
        return new ViewChart("trend", title, picture.Svg.Written(title), table.Id);
    }

    /// <summary>A line without words, beside a row that has them.</summary>
    /// <returns>Null of fewer than two values.</returns>
    public static ViewChart? Spark(string table, string row, IReadOnlyList<(string Period, double? Value, bool IsBreak)> points, string title)
    {
        const int Width = 90;
        const int Height = 24;
        var values = points.Index().Where(p => p.Item.Value is not null).Select(p => (At: p.Index, p.Item.Value!.Value, p.Item.IsBreak)).ToList();
        if (values.Count < 2)
        {
            return null;
        }

        var (low, high) = (values.Min(v => v.Value), values.Max(v => v.Value));
        var svg = new Svg(Width, Height, $"{row}-spark");
        double X(int at) => 4 + ((Width - 8.0) * at / (points.Count - 1));
        double Y(double value) => high == low ? Height / 2.0 : Height - 4 - ((Height - 8) * (value - low) / (high - low));
        var part = new List<(double, double)>();
        svg.Begin(title);
        foreach (var (at, value, isBreak) in values)
        {
            if (isBreak && part.Count > 0)
            {
                svg.Path(part, "line");
                part = [];
            }

            part.Add((X(at), Y(value)));
        }

        svg.Path(part, "line");
        svg.Dot(X(values[^1].At), Y(values[^1].Value), 2, "dot");
        svg.End();
        return new ViewChart("spark", title, svg.Written(title), table) { Row = row };
    }
}
