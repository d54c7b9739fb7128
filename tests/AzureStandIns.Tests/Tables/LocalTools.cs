using DtPipeline.LocalHost.Services;

namespace AzureStandIns.Tests.Tables;

/// <summary>The programs of tools/local, installed when they are missing, as the local host installs them.</summary>
internal static class LocalTools
{
    private static readonly string _repositoryRoot = FindRepositoryRoot();

    public static string Folder => Path.Combine(_repositoryRoot, "tools", "local");

    public static async Task<string> AzuriteAsync()
    {
        await InstallAsync();
        return Path.Combine(Folder, "node_modules", "azurite", "dist", "src", "azurite.js");
    }

    public static Task InstallAsync() => new NodeTools(_repositoryRoot).InstallAsync(_ => { }, CancellationToken.None);

    private static string FindRepositoryRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "DtPipeline.sln")))
        {
            directory = directory.Parent ?? throw new DirectoryNotFoundException("DtPipeline.sln is in no directory above the tests.");
        }

        return directory.FullName;
    }
}
