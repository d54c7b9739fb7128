using System.IO.Compression;
using System.Text;
using DtPipeline.Checking;
using DtPipeline.Faults;
using DtPipeline.Fuzz;

namespace DtPipeline.Core.Tests.Proofs.Hostile;

/// <summary>A file made to do harm, read under watch of its memory.</summary>
internal static class HostileFile
{
    private const int Little = 100;

    public static CheckedReport Read(byte[] content, int mostMebibytes = Little)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var report = Sent.Bytes(content).Report;
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < mostMebibytes * 1_048_576L, $"{allocated / 1_048_576} MiB allocated");
        return report;
    }

    public static CheckedReport Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    /// <summary>Nothing is stored, and this is why.</summary>
    public static void IsKeptOut(byte[] content, string code, int mostMebibytes = Little)
    {
        var report = Read(content, mostMebibytes);
        Assert.Empty(report.Cells);
        Assert.Equal([code], report.Faults.Where(f => f.Severity == Severity.Error).Select(f => f.Code).Distinct());
    }

    public static byte[] Zip(params (string Name, Action<Stream> Write)[] members)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, write) in members)
            {
                using var member = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                write(member);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>One line that no archive packs to nothing.</summary>
    public static Action<Stream> Letters(int mebibytes) => stream =>
    {
        var random = new Random(30);
        var block = new byte[1_048_576];
        for (var i = 0; i < mebibytes; i++)
        {
            random.GetItems("abcd"u8, block);
            stream.Write(block);
        }
    };

    public static Action<Stream> Spaces(int mebibytes) => stream =>
    {
        var block = new byte[1_048_576];
        Array.Fill(block, (byte)' ');
        for (var i = 0; i < mebibytes; i++)
        {
            stream.Write(block);
        }
    };

    /// <summary>Writes another number over the unpacked size of every member, in the directory and before the member.</summary>
    public static byte[] WithDeclaredSize(byte[] zip, uint size)
    {
        for (var i = 0; i + 46 < zip.Length; i++)
        {
            var at = zip.AsSpan(i) switch
            {
                [(byte)'P', (byte)'K', 1, 2, ..] => i + 24,
                [(byte)'P', (byte)'K', 3, 4, ..] => i + 22,
                _ => -1,
            };
            if (at >= 0)
            {
                BitConverter.TryWriteBytes(zip.AsSpan(at), size);
            }
        }

        return zip;
    }

    public static byte[] Workbook(string sheet, params (string Name, string Content)[] parts) => SeedWorkbook.Parts(sheet, parts);
}
