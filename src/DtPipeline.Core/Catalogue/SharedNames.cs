namespace DtPipeline.Catalogue;

/// <summary>Who is called what, from when until when: a name that two have at one time tells neither of them in a report.</summary>
/// <param name="what">As a problem calls it: "name", "name or code".</param>
internal sealed class SharedNames(string what)
{
    private readonly Dictionary<string, List<(string Code, int Line, ValidTime Time)>> known = new(StringComparer.Ordinal);

    /// <param name="names">As <see cref="CatalogueNames"/> compares them.</param>
    /// <returns>The first name that another one before it has at the same time, and what to do; null where all are its own.</returns>
    public string? ProblemOf(string code, int line, ValidTime time, IEnumerable<string> names)
    {
        string? problem = null;
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            var same = known.TryGetValue(name, out var list) ? list : known[name] = [];
            if (problem is null && same.Find(s => s.Time.Overlaps(time)) is { Code: { } other, Line: var at })
            {
                problem = $"the {what} '{name}' is also that of '{other}' (line {at}) at the same time; write what tells them apart, or end one the day before the other begins";
            }

            same.Add((code, line, time));
        }

        return problem;
    }
}
