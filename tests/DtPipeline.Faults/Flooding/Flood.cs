using System.Globalization;
using DtPipeline.Catalogue;

namespace DtPipeline.FaultInjection.Flooding;

/// <summary>Small reports that come all at once, in the order of a seed.</summary>
internal sealed record Flood(string Name, IReadOnlyList<string> Paths)
{
    private static readonly string[] Provinces =
    [
        .. CatalogueReader.Read(DefaultCatalogue.TextOf).Catalogue!.Organisations
            .Where(o => o.Kind == OrganisationKind.Province && o.IsValidOn(new DateOnly(2023, 3, 31)))
            .Select(o => o.Code),
    ];

    public static Flood OfManyOrganisations(int files, int seed) =>
        Shuffled($"{files} files of {Provinces.Length} organisations", seed, Enumerable.Range(0, files).Select(n => PathOf(Provinces[n % Provinces.Length], 1, n)));

    public static Flood OfOne(int files, int seed) => Shuffled($"{files} files of one partition", seed, Enumerable.Range(0, files).Select(n => PathOf(Provinces[0], 1, n)));

    public static Flood Apart(int files, int seed) =>
        Shuffled($"{files} files of {files} partitions", seed, Enumerable.Range(0, files).Select(n => PathOf(Provinces[n % Provinces.Length], 1 + (n / Provinces.Length), n)));

    /// <summary>By its number, so that many cells of a partition are revised and revised again.</summary>
    public static string ContentOf(string path)
    {
        var n = int.Parse(Path.GetFileNameWithoutExtension(path), CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"indicator,value\nDE-08,{n}\nDS-05,{n % 7}\nIN-02,{n / 10}\n");
    }

    private static string PathOf(string organisation, int quarter, int number) => string.Create(CultureInfo.InvariantCulture, $"{organisation}/2023-Q{quarter}/{number}.csv");

    private static Flood Shuffled(string name, int seed, IEnumerable<string> paths)
    {
        var all = paths.ToArray();
        new Random(seed).Shuffle(all);
        return new Flood(name, all);
    }
}
