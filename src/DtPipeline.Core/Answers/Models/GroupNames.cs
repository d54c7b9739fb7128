using DtPipeline.Catalogue;
using DtPipeline.Progress;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Models;

/// <summary>What those are called who owe a form.</summary>
internal static class GroupNames
{
    public static Bilingual Of(string group, ReportingCatalogue catalogue) => group switch
    {
        Organisation.Everybody => ReportingGroup.Nation.Name,
        "@provinces" => new("Các địa phương", "Provinces"),
        "@ministries" => new("Các bộ, cơ quan", "Ministries and agencies"),
        _ when catalogue.FindOrganisation(group) is { } one => new(one.NameVi, one.NameEn),
        _ => new(group, group),
    };
}
