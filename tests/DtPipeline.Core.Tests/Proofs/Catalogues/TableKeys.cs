namespace DtPipeline.Core.Tests.Proofs.Catalogues;

/// <summary>What Table storage takes as a key and Blob storage as a name.</summary>
internal static class TableKeys
{
    private const int Longest = 512;

    public static void Check(string key) => Assert.True(
        key.Length is > 0 and <= Longest && !key.Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c)), $"no key of a table: {key}");

    public static void CheckPath(string path) => Assert.True(
        path.Split('/') is [_, _, _] parts && Array.TrueForAll(parts, p => p.Length > 0 && p[^1] != '.' && p.Trim() == p && !p.Any(c => c is '\\' or '?' or '#' or '%' || char.IsControl(c))),
        $"no name of a blob: {path}");
}
