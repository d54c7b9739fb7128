using System.Globalization;
using System.Text;
using Azure.Storage.Blobs;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Reliability;

internal sealed record Drop(string Path, string Content);

/// <summary>
/// Sixty reports with everything that happens to reports: new, moved, revised, faulty and then corrected, repeated, in the wrong place.
/// What answers an earlier file is in the second wave, which is uploaded in a later second.
/// </summary>
internal static class SixtyFiles
{
    public const string Now = "2023-06-20T09:00:00+07:00";

    public static IReadOnlyList<Drop> FirstWave { get; } = [.. Provinces("2023-Q1", _ => 1), .. Provinces("2023-Q2", n => n % 5 == 0 ? 3 : 1.1), .. Central(), .. Misplaced()];

    public static IReadOnlyList<Drop> SecondWave { get; } = [.. Corrected(), .. Revised(), .. Repeated()];

    /// <summary>Nothing owed has fallen due on <see cref="Now"/>, so that no alert depends on when a timer ran.</summary>
    public static async Task PutCatalogueAsync(TestPipeline pipeline)
    {
        var forms = DefaultCatalogue.TextOf("forms.csv")!.Replace("2023-Q1", "2023-Q2", StringComparison.Ordinal);
        await pipeline.Account.Catalogue.GetBlobClient("forms.csv").UploadAsync(BinaryData.FromString(forms), overwrite: true);
    }

    /// <summary>Uploads all and takes them in one after the other, as they came; what comes of it is what anything else is held against.</summary>
    public static async Task TakeInOrderAsync(TestPipeline pipeline)
    {
        await PutCatalogueAsync(pipeline);
        var reports = new List<BlobClient>();
        foreach (var drop in FirstWave)
        {
            reports.Add(await pipeline.UploadAsync(drop.Path, drop.Content));
        }

        await WaitForNextSecondAsync(pipeline.Account);
        foreach (var drop in SecondWave)
        {
            reports.Add(await pipeline.UploadAsync(drop.Path, drop.Content));
        }

        foreach (var report in reports)
        {
            await pipeline.TakeAsync(report);
        }

        await pipeline.SettleAsync();
    }

    /// <summary>Uploads a blob outside the reports until storage stamps it with a later second than the last report's.</summary>
    public static async Task WaitForNextSecondAsync(StorageAccount account)
    {
        var probe = account.Published.GetBlobClient("probe");
        var first = (await probe.UploadAsync(BinaryData.FromString("probe"), overwrite: true)).Value.LastModified;
        await Until.TrueAsync("the next second", async () => (await probe.UploadAsync(BinaryData.FromString("probe"), overwrite: true)).Value.LastModified > first);
        await probe.DeleteAsync();
    }

    private static IEnumerable<Drop> Provinces(string period, Func<int, double> growth) => Codes(OrganisationKind.Province).Take(20).Select((code, n) =>
        new Drop($"{code}/{period}/bao-cao.csv", Csv(("GOV-01", n % 2), ("IN-02", 60 + n), ("DE-08", (int)(growth(n) * 100)), ("DS-05", 200 + n))));

    private static IEnumerable<Drop> Central() => Codes(OrganisationKind.Ministry).Take(8).Select((code, n) =>
        new Drop($"{code}/2023-Q2/report.csv", Csv(("GOV-01", n % 2), ("DG-06", 80 + n)) + (n < 4 ? "DG-13,many\nNO-SUCH,1\n" : string.Empty)));

    private static IEnumerable<Drop> Misplaced() => [new("P63-01/bao-cao.csv", Csv(("GOV-01", 1))), new("P99-99/2023-Q2/bao-cao.csv", Csv(("GOV-01", 1)))];

    private static IEnumerable<Drop> Corrected() => Codes(OrganisationKind.Ministry).Take(4).Select((code, n) =>
        new Drop($"{code}/2023-Q2/report-2.csv", Csv(("GOV-01", n % 2), ("DG-06", 80 + n), ("DG-13", 55 + n))));

    private static IEnumerable<Drop> Revised() => Codes(OrganisationKind.Province).Take(4).Select((code, n) =>
        new Drop($"{code}/2023-Q2/bao-cao-sua.csv", Csv(("IN-02", 61.5 + n))));

    private static IEnumerable<Drop> Repeated() => Provinces("2023-Q2", n => n % 5 == 0 ? 3 : 1.1).Skip(10).Take(2).Select(d => d with { Path = d.Path.Replace(".csv", "-lan-2.csv", StringComparison.Ordinal) });

    private static IEnumerable<string> Codes(OrganisationKind kind) => CatalogueReader.Read(DefaultCatalogue.TextOf).Catalogue!.Organisations
        .Where(o => o.Kind == kind && o.IsValidOn(new DateOnly(2023, 6, 30)))
        .Select(o => o.Code);

    private static string Csv(params (string Indicator, double Value)[] rows) => rows.Aggregate(
        new StringBuilder("indicator,value\n"),
        (text, row) => text.Append(CultureInfo.InvariantCulture, $"{row.Indicator},{row.Value}\n"),
        text => text.ToString());
}
