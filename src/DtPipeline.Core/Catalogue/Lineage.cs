namespace DtPipeline.Catalogue;

/// <summary>
/// What an organisation was before it got its code, where nothing but the code changed: it begins the day after the other's last, is of the same
/// kind, nobody else names it as successor, and no part of the other has become another body. Of a merger no part is the whole, and who took another in was there before.
/// </summary>
internal static class Lineage
{
    /// <returns>Itself, then what it goes on unchanged, the newest first.</returns>
    public static IReadOnlyList<Organisation> Of(Organisation organisation, ReportingCatalogue catalogue)
    {
        var line = new List<Organisation> { organisation };

        while (Before(line[^1], catalogue) is { } before)
        {
            line.Add(before);
        }

        return line;
    }

    public static Organisation? Before(Organisation organisation, ReportingCatalogue catalogue) =>
        catalogue.PredecessorsOf(organisation).Take(2).ToList() is [var only]
            && only.Kind == organisation.Kind
            && only.ValidTo is { } end
            && end.AddDays(1) == organisation.ValidFrom
            && !catalogue.Organisations.Any(o => o.ValidFrom == organisation.ValidFrom && o.SplitFrom.Contains(only.Code))
            ? only
            : null;
}
