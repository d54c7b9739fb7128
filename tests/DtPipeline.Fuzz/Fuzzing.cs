using System.Globalization;
using System.Text.Json;
using DtPipeline.Alerts;
using DtPipeline.Answers.Receipts;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Fuzz;

/// <summary>Reads damaged files one after the other, each under watch: whatever the bytes are, a receipt comes of them, soon and in little memory.</summary>
internal sealed class Fuzzing(IReadOnlyList<SeedFile> seeds, int seed)
{
    public const long MostBytes = 10 * 1_048_576;
    private const long MostAllocated = 300L * 1_048_576;

    // Who has not answered by then never will, on however busy a machine.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static readonly ReportingCatalogue Catalogue = CatalogueReader.Read(DefaultCatalogue.TextOf).Catalogue!;

    private readonly Dictionary<string, int> outcomes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);
    private int number;
    private long mostAllocated;

    /// <summary>The first file that was not answered as it has to be; null where all were.</summary>
    public string? Failure { get; private set; }

    public void Next()
    {
        var random = new Random(HashCode(seed, ++number));
        var chosen = seeds[random.Next(seeds.Count)];
        var content = Mutation.Of(chosen.Content, seeds, random);
        Failure = Read(content) is { } failure ? $"file {number} of seed {seed}, from {chosen.Name}: {failure}" : null;
    }

    /// <returns>What went wrong; null where a receipt came of the file.</returns>
    public string? Read(byte[] content)
    {
        string? failure = null;
        var worker = new Thread(() => failure = Work(content)) { IsBackground = true };
        worker.Start();
        return worker.Join(Longest) ? failure : $"no answer within {Longest.TotalSeconds} s";
    }

    public void Print(Action<string> write)
    {
        foreach (var (outcome, count) in outcomes.OrderByDescending(o => o.Value).Concat(codes.OrderByDescending(c => c.Value)))
        {
            write(string.Create(CultureInfo.InvariantCulture, $"{count,8} {outcome}"));
        }

        write(string.Create(CultureInfo.InvariantCulture, $"{number} files, at most {mostAllocated / 1_048_576.0:0.0} MiB allocated for one"));
        write(Failure is null ? "every file was answered" : $"FAILED: {Failure}");
    }

    private string? Work(byte[] content)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
#pragma warning disable CA1031 // That nothing is thrown is what is tried here.
        try
        {
            Answer(content);
        }
        catch (Exception e)
        {
            return e.ToString();
        }
#pragma warning restore CA1031

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        mostAllocated = Math.Max(mostAllocated, allocated);
        return allocated <= MostAllocated ? null : $"{allocated / 1_048_576} MiB allocated";
    }

    private void Answer(byte[] content)
    {
        var uploaded = new DateTimeOffset(2023, 6, 20, 3, 0, 0, TimeSpan.Zero);
        var received = new ReceivedFile("id", "P63-01/2023-Q2/bao-cao", "sha", uploaded, content, content.Length);
        var filing = FilingReader.Read(received, Catalogue, MostBytes);
        var step = FilingAlerts.Apply(LedgerState.Empty, filing, Catalogue);
        var receipt = Receipt.Of(step, uploaded);
        JsonSerializer.SerializeToUtf8Bytes(receipt);
        Count(outcomes, receipt.Status);
        foreach (var code in receipt.Faults.Select(f => f.Code).Distinct())
        {
            Count(codes, code);
        }

        var counts = receipt.Counts;
        if (receipt.Status != "rejected" && counts.Rows != counts.Accepted + counts.Unchanged + counts.Revised + counts.Nil + counts.Missing + counts.Faulty)
        {
            throw new InvalidOperationException($"the counts do not add up: {counts}");
        }

        if (receipt.Status == "rejected" && receipt.Faults.Count == 0)
        {
            throw new InvalidOperationException("rejected without a fault");
        }
    }

    private static void Count(Dictionary<string, int> counts, string of) => counts[of] = counts.GetValueOrDefault(of) + 1;

    /// <summary>The same in every process, which <see cref="System.HashCode"/> is not.</summary>
    private static int HashCode(int seed, int number) => unchecked((seed * 486_187_739) + (number * 16_777_619)) & int.MaxValue;
}
