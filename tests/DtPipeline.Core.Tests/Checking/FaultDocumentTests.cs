namespace DtPipeline.Core.Tests.Checking;

public sealed class FaultDocumentTests
{
    private static readonly bool Accepts = Environment.GetEnvironmentVariable("DTP_ACCEPT") == "1";

    [Fact]
    public async Task ThePageOfFaultsSaysWhatTheCodeSays()
    {
        var file = Path.Combine(Root(), "docs", "faults.md");

        if (Accepts)
        {
            await File.WriteAllTextAsync(file, FaultDocument.Text());
        }

        Assert.Equal(FaultDocument.Text(), await File.ReadAllTextAsync(file));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DtPipeline.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run from inside the repository.");
        }

        return folder.FullName;
    }
}
