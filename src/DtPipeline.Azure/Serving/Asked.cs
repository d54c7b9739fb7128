using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Texts;

namespace DtPipeline.Azure.Serving;

/// <summary>The codes of a request, found in the catalogue in force, or why they are none.</summary>
public sealed class Asked(CatalogueStore catalogues)
{
    // What somebody else wrote is said back no longer than this.
    private const int LongestEcho = 100;

    /// <returns>The first that is none: what the catalogue lacks, or what is written as no period is.</returns>
    public async Task<Served?> WhyNotAsync(
        string? organisation = null, string? period = null, string? form = null, string? indicator = null, CancellationToken cancellationToken = default)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        return organisation is not null && catalogue.FindOrganisation(organisation) is null ? UnknownOrganisation(organisation)
            : form is not null && catalogue.Forms.All(f => f.Code != form) ? UnknownForm(form, catalogue)
            : indicator is not null && catalogue.FindIndicator(indicator) is not { Task: null } ? UnknownIndicator(indicator)
            : period is not null && !Period.TryParse(period, out _) ? NoPeriod(period)
            : null;
    }

    private static Served UnknownOrganisation(string code) => Served.Unknown(
        "organisation.unknown",
        $"Không có cơ quan «{Echo(code)}»; cần một mã như P34-01, MOF. /api/v1/organisations liệt kê tất cả.",
        $"There is no organisation '{Echo(code)}'; expected a code such as P34-01, MOF. /api/v1/organisations lists all.");

    private static Served UnknownForm(string code, ReportingCatalogue catalogue) => Served.Unknown(
        "form.unknown",
        $"Không có biểu mẫu «{Echo(code)}»; cần một trong: {string.Join(", ", catalogue.Forms.Select(f => f.Code))}.",
        $"There is no form '{Echo(code)}'; expected one of: {string.Join(", ", catalogue.Forms.Select(f => f.Code))}.");

    private static Served UnknownIndicator(string code) => Served.Unknown(
        "indicator.unknown",
        $"Không có chỉ tiêu «{Echo(code)}»; cần một mã như DG-05. /api/v1/indicators liệt kê tất cả.",
        $"There is no indicator '{Echo(code)}'; expected a code such as DG-05. /api/v1/indicators lists all.");

    private static Served NoPeriod(string text) => Served.Unknown(
        "period.unknown",
        $"Không có kỳ «{Echo(text)}»; cần 2024-06, 2024-Q2, 2024-S1 hoặc 2024.",
        $"There is no period '{Echo(text)}'; expected 2024-06, 2024-Q2, 2024-S1 or 2024.");

    private static string Echo(string text) => OneLine.Of(text, LongestEcho);
}
