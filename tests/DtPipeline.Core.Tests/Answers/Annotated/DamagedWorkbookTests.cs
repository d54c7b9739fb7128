using System.IO.Compression;
using System.Text;
using DtPipeline.Answers.Annotated;
using DtPipeline.Faults;

namespace DtPipeline.Core.Tests.Answers.Annotated;

public sealed class DamagedWorkbookTests
{
    private static readonly byte[] Report = SentWorkbook.Of(SentWorkbook.Report);
    private static readonly Fault[] Faults = [FaultKinds.ValueNotNumber.At(new("Báo cáo", 4, null, "C4"), "abc"), FaultKinds.RowFields.At(new("Báo cáo", 6, null), "3", "4")];

    public static TheoryData<string, byte[]> NoWorkbooks => new()
    {
        { "nothing", [] },
        { "text", Encoding.UTF8.GetBytes("indicator,value\nDG-05,12\n") },
        { "half", Report[..(Report.Length / 2)] },
        { "a package of something else", Zip(("word/document.xml", "<a/>")) },
        { "not a package", "PK\u0003\u0004 and no more"u8.ToArray() },
        { "a compound file", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]] },
        { "too many parts", WithEntries(2_001, 1) },
        { "a bomb", WithEntries(1, 210 * 1_048_576) },
        { "a sheet with a document type", SentWorkbook.Edited(Report, d => SentWorkbook.Feed(d.Sheet("Báo cáo"), $"<!DOCTYPE worksheet [<!ENTITY a 'b'>]><worksheet xmlns=\"{SentWorkbook.Main}\"><sheetData/></worksheet>")) },
        {
            "a strict workbook, which has other namespaces throughout",
            Repacked(Report, (_, text) => text.Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal), CompressionLevel.Fastest)
        },
        { "styles without a bottom", SentWorkbook.Edited(Report, d => SentWorkbook.Feed(d.WorkbookPart!.WorkbookStylesPart!, Nested(200_000))) },
    };

    [Theory]
    [MemberData(nameof(NoWorkbooks))]
    public void IsNotAnnotated(string what, byte[] bytes) => Assert.True(AnnotatedWorkbook.Of(bytes, Faults) is null, what);

    [Fact]
    public void FlippedBitsNeverThrow()
    {
        var random = new Random(63);
        foreach (var sent in new[] { Report, Stored(Report), AnnotatedWorkbook.Of(Report, Faults)!, new OldWorkbook().Sheet("Báo cáo").Text(1, 1, "a").Number(4, 3, 1).ToBytes() })
        {
            for (var time = 0; time < 125; time++)
            {
                var mutated = (byte[])sent.Clone();
                for (var flips = random.Next(1, 6); flips > 0; flips--)
                {
                    mutated[random.Next(mutated.Length)] ^= (byte)(1 << random.Next(8));
                }

                AnnotatedWorkbook.Of(mutated, Faults);
            }
        }
    }

    [Theory]
    [InlineData("mailto:a@b@@c d;")]
    [InlineData("http://")]
    public void AddressesThatAreNoneDoNotStopItAndStayAsTheyWereTyped(string address)
    {
        var sent = SentWorkbook.Edited(
            SentWorkbook.Of(SentWorkbook.Report.Replace("<pageMargins", """<hyperlinks><hyperlink ref="A3" r:id="rIdLink"/></hyperlinks><pageMargins""", StringComparison.Ordinal)),
            d => d.Sheet("Báo cáo").AddHyperlinkRelationship(new Uri("http://a.example/"), true, "rIdLink"));
        var broken = Repacked(sent, (name, text) => name.EndsWith("sheet1.xml.rels", StringComparison.Ordinal) ? text.Replace("http://a.example/", address, StringComparison.Ordinal) : text, CompressionLevel.Fastest);

        var annotated = AnnotatedWorkbook.Of(broken, Faults)!;

        Assert.Equal(["Báo cáo!B6", "Báo cáo!C4"], Seen.CellsWithNotes(annotated));
        Assert.Contains($"Target=\"{address}\"", Seen.Parts(annotated).Single(p => p.Key.EndsWith("sheet1.xml.rels", StringComparison.Ordinal)).Value, StringComparison.Ordinal);
        Assert.Equal(annotated, AnnotatedWorkbook.Of(broken, Faults));
    }

    private static string Nested(int depth) =>
        $"<styleSheet xmlns=\"{SentWorkbook.Main}\">{string.Concat(Enumerable.Repeat("<fills>", depth))}{string.Concat(Enumerable.Repeat("</fills>", depth))}</styleSheet>";

    /// <summary>Without compression every flipped bit is one of the XML.</summary>
    private static byte[] Stored(byte[] package) => Repacked(package, (_, text) => text, CompressionLevel.NoCompression);

    private static byte[] Repacked(byte[] package, Func<string, string, string> edit, CompressionLevel level)
    {
        using var source = new ZipArchive(new MemoryStream(package));
        return Zip(level, [.. source.Entries.Select(e => (e.FullName, edit(e.FullName, new StreamReader(e.Open()).ReadToEnd())))]);
    }

    private static byte[] Zip(params (string Name, string Text)[] entries) => Zip(CompressionLevel.Fastest, entries);

    private static byte[] Zip(CompressionLevel level, (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    private static byte[] WithEntries(int count, int size)
    {
        using var stream = new MemoryStream();
        stream.Write(Report);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            for (var n = 0; n < count; n++)
            {
                using var entry = zip.CreateEntry($"xl/media/{n}.bin").Open();
                entry.Write(new byte[size]);
            }
        }

        return stream.ToArray();
    }
}
