using System.Text;
using DtPipeline.Answers.Extracts;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Views;

/// <summary>A view as text for a spreadsheet: one table below the other, each under its title, with words where the page has colours. UTF-8 with its mark, so that Excel reads Vietnamese.</summary>
public static class ViewCsv
{
    public const string Type = "text/csv; charset=utf-8";

    public static byte[] Of(ViewModel model)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(model))
        {
            text.Append(CsvLine.Of(line.Select(Cell)));
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static IEnumerable<IEnumerable<string>> Lines(ViewModel model)
    {
        yield return [model.Title];
        foreach (var said in new[] { model.Subtitle, model.AsOf, model.Empty }.OfType<string>())
        {
            yield return [said];
        }

        foreach (var number in model.Numbers)
        {
            yield return [number.Label, number.Text, number.Change ?? string.Empty];
        }

        foreach (var filter in model.Filters.Where(f => f.Value.Length > 0))
        {
            yield return [filter.Label, filter.Options.FirstOrDefault(o => o.Value == filter.Value)?.Label ?? filter.Value];
        }

        foreach (var entry in model.Legend)
        {
            yield return [entry.Mark, entry.Label];
        }

        foreach (var line in model.Tables.SelectMany(Lines))
        {
            yield return line;
        }

        foreach (var note in model.Notes)
        {
            yield return [];
            yield return [note];
        }
    }

    private static IEnumerable<IEnumerable<string>> Lines(ViewTable table)
    {
        yield return [];
        yield return [table.Title];
        if (table.Empty is { } empty)
        {
            yield return [empty];
        }

        if (table.Rows.Count == 0)
        {
            yield break;
        }

        var groups = table.Groups.ToDictionary(g => g.Key, g => g.Label, StringComparer.Ordinal);
        var header = table.Columns.Select(c => c.Unit is { } unit ? $"{c.Label} ({unit})" : c.Label);
        yield return groups.Count > 0 ? [string.Empty, .. header] : header;
        foreach (var row in table.Rows)
        {
            var cells = row.Cells.Select(c => c.Text);
            yield return groups.Count > 0 ? [groups.GetValueOrDefault(row.Group ?? string.Empty) ?? string.Empty, .. cells] : cells;
        }
    }

    /// <summary>One line, and no formula whatever a sender has written.</summary>
    private static string Cell(string text) => FormulaMark.Put(text);
}
