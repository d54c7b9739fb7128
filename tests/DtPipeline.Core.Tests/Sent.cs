using System.Security.Cryptography;
using System.Text;
using DtPipeline.Answers;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Core.Tests;

/// <summary>Report files as organisations send them, read and checked with the default catalogue. Unless said otherwise: Hà Nội, 2023-Q2, in time.</summary>
internal static class Sent
{
    public const string Path = "P63-01/2023-Q2/bao-cao.csv";
    public const long MostBytes = 10 * 1_048_576;

    public static readonly HelpAddress Help = new("https://help.test/");

    public static readonly DateTimeOffset At = new(2023, 6, 20, 3, 0, 0, TimeSpan.Zero);

    public static Filing Rows(params string[] rows) => Table("indicator,value", rows);

    public static Filing Table(string header, params string[] rows) => Text(string.Join('\n', [header, .. rows, string.Empty]));

    public static Filing Text(string text, string path = Path, DateTimeOffset? at = null) => Bytes(Encoding.UTF8.GetBytes(text), path, at);

    /// <summary>Rows of the province N, read with a small catalogue.</summary>
    public static Filing FromNorth(ReportingCatalogue catalogue, string rows)
    {
        var content = Encoding.UTF8.GetBytes($"indicator,value\n{rows}");
        return FilingReader.Read(new ReceivedFile("f", "N/2023-Q2/a.csv", "h", At, content, content.Length), catalogue, content.Length);
    }

    public static Filing Bytes(byte[] content, string path = Path, DateTimeOffset? at = null)
    {
        var sha = Convert.ToHexStringLower(SHA256.HashData(content));
        var file = new ReceivedFile(LedgerKey.FileId(path, sha, "1"), path, sha, at ?? At, content, content.Length);
        return FilingReader.Read(file, TheCatalogue.Default, MostBytes);
    }
}
