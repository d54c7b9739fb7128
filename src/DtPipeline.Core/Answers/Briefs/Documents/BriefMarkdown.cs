using System.Text;

namespace DtPipeline.Answers.Briefs.Documents;

/// <summary>A document as Markdown: pictures are left out, for the tables have their rows; figures link by reference, so that the text can be read as it is.</summary>
internal static class BriefMarkdown
{
    /// <param name="address">Of the folder in which the document is served, with a slash at its end.</param>
    public static string Of(Document document, Uri address)
    {
        var text = new StringBuilder();
        var figures = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var block in document.Blocks)
        {
            Write(text, block, figures);
        }

        foreach (var id in figures)
        {
            text.Append('[').Append(id).Append("]: ").Append(address).Append(FigureLink.Of(id)).Append('\n');
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Block block, SortedSet<string> figures)
    {
        switch (block)
        {
            case Heading h:
                text.Append(new string('#', h.Level)).Append(' ').Append(Of(h.Text, figures)).Append("\n\n");
                break;
            case Paragraph p:
                text.Append(Of(p.Text, figures)).Append("\n\n");
                break;
            case Bullets b:
                text.AppendJoin('\n', b.Items.Select(i => "- " + Of(i, figures))).Append("\n\n");
                break;
            case Table t:
                Write(text, t, figures);
                break;
        }
    }

    private static void Write(StringBuilder text, Table table, SortedSet<string> figures)
    {
        if (!table.Caption.IsEmpty)
        {
            text.Append("**").Append(Of(table.Caption, figures)).Append("**\n\n");
        }

        Write(text, table.Columns.Select(c => Of(c.Header, figures)));
        Write(text, table.Columns.Select(c => c.IsNumber ? "--:" : ":--"));
        foreach (var row in table.Rows)
        {
            Write(text, row.Cells.Count == 1 && table.Columns.Count > 1
                ? [$"**{Of(row.Cells[0], figures)}**", .. Enumerable.Repeat(string.Empty, table.Columns.Count - 1)]
                : row.Cells.Select(c => Of(c, figures)));
        }

        text.Append('\n');
    }

    private static void Write(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");

    private static string Of(Line line, SortedSet<string> figures) => string.Concat(line.Runs.Select(run =>
    {
        if (run.Kind == RunKind.Figure)
        {
            figures.Add(run.Figure!);
            return $"[{Plain(run.Text)}][{run.Figure}]";
        }

        return run.Kind switch
        {
            RunKind.Strong => $"**{Plain(run.Text)}**",
            RunKind.Code => Code(run.Text),
            _ => Plain(run.Text),
        };
    }));

    public static string Code(string text) => $"`{text.Replace('`', '\'').ReplaceLineEndings(" ")}`";

    /// <summary>What somebody wrote is no markup.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#')
            {
                plain.Append('\\');
            }

            plain.Append(c is '\r' or '\n' ? ' ' : c);
        }

        return plain.ToString();
    }
}
