using DtPipeline.Answers.Models;
using DtPipeline.Answers.Views;
using DtPipeline.Answers.Views.Oversight;
using DtPipeline.Azure.Briefing;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Publishing;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Viewing;

/// <summary>What the views of deadlines, alerts and tasks are made of. What was never published is as if there were nothing in it.</summary>
public sealed class OversightViews(ReadModels models, LedgerStore ledger, BriefStore briefs)
{
    public async Task<ViewModel> TodayAsync(ViewQuestion ask, CancellationToken cancellationToken)
    {
        var forms = ReadAsync<ComplianceIndex>(ReadModels.Compliance, cancellationToken);
        var alerts = AlertListAsync(ask, cancellationToken);
        var arrivals = ReadAsync<ArrivalList>(ReadModels.Arrivals, cancellationToken);
        var tasks = TaskListAsync(ask, cancellationToken);
        return TodayView.Of(ask, await forms ?? new ComplianceIndex([]), await alerts, await arrivals ?? new ArrivalList([]), await tasks);
    }

    public async Task<ViewModel> ComplianceAsync(ViewQuestion ask, CancellationToken cancellationToken) =>
        ComplianceView.Of(ask, ComplianceView.FormOf(ask) is { } form ? (await models.FindFormAsync(form.Code, cancellationToken))?.Read<FormModel>() : null);

    /// <returns>Null where nobody owes such a report, or it may not be seen.</returns>
    public async Task<ViewModel?> ObligationAsync(string form, string period, string organisation, ViewQuestion ask, CancellationToken cancellationToken)
    {
        if (ask.Catalogue.Forms.FirstOrDefault(f => f.Code == form) is not { } owed || ask.Catalogue.FindOrganisation(organisation) is not { } body
            || !ask.MaySee(body.Code) || !Period.TryParse(period, out var known) || !owed.IsOwed(known, body))
        {
            return null;
        }

        var partition = LedgerKey.Of(known, body.Code);
        var (snapshot, rows, alerts) = (ledger.ReadAsync(partition, cancellationToken), ledger.ReadFileRowsAsync(partition, cancellationToken), AlertListAsync(ask, cancellationToken));
        var obligation = ObligationRule.Decide(owed, body, known, (await snapshot).State.Facts, ask.Today, ask.Catalogue);
        return ObligationView.Of(ask, owed, obligation, FilesOfPeriod.Of(await rows, new Owner(body, known), ask.Catalogue), await alerts);
    }

    public async Task<ViewModel> AlertsAsync(ViewQuestion ask, CancellationToken cancellationToken) => AlertsView.Of(ask, await AlertListAsync(ask, cancellationToken));

    public async Task<ViewModel> TasksAsync(ViewQuestion ask, CancellationToken cancellationToken) => TasksView.Of(ask, await TaskListAsync(ask, cancellationToken));

    public async Task<ViewModel> BriefsAsync(ViewQuestion ask, CancellationToken cancellationToken)
    {
        var all = await briefs.ListAsync(cancellationToken);
        return BriefsView.Of(ask.OfPublished(), [.. all.Select(b => new ListedBrief(b.Period.ToString(), b.AsOf, b.Folder.TrimEnd('/'), all.Any(o => o.Period == b.Period && o.AsOf > b.AsOf)))]);
    }

    private async Task<AlertList> AlertListAsync(ViewQuestion ask, CancellationToken cancellationToken) =>
        await ReadAsync<AlertList>(ReadModels.Alerts, cancellationToken) ?? new AlertList(ask.Today, []);

    private async Task<TaskList> TaskListAsync(ViewQuestion ask, CancellationToken cancellationToken) =>
        await ReadAsync<TaskList>(ReadModels.Tasks, cancellationToken) ?? new TaskList(ask.Today, []);

    private async Task<T?> ReadAsync<T>(string name, CancellationToken cancellationToken)
        where T : class => (await models.FindAsync(name, cancellationToken))?.Read<T>();
}
