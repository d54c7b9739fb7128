using System.Globalization;
using DocumentFormat.OpenXml.Packaging;

namespace DtPipeline.Answers.Workbooks;

/// <summary>Names for the relationships that are added: the same for the same workbook, and none that is taken.</summary>
internal static class RelationshipName
{
    public static string For(OpenXmlPartContainer owner, string what)
    {
        var parts = owner.Parts.Select(p => p.RelationshipId);
        var others = owner is OpenXmlPart part ? part.ExternalRelationships.Select(r => r.Id).Concat(part.HyperlinkRelationships.Select(r => r.Id)) : [];
        var taken = parts.Concat(others).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable.Range(1, int.MaxValue).Select(n => string.Create(CultureInfo.InvariantCulture, $"rIdDtPipeline{what}{n}")).First(id => !taken.Contains(id));
    }
}
