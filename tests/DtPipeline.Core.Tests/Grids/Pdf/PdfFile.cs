using System.Globalization;
using System.Text;

namespace DtPipeline.Core.Tests.Grids.Pdf;

/// <summary>A PDF written object by object, as its author likes it: what no writer of PDFs would make.</summary>
internal sealed class PdfFile
{
    public const string Letterhead = "Số: 123/BC-UBND";
    public const string Dateline = "Hà Nội, ngày 20 tháng 6 năm 2023";

    private readonly SortedDictionary<int, string> objects = new()
    {
        [1] = "<< /Type /Catalog /Pages 2 0 R >>",
        [2] = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        [3] = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources 9 0 R /Contents 6 0 R >>",
        [4] = "<< /Type /Font /Subtype /Type0 /BaseFont /Serif /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 5 0 R >>",
        [7] = "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Serif /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 8 0 R >>",
        [8] = "<< /Type /FontDescriptor /FontName /Serif /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
        [9] = "<< /Font << /F1 4 0 R >> >>",
    };

    private string trailer = "/Root 1 0 R";

    /// <summary>A page of lines, given their letters by a ToUnicode map.</summary>
    public static PdfFile Of(params (int X, int Y, string Text)[] lines)
    {
        var letters = string.Concat(lines.Select(l => l.Text)).Distinct().ToList();
        string Code(char c) => (letters.IndexOf(c) + 1).ToString("X4", CultureInfo.InvariantCulture);
        var map = string.Concat(letters.Select(c => $"<{Code(c)}> <{(int)c:X4}>\n"));
        var content = string.Concat(lines.Select(l => $"1 0 0 1 {l.X} {l.Y} Tm <{string.Concat(l.Text.Select(Code))}> Tj\n"));
        return new PdfFile()
            .WithStream(5, $"/CIDInit /ProcSet findresource begin\nbegincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{letters.Count} beginbfchar\n{map}endbfchar\nendcmap\nend")
            .WithStream(6, $"BT /F1 12 Tf\n{content}ET");
    }

    public static PdfFile Letter(string number = Letterhead, string dateline = Dateline) =>
        Of((70, 780, "ỦY BAN NHÂN DÂN"), (320, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), (70, 742, number), (330, 742, dateline), (270, 700, "BÁO CÁO"));

    public PdfFile With(int number, string content)
    {
        objects[number] = content;
        return this;
    }

    /// <summary>The object, with a text in it replaced by another.</summary>
    public PdfFile With(int number, string was, string now) => With(number, objects[number].Replace(was, now, StringComparison.Ordinal));

    public PdfFile WithStream(int number, string content, string dictionary = "") =>
        With(number, $"<< /Length {Encoding.Latin1.GetByteCount(content)} {dictionary} >>\nstream\n{content}\nendstream");

    /// <summary>Adds to the content of a stream.</summary>
    public PdfFile WithMore(int stream, string before, string more)
    {
        var whole = objects[stream];
        var content = whole[(whole.IndexOf("stream\n", StringComparison.Ordinal) + 7)..whole.LastIndexOf("\nendstream", StringComparison.Ordinal)];
        return WithStream(stream, content.Replace(before, more + before, StringComparison.Ordinal));
    }

    public PdfFile WithTrailer(string entries)
    {
        trailer += $" {entries}";
        return this;
    }

    public byte[] Bytes()
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var offsets = new Dictionary<int, int>();
        foreach (var (number, content) in objects)
        {
            offsets[number] = file.Length;
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n");
        }

        var xref = file.Length;
        var size = objects.Keys.Max() + 1;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {size}\n0000000000 65535 f \n");
        for (var number = 1; number < size; number++)
        {
            file.Append(offsets.TryGetValue(number, out var at) ? $"{at:0000000000} 00000 n \n" : "0000000000 65535 f \n");
        }

        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {size} {trailer} >>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
