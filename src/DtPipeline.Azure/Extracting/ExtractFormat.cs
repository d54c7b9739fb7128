using DtPipeline.Answers.Extracts;
using DtPipeline.Answers.Workbooks;

namespace DtPipeline.Azure.Extracting;

/// <param name="Name">As it is asked for.</param>
/// <param name="Type">Media type.</param>
/// <param name="Ending">Of a file's name.</param>
public sealed record ExtractFormat(string Name, string Type, string Ending)
{
    public static readonly ExtractFormat Sdmx = new("sdmx", SdmxCsv.Type, "sdmx.csv");
    public static readonly ExtractFormat Csv = new("csv", ExtractCsv.Type, "csv");
    public static readonly ExtractFormat Xlsx = new("xlsx", WorkbookContent.Type, "xlsx");

    public static readonly IReadOnlyList<ExtractFormat> All = [Sdmx, Csv, Xlsx];
}
