using System.Globalization;
using DtPipeline.Azure.Intake;
using DtPipeline.LocalHost.Running;
using DtPipeline.LocalHost.Services;
using DtPipeline.Pipeline.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.Pipeline.Tests.Host;

/// <summary>The data of a host for three provinces, in July: of the quarter that they owe one has filed in time, and two are overdue. Each test runs on a copy.</summary>
public sealed class SettledStore : IAsyncLifetime
{
    internal const string Report = "P63-04/2023-Q1/bao-cao.csv";

    private readonly TestData data = TestData.New();

    public async ValueTask InitializeAsync()
    {
        var ports = Ports.Beside(data.Port);
        await using var azure = await LocalAzure.StartAsync(SharedAzurite.Tools, ports, data.Folder, null, null, _ => { }, CancellationToken.None);
        var clock = new LocalClock(data.Folder);
        clock.Set(DateTimeOffset.Parse("2023-03-20T09:00:00+07:00", CultureInfo.InvariantCulture));
        await using var pipeline = await LocalHost.Running.Pipeline.StartAsync(azure, ports, clock, data.Folder, new RunMode(Once: true, Verbose: false), CancellationToken.None);
        await OneForm.PutAsync(pipeline.Account);
        await OneForm.PutAsync(pipeline.Account, "organisations.csv", FewBodies.Organisations("P63-04", "P63-06", "P63-12", "P34-04", "P34-12", "P34-19"));
        var report = pipeline.Account.Reports.GetBlobClient(Report);
        await report.UploadAsync(BinaryData.FromString("indicator,value\nGOV-01,1\n"));
        await pipeline.Services.GetRequiredService<ReportIntake>().RunAsync(report, CancellationToken.None);
        clock.Set(DateTimeOffset.Parse("2023-07-26T08:00:00+07:00", CultureInfo.InvariantCulture));
        await new Settling(pipeline).SettleAsync(_ => { }, CancellationToken.None);
        Assert.Empty(pipeline.Failures.Sentences);
    }

    public ValueTask DisposeAsync()
    {
        data.Dispose();
        return ValueTask.CompletedTask;
    }

    internal TestData Copy() => data.Copy();
}

/// <summary>Those who run on copies of one settled store.</summary>
[CollectionDefinition(Name)]
public sealed class SettledStores : ICollectionFixture<SettledStore>
{
    public const string Name = $"{nameof(DtPipeline)}.{nameof(SettledStores)}";
}
