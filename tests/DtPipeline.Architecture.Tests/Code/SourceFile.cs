namespace DtPipeline.Architecture.Tests.Code;

/// <param name="Path">From the root of the repository, as <c>src/DtPipeline.Core/Grids/Csv/CsvGrid.cs</c>.</param>
/// <remarks>Every rule asks each of many thousand lines where it stands: that is worked out once.</remarks>
internal sealed record SourceFile(string Path)
{
    /// <summary><c>src/DtPipeline.Core/Grids/Csv</c></summary>
    public string Folder { get; } = Path[..Path.LastIndexOf('/')];

    /// <summary><c>DtPipeline.Core</c></summary>
    public string Project { get; } = Path.Split('/')[1];

    /// <summary>The first folder inside the project, <c>Grids</c>; empty for a file in its root.</summary>
    public string Room { get; } = Path.Split('/') is [_, _, var room, _, ..] ? room : string.Empty;

    /// <summary>How the namespace of its types ends: <c>Grids.Csv</c>.</summary>
    public string NamespaceEnd { get; } = string.Join('.', Path.Split('/')[2..^1]);

    public string Name { get; } = Path[(Path.LastIndexOf('/') + 1)..];

    public bool Equals(SourceFile? other) => other?.Path == Path;

    public override int GetHashCode() => Path.GetHashCode(StringComparison.Ordinal);
}
