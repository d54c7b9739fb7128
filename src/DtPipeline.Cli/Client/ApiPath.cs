namespace DtPipeline.Cli.Client;

/// <summary>Addresses below <c>/api/v1</c>, of texts that may hold anything.</summary>
internal static class ApiPath
{
    /// <summary>Each part escaped, so that none leads elsewhere.</summary>
    public static string Of(params IEnumerable<string> parts) => string.Join('/', parts.Select(Uri.EscapeDataString));

    /// <summary>The parts of a report's path, which has its own slashes.</summary>
    public static string OfReport(string root, string path) => Of([root, .. path.Split('/')]);

    /// <summary>With those questions behind it that have an answer.</summary>
    public static string With(string path, params IEnumerable<(string Name, string? Value)> query)
    {
        var asked = string.Join('&', query.Where(q => q.Value is not null).Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value!)}"));
        return asked.Length == 0 ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{asked}";
    }
}
