namespace DtPipeline.Answers.Briefs.Documents;

/// <summary>Where a figure says what it is made of: beside the document that states it.</summary>
internal static class FigureLink
{
    public const string Folder = "figures/";

    public static string Of(string id) => Folder + Uri.EscapeDataString(id);
}
