using DtPipeline.Catalogue;

namespace DtPipeline.Pipeline.Tests.Support;

/// <summary>
/// The catalogue that everybody has, with the bodies alone that a test is about and without tasks: what a whole country owes is hundreds of alerts, each delivered by
/// itself, in every test that lets a day pass.
/// </summary>
internal static class FewBodies
{
    /// <summary>And their successors.</summary>
    public static readonly string[] SixProvinces = ["P63-01", "P63-02", "P63-04", "P63-08", "P63-48", "P63-79", "P34-01", "P34-04", "P34-08", "P34-48", "P34-79"];

    // Forms are owed by ministries too, and indicators owned by them.
    private static readonly string[] Ministries = ["MIC", "MOST", "MPS"];

    /// <param name="codes">Also of successors, where one that is named has any.</param>
    public static async Task<TestPipeline> StartAsync(string now, IReadOnlyDictionary<string, string?>? settings = null, params string[] codes)
    {
        var pipeline = await TestPipeline.StartAsync(now, settings: settings);
        await pipeline.PutCatalogueAsync("organisations.csv", Organisations(codes));
        await pipeline.PutCatalogueAsync("tasks.csv", Kept("tasks.csv", _ => false));
        return pipeline;
    }

    /// <summary>The lines of those bodies, as <c>organisations.csv</c>.</summary>
    public static string Organisations(params IEnumerable<string> codes) => Kept("organisations.csv", line => codes.Concat(Ministries).Any(c => line.StartsWith($"{c},", StringComparison.Ordinal)));

    /// <summary>Of the forms that one alone: years on, all that is owed besides is many alerts too.</summary>
    public static async Task PutFormAsync(TestPipeline pipeline, string code)
    {
        await pipeline.PutCatalogueAsync("forms.csv", Form(code));
        await pipeline.PutCatalogueAsync("form_indicators.csv", Kept("form_indicators.csv", line => line.StartsWith($"{code},", StringComparison.Ordinal)));
    }

    /// <summary>Its line alone, as <c>forms.csv</c>.</summary>
    public static string Form(string code) => Kept("forms.csv", line => line.StartsWith($"{code},", StringComparison.Ordinal));

    /// <summary>The head of a table and the lines that are wanted.</summary>
    private static string Kept(string file, Func<string, bool> isWanted) =>
        string.Concat(DefaultCatalogue.TextOf(file)!.Split('\n').Where((line, at) => at == 0 || isWanted(line)).Select(line => $"{line}\n"));
}
