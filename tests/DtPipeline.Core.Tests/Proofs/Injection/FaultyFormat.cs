namespace DtPipeline.Core.Tests.Proofs.Injection;

internal enum FaultyFormat
{
    Csv,
    Semicolons,
    Tabs,
    Utf16,
    ZippedCsv,
    SdmxCsv,
    Xlsx,
    ZippedXlsx,
    JsonArray,
    NdJson,
}

internal static class FaultyFormats
{
    private static readonly Dictionary<string, string> Sdmx = new(StringComparer.Ordinal)
    {
        ["indicator"] = "INDICATOR",
        ["value"] = "OBS_VALUE",
        ["unit"] = "UNIT_MEASURE",
        ["note"] = "OBS_COMMENT",
        ["organisation"] = "REF_AREA",
        ["period"] = "TIME_PERIOD",
        ["status"] = "OBS_STATUS",
    };

    private static readonly Dictionary<string, string> Sheet = new(StringComparer.Ordinal)
    {
        ["indicator"] = "Mã số",
        ["name"] = "Chỉ tiêu",
        ["value"] = "Thực hiện",
        ["unit"] = "Đơn vị tính",
        ["note"] = "Ghi chú",
        ["organisation"] = "Cơ quan",
        ["period"] = "Kỳ báo cáo",
        ["status"] = "Trạng thái",
        ["numerator"] = "Tử số",
        ["denominator"] = "Mẫu số",
    };

    public static bool IsWorkbook(this FaultyFormat format) => format is FaultyFormat.Xlsx or FaultyFormat.ZippedXlsx;

    public static bool IsJson(this FaultyFormat format) => format is FaultyFormat.JsonArray or FaultyFormat.NdJson;

    public static bool IsText(this FaultyFormat format) => !format.IsWorkbook() && !format.IsJson();

    public static bool IsZip(this FaultyFormat format) => format is FaultyFormat.ZippedCsv or FaultyFormat.ZippedXlsx;

    /// <summary>What the format calls a column.</summary>
    public static string HeaderOf(this FaultyFormat format, string column) =>
        (format.IsWorkbook() ? Sheet : format == FaultyFormat.SdmxCsv ? Sdmx : []).GetValueOrDefault(column, column);
}
