using System.Text;
using UglyToad.PdfPig.Content;

namespace DtPipeline.Grids.Pdf;

/// <summary>Letters on a page as lines from above, parted where a gap is as wide as between two columns of a letterhead.</summary>
internal static class PdfLayout
{
    /// <summary>In heights of the letters: how far apart the base lines of one line are, and gaps between words and columns.</summary>
    private const double SameLine = 0.35;
    private const double Word = 0.15;
    private const double Column = 2;

    public static IReadOnlyList<IReadOnlyList<string>> Rows(IReadOnlyList<Letter> letters)
    {
        var rows = new List<IReadOnlyList<string>>();
        var line = new List<Letter>();
        foreach (var letter in letters.OrderByDescending(l => l.StartBaseLine.Y))
        {
            if (line.Count > 0 && line[0].StartBaseLine.Y - letter.StartBaseLine.Y > SameLine * HeightOf(line[0]))
            {
                rows.Add(Pieces(line));
                line.Clear();
            }

            line.Add(letter);
        }

        if (line.Count > 0)
        {
            rows.Add(Pieces(line));
        }

        return rows;
    }

    private static List<string> Pieces(List<Letter> line)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        Letter? before = null;
        foreach (var letter in line.Where(l => !string.IsNullOrWhiteSpace(l.Value)).OrderBy(l => l.StartBaseLine.X))
        {
            var gap = before is null ? 0 : (letter.StartBaseLine.X - before.EndBaseLine.X) / HeightOf(letter);
            if (gap > Column)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
            else if (gap > Word)
            {
                piece.Append(' ');
            }

            piece.Append(letter.Value);
            before = letter;
        }

        pieces.Add(piece.ToString());
        return pieces;
    }

    private static double HeightOf(Letter letter) => Math.Max(1, Math.Abs(letter.PointSize));
}
