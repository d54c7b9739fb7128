using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Answers.Workbooks;
using DtPipeline.Faults;
using DtPipeline.Grids;

namespace DtPipeline.Answers.Annotated;

/// <summary>The notes (once called comments) at the cells of one sheet: ours, beside those of the sender.</summary>
internal static class CellNotes
{
    public const string Author = "DtPipeline";

    public static bool AreIn(WorksheetPart sheet) =>
        sheet.WorksheetCommentsPart?.Comments is { } comments
        && (comments.Authors?.Elements<Author>().Any(a => a.Text == Author) == true || comments.Descendants<Comment>().Any(c => NoteText.StartsAt(c) >= 0));

    /// <param name="drawing">The relationship of the sheet's note shapes; null without one.</param>
    /// <returns>The same afterwards.</returns>
    public static string? Write(WorksheetPart sheet, IReadOnlyDictionary<CellAddress, List<Fault>> notes, string? drawing)
    {
        if ((notes.Count == 0 && !AreIn(sheet)) || NoteShapes.Of(sheet, drawing) is not { } shapes)
        {
            return drawing;
        }

        var part = sheet.WorksheetCommentsPart ?? sheet.AddNewPart<WorksheetCommentsPart>(RelationshipName.For(sheet, "Notes"));
        part.Comments ??= new Comments();
        part.Comments.Authors ??= new Authors();
        part.Comments.CommentList ??= new CommentList();
        RemoveOurs(part.Comments, shapes);
        AddOurs(part.Comments, shapes, notes);
        if (!part.Comments.CommentList.HasChildren)
        {
            sheet.DeletePart(part);
            return shapes.SaveOrDelete();
        }

        part.Comments.Save();
        return shapes.Save();
    }

    private static void RemoveOurs(Comments comments, NoteShapes shapes)
    {
        var ours = comments.Authors!.Elements<Author>().Index().Where(a => a.Item.Text == Author).Select(a => (uint)a.Index).ToHashSet();
        var removed = new HashSet<CellAddress>();
        foreach (var comment in comments.CommentList!.Elements<Comment>().ToList())
        {
            var start = NoteText.StartsAt(comment);
            if (start == 0 || (comment.AuthorId?.Value is { } author && ours.Contains(author)))
            {
                comment.Remove();
                removed.Add(CellAddress.Parse(comment.Reference?.Value) ?? default);
            }
            else if (start > 0)
            {
                NoteText.CutAt(comment, start);
            }
        }

        shapes.Remove(removed);
    }

    private static void AddOurs(Comments comments, NoteShapes shapes, IReadOnlyDictionary<CellAddress, List<Fault>> notes)
    {
        if (notes.Count == 0)
        {
            return;
        }

        var author = AuthorIn(comments.Authors!);
        var there = comments.CommentList!.Elements<Comment>()
            .Where(c => c.Reference?.Value is not null).DistinctBy(c => c.Reference!.Value).ToDictionary(c => c.Reference!.Value!, StringComparer.OrdinalIgnoreCase);
        foreach (var (cell, faults) in notes)
        {
            var text = NoteText.Of(faults);
            if (there.TryGetValue(cell.ToString(), out var senders))
            {
                NoteText.AddTo(senders, text);
                continue;
            }

            comments.CommentList.Append(new Comment(new CommentText(NoteText.Title(), NoteText.Body(text))) { Reference = cell.ToString(), AuthorId = author });
            shapes.Add(cell, text);
        }
    }

    private static uint AuthorIn(Authors authors)
    {
        var names = authors.Elements<Author>().Select(a => a.Text).ToList();
        if (!names.Contains(Author))
        {
            authors.Append(new Author(Author));
            names.Add(Author);
        }

        return (uint)names.IndexOf(Author);
    }
}
