using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Oversight;
using DtPipeline.Benchmarks.Stores;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Benchmarks.Ingesting;

/// <summary>What the blob trigger calls, as many times at once as is asked for.</summary>
internal sealed class PipelineIntake(MemoryStore store, TestClock clock, ContenderSettings settings, string format)
{
    public static async Task<PipelineIntake> StartAsync(ContenderSettings settings, string format)
    {
        var clock = new TestClock(Quarter.WarmUp.Now);
        return new PipelineIntake(await MemoryStore.OpenAsync(settings.Storage, clock), clock, settings, format);
    }

    /// <returns>Observations.</returns>
    public async Task<long> TakeAsync(IReadOnlyList<string> organisations, Quarter quarter)
    {
        clock.Set(quarter.Now);
        var intake = store.Get<ReportIntake>();
        await Parallel.ForEachAsync(organisations, new ParallelOptions { MaxDegreeOfParallelism = settings.AtOnce }, async (organisation, cancellationToken) =>
            await intake.RunAsync(store.Account.Reports.GetBlobClient(quarter.PathOf(organisation, format)), cancellationToken));
        return organisations.Count * settings.Indicators;
    }

    public Task RollUpAsync() => store.Get<RollUp>().RunAsync(CancellationToken.None);
}
