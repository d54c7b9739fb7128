using DtPipeline.Faults;
using DtPipeline.Grids;
using DtPipeline.Grids.Zip;

namespace DtPipeline.Reading;

/// <summary>Turns the bytes of a report into rows. The one door to all formats: each is recognised by content and read by its own class.</summary>
internal static class ReportReader
{
    /// <summary>The rows in the order of the file, read while they are asked for. What cannot be read is told to the context's faults on the way.</summary>
    /// <param name="format">What the content was recognised as.</param>
    public static IEnumerable<ReportRow> Rows(ReadOnlyMemory<byte> content, RecognisedFormat format, ReadContext context)
    {
        if (content.IsEmpty)
        {
            context.KeepOut(FaultKinds.FileEmpty.At(context.Whole));
            return [];
        }

        return format.Format switch
        {
            ReportFormat.Zip when context.Member is null => Archive(content, context),
            ReportFormat.Text => Text(content, context),
            ReportFormat.Zip or ReportFormat.NoReport or ReportFormat.Pdf or ReportFormat.Picture => NoReport(format.Name, context),
            _ => Sheets(Grids(content, format, context), context),
        };
    }

    private static IEnumerable<Grid> Grids(ReadOnlyMemory<byte> content, RecognisedFormat format, ReadContext context)
    {
        var hasTable = format.Format is not (ReportFormat.Docx or ReportFormat.Html or ReportFormat.WebArchive);
        foreach (var grid in ReportGrids.Opened(content, format, context))
        {
            hasTable |= !grid.MayBeLayout;
            yield return grid;
        }

        if (context.Member is { } member && context.Faults.IsKeptOut(member))
        {
            yield return Grid.KeptOut(member);
        }
        else if (context.Member is { } text && !hasTable)
        {
            // What explains the figures is often a document beside them.
            context.Faults.Add(FaultKinds.FileMemberSkipped.At(context.Whole, text, format.Name));
            yield return Grid.KeptOut(text);
        }
    }

    private static IEnumerable<ReportRow> Sheets(IEnumerable<Grid> grids, ReadContext context)
    {
        var hasTable = false;
        Grid? other = null;
        foreach (var grid in grids)
        {
            if (grid.IsKeptOut)
            {
                hasTable = true;
                continue;
            }

            var layout = new TableLayout(context, grid);
            foreach (var row in layout.Rows())
            {
                yield return row;
            }

            hasTable |= layout.HasTable && !layout.IsOfOtherPeriod;
            other = layout.IsOfOtherPeriod ? grid : other;
        }

        if (!hasTable && other is { Name: { } name } && !context.Faults.KeepsFileOut)
        {
            // No sheet is of the file's period, so the name of this one is what its title would be.
            context.KeepOut(FaultKinds.TitlePeriod.At(new Place(other.Sheet, null, null), name, context.Path.Period.ToString()));
        }
        else if (!hasTable && !context.Faults.KeepsFileOut)
        {
            context.KeepOut(FaultKinds.HeaderMissing.At(context.Whole, expected: HeaderFinder.Expected));
        }
    }

    /// <summary>Every member is read as a report of its own kind, as if it were a sheet.</summary>
    private static IEnumerable<ReportRow> Archive(ReadOnlyMemory<byte> content, ReadContext context)
    {
        var read = 0;
        foreach (var member in ZipMembers.Of(content, context))
        {
            var inside = context with { Member = FaultKind.Quoted(member.Name) };
            var format = ReportFormats.Recognise(member.Content);
            if (!format.IsReport)
            {
                context.Faults.Add(FaultKinds.FileMemberSkipped.At(inside.Whole, member.Name, format.Name));
                continue;
            }

            read++;
            NamesOfFiles.Check(member.Name, inside);
            foreach (var row in Rows(member.Content, format, inside))
            {
                yield return row;
            }
        }

        if (read == 0 && context.Faults.Errors == 0)
        {
            context.KeepOut(FaultKinds.FileEmpty.At(context.Whole));
        }
    }

    private static IEnumerable<ReportRow> Text(ReadOnlyMemory<byte> content, ReadContext context)
    {
        var text = ReportText.Decode(content);
        foreach (var fault in text.Remarks)
        {
            context.Faults.Add(fault with { Place = context.Whole });
        }

        if (text.Fault is { } unreadable)
        {
            context.KeepOut(unreadable with { Place = context.Whole });
            return [];
        }

        return ReportGrids.OfText(text, context) is { } grid ? new TableLayout(context, grid).Rows() : new ObjectRows(context).Of(text);
    }

    private static IEnumerable<ReportRow> NoReport(string name, ReadContext context)
    {
        context.KeepOut(FaultKinds.FileBinary.At(context.Whole, name, ReadableFormats.Names));
        return [];
    }
}
