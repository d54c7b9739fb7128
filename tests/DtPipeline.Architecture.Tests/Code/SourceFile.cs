namespace DtPipeline.Architecture.Tests.Code;

/// <param name="Path">From the root of the repository, as <c>src/DtPipeline.Core/Grids/Csv/CsvGrid.cs</c>.</param>
internal sealed record SourceFile(string Path)
{
    /// <summary><c>src/DtPipeline.Core/Grids/Csv</c></summary>
    public string Folder => Path[..Path.LastIndexOf('/')];

    /// <summary><c>DtPipeline.Core</c></summary>
    public string Project => Path.Split('/')[1];

    /// <summary>The first folder inside the project, <c>Grids</c>; empty for a file in its root.</summary>
    public string Room => Path.Split('/') is [_, _, var room, _, ..] ? room : string.Empty;

    /// <summary>How the namespace of its types ends: <c>Grids.Csv</c>.</summary>
    public string NamespaceEnd => string.Join('.', Path.Split('/')[2..^1]);

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}
