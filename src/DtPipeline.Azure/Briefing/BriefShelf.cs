using System.Text;
using DtPipeline.Answers.Briefs;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;

namespace DtPipeline.Azure.Briefing;

/// <summary>A brief in the list of all.</summary>
/// <param name="AsOf">The moment as of which its figures were known.</param>
/// <param name="Address">Below the version of the API.</param>
/// <param name="Documents">Names of its files.</param>
internal sealed record BriefLine(string Period, DateTimeOffset AsOf, string Address, IReadOnlyList<string> Documents)
{
    /// <summary>Address of the newest one of its period; null where that is this one.</summary>
    public string? SupersededBy { get; init; }
}

/// <summary>What is served of the briefs. A brief that another has taken the place of is served as it was, with a notice around it.</summary>
public sealed class BriefShelf(BriefStore briefs, CatalogueStore catalogues)
{
    /// <summary>Stands for the moment of the newest brief of a period.</summary>
    private const string Newest = "latest";

    private const string Html = ".html";

    /// <returns>JSON, the newest first.</returns>
    public async Task<BinaryData> ListAsync(CancellationToken cancellationToken)
    {
        var all = await briefs.ListAsync(cancellationToken);
        return BinaryData.FromObjectAsJson(
            all.Select(b => new BriefLine(b.Period.ToString(), b.AsOf, $"briefs/{b.Folder}", [.. Brief.Files, BriefStore.Figures])
            {
                SupersededBy = NewerThan(b, all) is { } newer ? $"briefs/{newer.Folder}" : null,
            }),
            Json.Indented);
    }

    /// <returns>Null where there is no such file.</returns>
    public async Task<(BinaryData Content, string Type)?> FindAsync(string period, string moment, string file, CancellationToken cancellationToken)
    {
        var all = await briefs.ListAsync(cancellationToken);
        if (Named(period, moment, all) is not { } entry || await briefs.FindAsync(entry, file, cancellationToken) is not { } found)
        {
            return null;
        }

        return file.EndsWith(Html, StringComparison.Ordinal) && NewerThan(entry, all) is { } newer
            ? (BinaryData.FromBytes(Encoding.UTF8.GetBytes(BriefNotice.Around(found.Content.ToString(), newer.AsOf, $"../{newer.Moment}/{file}"))), found.Type)
            : found;
    }

    /// <summary>The page that says what a figure is made of.</summary>
    /// <returns>HTML; null where the brief has no such figure.</returns>
    public async Task<BinaryData?> FigureAsync(string period, string moment, string id, CancellationToken cancellationToken)
    {
        if (Named(period, moment, await briefs.ListAsync(cancellationToken)) is not { } entry || await briefs.FiguresAsync(entry, cancellationToken) is not { } figures)
        {
            return null;
        }

        return figures.FirstOrDefault(f => f.Id == id) is { } figure
            ? BinaryData.FromString(FigurePage.Of(figure, figures, await catalogues.GetAsync(cancellationToken)))
            : null;
    }

    private static BriefEntry? Named(string period, string moment, IReadOnlyList<BriefEntry> all) => moment == Newest
        ? Period.TryParse(period, out var known) ? all.FirstOrDefault(b => b.Period == known) : null
        : BriefEntry.Parse(period, moment);

    private static BriefEntry? NewerThan(BriefEntry entry, IReadOnlyList<BriefEntry> all) => all.FirstOrDefault(b => b.Period == entry.Period && b.AsOf > entry.AsOf);
}
