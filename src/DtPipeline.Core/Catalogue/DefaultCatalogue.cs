namespace DtPipeline.Catalogue;

/// <summary>The catalogue that the build embeds from the folder <c>catalogue/</c>.</summary>
public static class DefaultCatalogue
{
    public static string? TextOf(string file)
    {
        using var stream = typeof(DefaultCatalogue).Assembly.GetManifestResourceStream($"catalogue/{file}");
        return stream is null ? null : new StreamReader(stream).ReadToEnd();
    }
}
