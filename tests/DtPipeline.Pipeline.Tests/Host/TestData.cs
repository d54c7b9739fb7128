namespace DtPipeline.Pipeline.Tests.Host;

/// <summary>A data folder and five ports for one instance of the local host.</summary>
internal sealed class TestData : IDisposable
{
    private readonly PortBlock ports = PortBlock.Take();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dtpipeline-host-");

    private TestData()
    {
    }

    public string Folder => folder.FullName;

    public int Port => ports.Http;

    public string[] Arguments => ["--data", Folder, "--port", $"{Port}"];

    public static TestData New() => new();

    /// <summary>The same data in a folder of its own. Nothing may run on the original.</summary>
    public TestData Copy()
    {
        var copy = new TestData();
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var target = new FileInfo(Path.Combine(copy.Folder, Path.GetRelativePath(Folder, file.FullName)));
            target.Directory!.Create();
            file.CopyTo(target.FullName);
        }

        return copy;
    }

    public void Dispose()
    {
        ports.Dispose();
        folder.Delete(recursive: true);
    }
}
