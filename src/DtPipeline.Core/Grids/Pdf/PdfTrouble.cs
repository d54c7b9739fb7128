using DtPipeline.Texts;

namespace DtPipeline.Grids.Pdf;

/// <summary>Why the text of a PDF was not read.</summary>
internal enum PdfTrouble
{
    None,
    Locked,
    Damaged,

    /// <summary>It unpacks to more, or takes longer, than reading a letterhead may.</summary>
    TooMuch,
}

/// <param name="Rows">Lines from above, each in pieces where wide gaps part it.</param>
internal sealed record PdfLines(IReadOnlyList<IReadOnlyList<string>> Rows, PdfTrouble Trouble)
{
    public static PdfLines Of(PdfTrouble trouble) => new([], trouble);

    /// <summary>In words.</summary>
    public Bilingual Why => Trouble switch
    {
        PdfTrouble.Locked => new("có mật khẩu", "it has a password"),
        PdfTrouble.Damaged => new("bị hỏng", "it is damaged"),
        _ => new("quá lớn", "it is too large"),
    };
}
