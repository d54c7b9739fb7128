namespace DtPipeline.Catalogue;

/// <summary>A catalogue, or what keeps it from being one by file and line. Beside a catalogue problems are lines of grants.csv and recipients.csv that do not count.</summary>
public sealed record CatalogueReading(ReportingCatalogue? Catalogue, IReadOnlyList<CatalogueProblem> Problems);

public static class CatalogueReader
{
    private const string SourcesFile = "sources.csv";

    public static readonly IReadOnlyList<string> Files =
        ["organisations.csv", "indicators.csv", "forms.csv", "form_indicators.csv", "regimes.csv", "tasks.csv", "holidays.csv", SourcesFile, TargetReader.File, GrantReader.File, RecipientReader.File];

    /// <summary>Files that the secretariat writes itself: a wrong line costs only itself. A wrong line of another file costs the whole catalogue.</summary>
    public static bool IsTakenByLine(string file) => file is GrantReader.File or RecipientReader.File;

    /// <param name="textOf">The text of a catalogue file by its name; null where there is none.</param>
    /// <param name="allowHttpSources">Take addresses of sources that are not encrypted, for one machine alone.</param>
    public static CatalogueReading Read(Func<string, string?> textOf, bool allowHttpSources = false) =>
        Read(file => textOf(file) is { } text ? new CatalogueText(text, null) : null, allowHttpSources);

    /// <param name="bytesOf">A catalogue file as it is stored, in UTF-8 or UTF-16; null where there is none.</param>
    /// <param name="allowHttpSources">As in <see cref="Read(Func{string, string?}, bool)"/>.</param>
    public static CatalogueReading ReadBytes(Func<string, ReadOnlyMemory<byte>?> bytesOf, bool allowHttpSources = false) =>
        Read(file => bytesOf(file) is { } bytes ? CatalogueText.Of(file, bytes) : null, allowHttpSources);

    private static CatalogueReading Read(Func<string, CatalogueText?> fileOf, bool allowHttpSources)
    {
        var problems = new List<CatalogueProblem>();

        // What the secretariat writes itself: a wrong line costs only itself, and it is told.
        var dropped = new List<CatalogueProblem>();
        CatalogueTable Table(string file, bool mayLack = false)
        {
            var of = IsTakenByLine(file) ? dropped : problems;
            var found = fileOf(file);
            if ((found is null && !mayLack ? new CatalogueProblem(file, 1, "the file is missing") : found?.Problem) is { } problem)
            {
                of.Add(problem);
            }

            return new CatalogueTable(file, found is { Problem: null } ? found.Text : null, of);
        }

        var organisations = new OrganisationReader(Table("organisations.csv")).Read();
        var indicators = IndicatorReader.Read(Table("indicators.csv"), organisations);
        var regimes = RegimeReader.Read(Table("regimes.csv"));
        var forms = new FormReader(Table("forms.csv"), Table("form_indicators.csv"), indicators, regimes, organisations).Read();
        var tasks = TaskReader.Read(Table("tasks.csv"), organisations, indicators);
        var calendar = CalendarReader.Read(Table("holidays.csv"));

        // Files that a catalogue may be without: older ones are.
        var sources = SourceReader.Read(Table(SourcesFile, mayLack: true), organisations, allowHttpSources);
        var targets = TargetReader.Read(Table(TargetReader.File, mayLack: true), organisations, indicators, forms);
        if (problems.Count > 0)
        {
            return new CatalogueReading(null, problems);
        }

        var grants = GrantReader.Read(Table(GrantReader.File, mayLack: true), new ReportingCatalogue(organisations, indicators, forms, regimes, tasks, calendar));
        var recipients = RecipientReader.Read(Table(RecipientReader.File, mayLack: true), forms, organisations);
        return new CatalogueReading(
            new ReportingCatalogue(organisations, indicators, forms, regimes, tasks, calendar) { Sources = sources, Targets = targets, Grants = grants, Recipients = recipients },
            dropped);
    }
}
