using DtPipeline.Azure.Publishing;

namespace DtPipeline.Azure.Serving;

/// <summary>Read models as they are published: one blob an answer, with its version.</summary>
public sealed class PublishedModels(ReadModels models, Asked asked)
{
    /// <param name="name">One of those that <see cref="ReadModels"/> names.</param>
    public async Task<Served> ListAsync(string name, CancellationToken cancellationToken) => Of(await models.FindAsync(name, cancellationToken)) ?? NothingYet;

    public async Task<Served> PeriodAsync(string period, CancellationToken cancellationToken) =>
        await asked.WhyNotAsync(period: period, cancellationToken: cancellationToken) ?? Of(await models.FindPeriodAsync(period, cancellationToken)) ?? NotOf("period", period);

    public async Task<Served> OrganisationAsync(string organisation, CancellationToken cancellationToken) =>
        await asked.WhyNotAsync(organisation, cancellationToken: cancellationToken) ?? Of(await models.FindOrganisationAsync(organisation, cancellationToken)) ?? NotOf("organisation", organisation);

    public async Task<Served> FormAsync(string form, CancellationToken cancellationToken) =>
        await asked.WhyNotAsync(form: form, cancellationToken: cancellationToken) ?? Of(await models.FindFormAsync(form, cancellationToken)) ?? NotOf("form", form);

    public async Task<Served> IndicatorAsync(string indicator, CancellationToken cancellationToken) =>
        await asked.WhyNotAsync(indicator: indicator, cancellationToken: cancellationToken) ?? Of(await models.FindIndicatorAsync(indicator, cancellationToken)) ?? NotOf("indicator", indicator);

    private static Served? Of(PublishedBlob? blob) => blob is null ? null : new Served(blob.Content, null) { Tag = blob.Tag.ToString("H") };

    private static Served NothingYet => Served.Unknown("published.nothing", "Chưa có số liệu nào được công bố; hãy thử lại sau ít phút.", "Nothing is published yet; try again in a few minutes.");

    private static Served NotOf(string what, string code) => Served.Unknown(
        $"{what}.unpublished",
        $"Chưa có số liệu nào của «{code}»; số liệu có ngay sau khi báo cáo đầu tiên được nhận.",
        $"Nothing is published of '{code}'; it is there as soon as a first report is accepted.");
}
