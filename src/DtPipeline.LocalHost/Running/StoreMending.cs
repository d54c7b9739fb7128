using System.Globalization;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.LocalHost.Running;

/// <summary>
/// After Azurite was killed: it writes blobs and tables on its own time each, so that receipts may answer files of which the ledger knows
/// nothing. Every table is made anew from the archive; what of the last seconds is in neither is lost.
/// </summary>
internal sealed class StoreMending(Pipeline pipeline, Action<string> say)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        say("Azurite was killed before it had written everything: the tables are made anew from the archive …");
        await pipeline.Account.CreateIfNotExistsAsync(cancellationToken);
        var made = new Made();
        await pipeline.Services.GetRequiredService<Rebuild>().RunAsync(made, cancellationToken);
        say(string.Create(CultureInfo.InvariantCulture, $"The tables say again what the archive holds: {made.Partitions} partitions. What came in the last seconds before may have to be sent again."));
    }

    private sealed class Made : IProgress<WorkProgress>
    {
        public long Partitions { get; private set; }

        public void Report(WorkProgress value) => Partitions = value.Total ?? Partitions;
    }
}
