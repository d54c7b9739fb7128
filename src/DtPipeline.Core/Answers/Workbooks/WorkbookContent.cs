namespace DtPipeline.Answers.Workbooks;

public static class WorkbookContent
{
    /// <summary>Media type of the workbooks that are written here: XLSX.</summary>
    public const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
