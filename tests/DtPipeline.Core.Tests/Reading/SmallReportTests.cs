using System.Globalization;

namespace DtPipeline.Core.Tests.Reading;

/// <summary>Of files that come by the thousand, what each takes of the memory is what the collector has to clear away.</summary>
public sealed class SmallReportTests
{
    private static readonly DateTimeOffset At = new(2025, 9, 20, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("csv", 150_000)]
    [InlineData("zip", 150_000)]
    [InlineData("xlsx", 900_000)]
    public void TakesNoRoomForALargeOne(string format, long most)
    {
        var (content, path) = format switch
        {
            "csv" => ("indicator,value\nGOV-01,1\nDG-05,38.5\n"u8.ToArray(), Sent.Path),
            "zip" => (Zipped("a.csv", "indicator,value\nGOV-01,1\n"u8.ToArray()), Sent.Path),
            _ => (File.ReadAllBytes(Path.Combine(Repository.Root, "samples", "try", "P34-80", "2025-Q3", "bao-cao-quy-3.xlsx")), "P34-80/2025-Q3/bao-cao-quy-3.xlsx"),
        };
        Assert.NotEmpty(Sent.Bytes(content, path, At).Report.Cells);

        // What is rented may be made anew once in a while.
        var taken = Enumerable.Range(0, 4).Min(_ => TakenBy(() => Sent.Bytes(content, path, At)));

        Assert.True(taken <= most, string.Create(CultureInfo.InvariantCulture, $"{taken:N0} bytes"));
    }

    private static long TakenBy(Action read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        read();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static byte[] Zipped(string name, byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Create))
        {
            using var member = zip.CreateEntry(name).Open();
            member.Write(content);
        }

        return bytes.ToArray();
    }
}
