using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Filters;

namespace DtPipeline.Grids.Pdf;

/// <summary>
/// The lines of a PDF's first page of text. The file is anybody's, and the library that reads it trusts its files: it gets what
/// <see cref="PdfGuard"/> has cleared, unpacked within a <see cref="PdfBudget"/>, on a thread of its own, for which nobody waits for ever.
/// </summary>
internal static class PdfReader
{
    /// <summary>Pages in front of the first with text are covers and scans.</summary>
    private const int MostPages = 3;

    /// <summary>Fewer letters are a stamp or the number of a page.</summary>
    private const int FewestLetters = 20;

    private const int Stack = 16 * 1_048_576;

    /// <summary>A paper takes a tenth of a second, and what the guard lets through a few.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public static PdfLines Read(ReadOnlyMemory<byte> content)
    {
        PdfLines? read = null;
        var budget = new PdfBudget(DefaultFilterProvider.Instance);
        var worker = new Thread(() => read = Guarded(content, budget), Stack) { IsBackground = true };
        worker.Start();
        if (!worker.Join(Longest))
        {
            // It ends at the next stream that it wants unpacked.
            budget.End();
            return PdfLines.Of(PdfTrouble.TooMuch);
        }

        return read!;
    }

    private static PdfLines Guarded(ReadOnlyMemory<byte> content, PdfBudget budget)
    {
#pragma warning disable CA1031 // Libraries fail on damaged bytes in any way they please.
        try
        {
            var lines = Lines(content, budget);
            return budget.IsOver ? PdfLines.Of(PdfTrouble.TooMuch) : lines;
        }
        catch (PdfDocumentEncryptedException)
        {
            return PdfLines.Of(PdfTrouble.Locked);
        }
        catch (Exception e)
        {
            return PdfLines.Of(budget.IsOver || e is PdfTooMuchException ? PdfTrouble.TooMuch : PdfTrouble.Damaged);
        }
#pragma warning restore CA1031
    }

    private static PdfLines Lines(ReadOnlyMemory<byte> content, PdfBudget budget)
    {
        budget.Count(content.Span);
        using var document = PdfDocument.Open(content, new ParsingOptions { FilterProvider = budget, UseLenientParsing = true, SkipMissingFonts = true });
        new PdfGuard(document).Clear();
        for (var number = 1; number <= Math.Min(document.NumberOfPages, MostPages); number++)
        {
            var letters = document.GetPage(number).Letters;
            if (letters.Count(l => !string.IsNullOrWhiteSpace(l.Value)) >= FewestLetters)
            {
                return new PdfLines(PdfLayout.Rows(letters), PdfTrouble.None);
            }
        }

        return document.NumberOfPages == 0 ? PdfLines.Of(PdfTrouble.Damaged) : new PdfLines([], PdfTrouble.None);
    }
}
