using System.Security.Cryptography;
using System.Text;
using DtPipeline.Catalogue;

namespace DtPipeline.Amending;

/// <summary>The files of a catalogue by name, as they are stored. One that is no text counts as blank here; what is wrong with it <see cref="CatalogueReader"/> says.</summary>
public sealed class CatalogueFiles(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
{
    private const int HashLength = 12;

    private readonly Dictionary<string, string> texts = files.ToDictionary(f => f.Key, f => CatalogueText.Of(f.Key, f.Value).Text, StringComparer.Ordinal);

    private IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Contents => files;

    /// <summary>Which catalogue is meant, in twelve hexadecimal digits over <see cref="Judging"/>.</summary>
    public string Hash
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var (name, text) in Judging.OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
                hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset())[..HashLength];
        }
    }

    /// <summary>The texts by which is judged, without what the secretariat writes itself every day: see <see cref="CatalogueReader.IsTakenByLine"/>.</summary>
    public IReadOnlyDictionary<string, string> Judging => texts.Where(f => !CatalogueReader.IsTakenByLine(f.Key)).ToDictionary(StringComparer.Ordinal);

    internal string? TextOf(string file) => texts.GetValueOrDefault(file);

    public static CatalogueFiles Of(IReadOnlyDictionary<string, string> texts) =>
        new(texts.ToDictionary(t => t.Key, t => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(t.Value)), StringComparer.Ordinal));

    /// <param name="allowHttpSources">As in <see cref="CatalogueReader.ReadBytes"/>.</param>
    public CatalogueReading Read(bool allowHttpSources = false) => CatalogueReader.ReadBytes(file => files.TryGetValue(file, out var bytes) ? (ReadOnlyMemory<byte>?)bytes : null, allowHttpSources);

    /// <summary>The same, with what the secretariat writes itself every day as it stands in another one.</summary>
    public CatalogueFiles With(CatalogueFiles newest) => new(
        files.Where(f => !CatalogueReader.IsTakenByLine(f.Key)).Concat(newest.Contents.Where(f => CatalogueReader.IsTakenByLine(f.Key))).ToDictionary(StringComparer.Ordinal));

    /// <summary>The same, with some files more or in place of its own.</summary>
    public CatalogueFiles With(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> others) =>
        new(files.Where(f => !others.ContainsKey(f.Key)).Concat(others).ToDictionary(StringComparer.Ordinal));

    /// <summary>The lines that differ, in the order of <see cref="CatalogueReader.Files"/>.</summary>
    public IReadOnlyList<LineChange> ChangesTo(CatalogueFiles other) =>
        [.. CatalogueReader.Files.SelectMany(f => CatalogueLines.Changes(f, texts.GetValueOrDefault(f), other.texts.GetValueOrDefault(f)))];
}
