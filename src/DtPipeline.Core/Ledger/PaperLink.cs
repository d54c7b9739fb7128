namespace DtPipeline.Ledger;

/// <summary>A file that another belongs to.</summary>
/// <param name="By"><c>number</c> or <c>date</c>: what both say.</param>
public sealed record PaperLink(string FileId, string Path, string By);

/// <param name="Due">The form's effective due day.</param>
public sealed record AwaitedPaper(string Form, DateOnly Due);
