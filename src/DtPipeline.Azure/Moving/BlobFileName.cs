using System.Globalization;
using System.Text;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Moving;

/// <summary>
/// Where a blob lies in an export. A blob's name may hold what no file system takes, and lead out of the folder; the file beside it says the
/// name itself, so this one has only to be harmless and of one meaning. The sign % stands only where something was put in its place.
/// </summary>
internal static class BlobFileName
{
    /// <summary>Behind a file's name: what the blob is called, its type and metadata.</summary>
    public const string PropertiesSuffix = "%.json";

    private const string WithoutExtension = "%.bin";
    private const string NotInNames = "%<>:\"|?*\\";
    private const int MostBytes = 120;
    private const int KeptCharacters = 60;

    private static readonly HashSet<string> Devices =
        [.. new[] { "CON", "PRN", "AUX", "NUL" }, .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })];

    /// <summary>Folders have no dot and files always have one: a blob <c>a</c> then lies beside a blob <c>a/b</c>.</summary>
    public static string Of(string blob)
    {
        var segments = blob.Split('/');
        var leaf = Segment(segments[^1], isFolder: false);
        return string.Join('/', [.. segments[..^1].Select(s => Segment(s, isFolder: true)), leaf.Contains('.', StringComparison.Ordinal) ? leaf : leaf + WithoutExtension]);
    }

    /// <summary>For a blob whose place is taken, where the file system holds two names for one: capital letters, composed ones.</summary>
    public static string Another(string blob)
    {
        var path = Of(blob);
        var dot = path.LastIndexOf('.');
        return $"{path[..dot]}%{LedgerKey.HashOf(blob)}{path[dot..]}";
    }

    private static string Segment(string segment, bool isFolder)
    {
        var text = new StringBuilder();
        for (var i = 0; i < segment.Length; i++)
        {
            var c = segment[i];
            var atEdge = i == 0 || i == segment.Length - 1;
            var isPair = char.IsSurrogatePair(segment, i) || (i > 0 && char.IsSurrogatePair(segment, i - 1));
            var isHeld = !char.IsControl(c) && !NotInNames.Contains(c, StringComparison.Ordinal)
                && !(c == '.' && (isFolder || atEdge)) && !(c == ' ' && atEdge) && (!char.IsSurrogate(c) || isPair);
            text.Append(isHeld ? c : $"%{((int)c).ToString("X2", CultureInfo.InvariantCulture)}");
        }

        var name = text.Length == 0 || Devices.Contains(segment.Split('.')[0].ToUpperInvariant()) ? $"%{text}" : text.ToString();
        return Encoding.UTF8.GetByteCount(name) <= MostBytes ? name : Cut(name, segment);
    }

    private static string Cut(string name, string segment)
    {
        var kept = char.IsHighSurrogate(name[KeptCharacters - 1]) ? KeptCharacters - 1 : KeptCharacters;
        var start = Encoding.UTF8.GetByteCount(name[..kept]) <= MostBytes ? name[..kept] : name[..(kept / 3)];
        return $"{start}%{LedgerKey.HashOf(segment)}{(Path.GetExtension(name) is { Length: > 1 and <= 8 } extension ? extension : string.Empty)}";
    }
}
