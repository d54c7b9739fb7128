namespace DtPipeline.Core.Tests;

/// <summary>What the tests read of the repository and write into it.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>A page of the documentation that the code itself writes; with DTP_ACCEPT=1 it is written anew.</summary>
    public static async Task HasPageAsync(string name, string text)
    {
        var file = Path.Combine(Root, "docs", name);
        if (Environment.GetEnvironmentVariable("DTP_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(file, text);
        }

        Assert.Equal(text, await File.ReadAllTextAsync(file));
    }

    public static string Folder(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DtPipeline.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run from inside the repository.");
        }

        return folder.FullName;
    }
}
