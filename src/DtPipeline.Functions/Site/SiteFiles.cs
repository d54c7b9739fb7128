using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace DtPipeline.Functions.Site;

/// <param name="Encoding">As it is sent, for example <c>br</c>; null for the file as it is.</param>
internal sealed record SiteFile(byte[] Content, string Type, string? Encoding);

/// <summary>The built page, embedded in this assembly with what is compressed of it.</summary>
internal static class SiteFiles
{
    private const string Folder = "web/";

    // The better first.
    private static readonly (string Encoding, string Extension)[] Compressed = [("br", ".br"), ("gzip", ".gz")];

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, byte[]> All = Read();

    public static SiteFile Page { get; } = new(All["index.html"], Types[".html"], null);

    /// <param name="name">Without a folder, for example <c>index-Ab12.js</c>.</param>
    /// <returns>Null where there is no such file.</returns>
    public static SiteFile? Asset(string name, HttpRequest request)
    {
        var path = $"assets/{name}";
        if (!All.TryGetValue(path, out var plain) || !Types.TryGetValue(Path.GetExtension(name), out var type))
        {
            return null;
        }

        var taken = request.GetTypedHeaders().AcceptEncoding.Where(e => e.Quality != 0).Select(e => e.Value.ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (encoding, extension) in Compressed)
        {
            if (taken.Contains(encoding) && All.TryGetValue(path + extension, out var content))
            {
                return new SiteFile(content, type, encoding);
            }
        }

        return new SiteFile(plain, type, null);
    }

    private static FrozenDictionary<string, byte[]> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).ToFrozenDictionary(n => n[Folder.Length..], name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            return BinaryData.FromStream(stream).ToArray();
        });
    }
}
