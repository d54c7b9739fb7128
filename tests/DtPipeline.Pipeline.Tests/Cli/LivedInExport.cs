using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Cli;

/// <summary>A store in which all has happened, and its export; nothing may be changed in either.</summary>
public sealed class LivedInExport : IAsyncLifetime
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("dtpipeline-export-");

    public string Folder => Path.Combine(parent.FullName, "export");

    internal TestPipeline Pipeline { get; private set; } = null!;

    internal IReadOnlyList<string> Lines { get; private set; } = [];

    internal IReadOnlyList<string> Blobs { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Pipeline = await LivedInStore.StartAsync();
        Lines = await StoreDump.OfAsync(Pipeline.Account, sameBlobs: true);
        LivedInStore.AssertLivedIn(Lines);
        Blobs = await LivedInStore.BlobsAsync(Pipeline);
        (await DtpRun.ByItselfAsync(Pipeline, "export", "--all", Folder)).Succeeded();
    }

    public async ValueTask DisposeAsync()
    {
        parent.Delete(recursive: true);
        await Pipeline.DisposeAsync();
    }
}
