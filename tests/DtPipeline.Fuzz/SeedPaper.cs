using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace DtPipeline.Fuzz;

/// <summary>A signed paper as PDF, its streams packed as writers pack them. Those of the scenarios have theirs open.</summary>
internal static class SeedPaper
{
    public static byte[] Write()
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.TimesRoman);
        var page = builder.AddPage(PageSize.A4);
        page.AddText("So: 123/BC-UBND", 12, new PdfPoint(70, 780), font);
        page.AddText("Ha Noi, ngay 20 thang 6 nam 2023", 12, new PdfPoint(330, 780), font);
        page.AddText("BAO CAO", 14, new PdfPoint(270, 740), font);
        page.DrawRectangle(new PdfPoint(60, 60), 470, 740, 1);
        return builder.Build();
    }
}
