namespace DtPipeline.Answers.Briefs.Figures;

/// <summary>The figures that a brief states, each once.</summary>
internal sealed class FigureBook
{
    private readonly SortedDictionary<string, BriefFigure> figures;
    private readonly string edition;

    public FigureBook()
        : this(new(StringComparer.Ordinal), string.Empty)
    {
    }

    private FigureBook(SortedDictionary<string, BriefFigure> figures, string edition)
    {
        this.figures = figures;
        this.edition = edition;
    }

    public IReadOnlyCollection<BriefFigure> All => figures.Values;

    /// <summary>The same book for figures as they were known at an earlier moment: their ids say so.</summary>
    public FigureBook Edition(DateTimeOffset asOf) => new(figures, FormattableString.Invariant($"~as_of_{asOf.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}"));

    /// <returns>The id.</returns>
    /// <exception cref="InvalidOperationException">Another value has the id: two rules of a brief contradict each other.</exception>
    public string Keep(BriefFigure figure)
    {
        if (edition.Length > 0 && !figure.Id.EndsWith(edition, StringComparison.Ordinal))
        {
            figure = figure with { Id = figure.Id + edition };
        }

        if (!figures.TryAdd(figure.Id, figure) && figures[figure.Id].Value != figure.Value)
        {
            throw new InvalidOperationException($"The figure {figure.Id} is {figures[figure.Id].Value} and {figure.Value}.");
        }

        return figure.Id;
    }

    /// <summary>What follows from figures that are kept.</summary>
    public string Keep(string id, double value, string unit, string method, params IReadOnlyList<string> from)
    {
        var first = from.Count > 0 ? figures[from[0]] : null;
        return Keep(new BriefFigure(id, first?.Indicator, first?.Group, first?.Organisation, first?.Period, value, unit, null, null, method, []) { From = from });
    }
}
