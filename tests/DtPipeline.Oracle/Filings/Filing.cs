namespace DtPipeline.Oracle.Filings;

/// <summary>What a row of a report says.</summary>
public enum Said
{
    Value,

    /// <summary>There is nothing to report: an answer.</summary>
    Nil,

    /// <summary>Takes back what was said before.</summary>
    Withdrawn,

    /// <summary>The cell is empty, or says that nothing is known.</summary>
    Blank,

    /// <summary>An error: nothing of the row is stored.</summary>
    Wrong,
}

/// <param name="Code">Of an indicator, or of an assigned task, whose progress is in percent.</param>
/// <param name="Value">In the indicator's unit; flags 1 and 0; none unless it says a value.</param>
/// <param name="Status">SDMX OBS_STATUS of a value.</param>
public sealed record Cell(string Code, Said Said, double? Value, double? Numerator, double? Denominator, string Status)
{
    public static Cell Of(string code, Said said) => new(code, said, null, null, null, said == Said.Nil ? "M" : string.Empty);

    public bool IsStored => Said is Said.Value or Said.Nil or Said.Withdrawn;

    public bool IsAnswer => Said is Said.Value or Said.Nil;
}

/// <summary>A file as it was sent. Of no cell and no blank one: nothing in it can be read.</summary>
/// <param name="Id">Tells the uploaded files apart.</param>
/// <param name="Organisation">Null, as is the period, where the path belongs to nobody who reports.</param>
/// <param name="Bytes">The same for files of the same content.</param>
public sealed record Filing(string Id, string? Organisation, string? Period, DateTimeOffset UploadedAt, string Bytes, IReadOnlyList<Cell> Cells)
{
    public bool HasErrors => Cells.Count == 0 || Cells.Any(c => c.Said == Said.Wrong);

    public bool IsRefused => !Cells.Any(c => c.IsStored);
}
