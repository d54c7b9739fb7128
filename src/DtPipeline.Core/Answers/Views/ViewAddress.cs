namespace DtPipeline.Answers.Views;

/// <summary>Addresses of the page: <c>/compliance?form=PROV-Q&amp;period=2024-Q2</c>.</summary>
internal static class ViewAddress
{
    private const string Api = "/api/v1/";

    /// <param name="query">What is null or empty is left out.</param>
    public static string Of(string view, params IEnumerable<(string Name, string? Value)> query)
    {
        var said = string.Join('&', query.Where(q => !string.IsNullOrEmpty(q.Value)).Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value!)}"));
        return said.Length == 0 ? $"/{Path(view)}" : $"/{Path(view)}?{said}";
    }

    /// <summary>The same view as text.</summary>
    public static string Csv(ViewModel model)
    {
        var at = model.Address.IndexOf('?', StringComparison.Ordinal);
        return at < 0 ? $"{model.Address}.csv?lang={model.Language}" : $"{model.Address[..at]}.csv{model.Address[at..]}&lang={model.Language}";
    }

    internal static string Obligation(string form, string period, string organisation) => Of($"compliance/{form}/{period}/{organisation}");

    internal static string Receipt(string path) => Of("files/receipt", ("path", path));

    internal static string Figure(string indicator, string? period = null) => Of($"indicators/{indicator}", ("period", period));

    internal static string Observation(string indicator, string organisation, string period) => Of($"indicators/{indicator}/{organisation}", ("period", period));

    /// <summary>Of a file that the API serves, and not the page.</summary>
    internal static string Served(string path) => Api + Path(path);

    private static string Path(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
