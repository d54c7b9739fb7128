using DocumentFormat.OpenXml;

namespace DtPipeline.Answers.Workbooks;

/// <summary>What an element says, whatever prefixes and order of attributes it says it in.</summary>
internal static class Likeness
{
    /// <summary>These only tell Excel's format dialogue what was chosen by hand; cells look the same with and without them.</summary>
    private static bool Matters(OpenXmlAttribute attribute) => !attribute.LocalName.StartsWith("apply", StringComparison.Ordinal);

    public static string Of(OpenXmlElement element)
    {
        var attributes = element.GetAttributes().Where(Matters).Select(a => $"{a.LocalName}={a.Value}").Order(StringComparer.Ordinal);
        return $"{element.LocalName}[{string.Join(',', attributes)}]({string.Concat(element.ChildElements.Select(Of))})";
    }
}
