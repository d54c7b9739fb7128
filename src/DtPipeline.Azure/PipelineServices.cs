using DtPipeline.Azure.Access;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Briefing;
using DtPipeline.Azure.Erasing;
using DtPipeline.Azure.Extracting;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Mailing;
using DtPipeline.Azure.Moving;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Pulling;
using DtPipeline.Azure.Serving;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Azure.Templates;
using DtPipeline.Azure.Uploading;
using DtPipeline.Azure.Viewing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DtPipeline.Azure;

public static class PipelineServices
{
    /// <summary>Everything behind the triggers.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing; the message names it and says how to set it.</exception>
    public static IServiceCollection AddDtPipeline(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDtPipelineStorage(configuration);
        var serviceBus = Connections.ServiceBus(configuration);
        services.AddSingleton(_ => serviceBus);
        services.AddSingleton(_ => serviceBus.CreateSender(StorageNames.AlertsTopic));
        services.AddSingleton<Readiness>();
        services.AddSingleton<AlertDispatch>().AddSingleton<PartitionCommit>().AddSingleton<GroupCommit>().AddSingleton<ReportIntake>();
        return services.AddSingleton<ReportSweep>().AddSingleton<PartitionSweep>().AddSingleton<Sweep>();
    }

    /// <summary>The same without what sends over Service Bus: all that looks after the storage, and nothing that needs a namespace.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing; the message names it and says how to set it.</exception>
    public static IServiceCollection AddDtPipelineStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        var settings = PipelineSettings.From(configuration);
        services.AddSingleton(settings).AddSingleton(new SignIn(configuration, settings));
        services.AddSingleton(new StorageAccount(Connections.Blobs(configuration), Connections.Tables(configuration)));

        services.AddSingleton<ReadAllFacts>(s => s.GetRequiredService<LedgerStore>().ReadAllFactsAsync);
        services.AddMetrics().AddSingleton<PipelineMetrics>();
        services.AddSingleton<StoreVersion>().AddSingleton<CatalogueStore>().AddSingleton<PendingStore>().AddSingleton<LedgerStore>().AddSingleton<LedgerPeriods>().AddSingleton<Newcomers>().AddSingleton<ObligationStore>().AddSingleton<ClosingStore>().AddSingleton<TaskStore>();
        services.AddSingleton<Tombstones>().AddSingleton<Archive>().AddSingleton<CorrectionLog>().AddSingleton<ReceiptWriter>().AddSingleton<ReceiptRepair>().AddSingleton<PartitionFiles>().AddSingleton<PartitionReplay>();
        services.AddSingleton<TaskProgress>().AddSingleton<ObligationRebuild>().AddSingleton<ArchivedFiles>().AddSingleton<Rebuild>().AddSingleton<RebuildDiff>();
        services.AddSingleton<LevelAlertWriter>().AddSingleton<CatalogueCheck>().AddSingleton<OverdueCheck>().AddSingleton<UnowedCheck>().AddSingleton<TaskCheck>().AddSingleton<TargetCheck>().AddSingleton<PublicationCheck>().AddSingleton<FlagRun>().AddSingleton<Amendment>().AddSingleton<ClosingDesk>().AddSingleton<AmendmentDesk>();
        services.AddSingleton<PublishedBlobs>().AddSingleton<ReadModels>().AddSingleton<PeriodPublisher>().AddSingleton<HistoryPublisher>().AddSingleton<AsOfReader>().AddSingleton<PastLedgers>().AddSingleton<PastPeriods>().AddSingleton<PastIndicators>().AddSingleton<PublicationBasis>().AddSingleton<ListPublisher>().AddSingleton<PeriodRun>().AddSingleton<RollUp>().AddSingleton<TemplateMaker>().AddSingleton<FileHistory>().AddSingleton<HelpDesk>();
        services.AddSingleton<BriefStore>().AddSingleton<BriefFiles>().AddSingleton<BriefGathering>().AddSingleton<BriefRun>().AddSingleton<BriefShelf>();
        services.AddSingleton<RoleDesk>().AddSingleton<UploadAddress>().AddSingleton<UploadDesk>();
        services.AddSingleton<OversightViews>().AddSingleton<FigureViews>().AddSingleton<FilingViews>().AddSingleton<ViewRoom>();
        services.AddSingleton<SourceFetch>().AddSingleton<PullStore>().AddSingleton<SourcePull>();
        services.AddSingleton<AlertArchive>().AddSingleton<MailArchive>().AddSingleton<MailOutbox>().AddSingleton<OpenAlerts>().AddSingleton<AlertInbox>().AddSingleton<AlertDesk>().AddSingleton<DigestRun>();
        services.AddSingleton<MailGathering>().AddSingleton<MailComposer>().AddSingleton<MailRun>();
        services.AddSingleton<QuotedErasure>().AddSingleton<BriefQuotations>().AddSingleton<ReceiptErasure>().AddSingleton<Purge>();
        services.AddSingleton<LedgerPartitions>().AddSingleton<Extract>();
        services.AddSingleton<Asked>().AddSingleton<PublishedModels>().AddSingleton<IndicatorDesk>().AddSingleton<OrganisationList>().AddSingleton<ReceiptShelf>().AddSingleton<SheetDesk>().AddSingleton<FileList>().AddSingleton<ObligationDesk>().AddSingleton<SeriesDesk>().AddSingleton<PeriodCuts>().AddSingleton<TaskPage>();
        services.AddSingleton<AlertPast>().AddSingleton<HandlingOfMany>();
        services.AddSingleton<StoreExport>().AddSingleton<StoreImport>();
        return services;
    }
}
