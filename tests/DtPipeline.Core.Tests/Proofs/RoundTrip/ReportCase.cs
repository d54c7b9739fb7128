using DtPipeline.Catalogue;

namespace DtPipeline.Core.Tests.Proofs.RoundTrip;

internal enum Saying
{
    Value,
    Nil,
    Missing,
}

/// <summary>What an organisation means to report of one indicator, whatever way it is written.</summary>
/// <param name="Value">In the indicator's unit; of what is nil or missing it says nothing.</param>
internal sealed record TrueCell(Indicator Indicator, Saying Saying, decimal Value, string Note);

internal enum FileFormat
{
    Csv,
    QuotedCsv,
    Semicolons,
    Tabs,
    XlsxShared,
    XlsxInline,
    JsonArray,
    JsonEnvelope,
    NdJson,
    SdmxCsv1,
    SdmxCsv2,
    ZippedCsv,
    ZippedXlsx,
}

internal enum TableShape
{
    Long,
    Sheet,
    WideByPeriod,
}

internal enum TextEncoding
{
    Utf8,
    Utf8Marked,
    Utf16Little,
    Utf16Big,
    Windows1258,
    Tcvn3,
    Vni,
}

internal enum NumberWriting
{
    Vietnamese,
    English,
    Plain,
    Spaces,
    WithUnits,

    /// <summary>Percentages as fractions: 0,8 for 80 %.</summary>
    Fractions,

    /// <summary>A number of the workbook or of JSON; in text as plain digits.</summary>
    Typed,

    /// <summary>As <see cref="Typed"/>, and percentages in cells that show percent: 0.8 for 80 %.</summary>
    TypedPercent,
}

/// <param name="Seed">Of the choices that must not matter: order of columns, words for the same thing, rows around the data.</param>
internal sealed record ReportCase(
    FileFormat Format, TableShape Shape, TextEncoding Encoding, NumberWriting Numbers, IReadOnlyList<TrueCell> Cells, int Seed)
{
    /// <summary>Written in its encoding; the others are in UTF-8 whatever the case says.</summary>
    public bool IsText => Format is FileFormat.Csv or FileFormat.QuotedCsv or FileFormat.Semicolons or FileFormat.Tabs or FileFormat.ZippedCsv;

    public bool IsWorkbook => Format is FileFormat.XlsxShared or FileFormat.XlsxInline or FileFormat.ZippedXlsx;

    public override string ToString() => $"{Format} {Shape} {Encoding} {Numbers} seed {Seed}: {string.Join("; ", Cells)}";
}
