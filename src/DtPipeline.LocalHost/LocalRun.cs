using DtPipeline.Azure.Briefing;
using DtPipeline.Azure.Storage;
using DtPipeline.LocalHost.Running;
using DtPipeline.LocalHost.Services;
using DtPipeline.LocalHost.Showing;
using DtPipeline.Time;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace DtPipeline.LocalHost;

/// <param name="IsSet">False to go on in the time that the data was left in.</param>
/// <param name="Now">Null for the machine's time.</param>
internal sealed record ClockSetting(bool IsSet, DateTimeOffset? Now);

internal sealed record LocalHostOptions(bool Samples, RunMode Mode, ClockSetting Clock, string DataFolder, Ports Ports, string? Storage, string? ServiceBus)
{
    /// <summary>Show every finished trace.</summary>
    public bool Trace { get; init; }
}

/// <summary>One run of the local host, from start to stop.</summary>
internal static class LocalRun
{
    public static async Task RunAsync(LocalHostOptions options, CancellationToken cancellationToken)
    {
        var screen = new Screen(AnsiConsole.Console);
        var root = RepositoryRoot();
        await using var only = OnlyOne(options.DataFolder);
        var clock = new LocalClock(options.DataFolder);
        SetClock(clock, options.Clock);
        using var traces = options.Trace ? new TraceWatch(screen.Lines) : null;
        await using var azure = await screen.WhileAsync("Starting Azurite and the local Service Bus …", say => LocalAzure.StartAsync(
            new NodeTools(root), options.Ports, options.DataFolder, options.Storage, options.ServiceBus, screen.Say, cancellationToken));
        LocalSettings.Write(options.DataFolder, options.Storage is null && options.ServiceBus is null ? LocalSettings.Of(azure, options.Ports, options.DataFolder, options.Mode) : null);
        await using var pipeline = await Pipeline.StartAsync(azure, options.Ports, clock, options.DataFolder, options.Mode, cancellationToken);

        void Say(string line) => screen.Lines([line]);
        var mending = new StoreMending(pipeline, Say);
        if (azure.HasEndedBadly)
        {
            await mending.RunAsync(cancellationToken);
        }

        await AllAsync(
            running => azure.KeepAsync(Say, mending.RunAsync, running),
            running => WorkAsync(options, screen, root, azure, pipeline, running),
            cancellationToken);
    }

    private static async Task WorkAsync(LocalHostOptions options, Screen screen, string root, LocalAzure azure, Pipeline pipeline, CancellationToken cancellationToken)
    {
        if (options.Samples)
        {
            var until = VietnamTime.DayOf(options.Clock.Now ?? TimeProvider.System.GetUtcNow());
            var dropped = await screen.WhileAsync("Dropping samples …", say => new Samples(pipeline, Path.Combine(root, "samples"), until).DropAsync(say, cancellationToken));
            screen.Say($"{dropped} sample reports dropped.");
            SetClock(pipeline.Clock, options.Clock.IsSet ? options.Clock : new ClockSetting(true, null));
        }

        if (options.Mode.Once)
        {
            await screen.WhileAsync("Settling …", async say =>
            {
                await new Settling(pipeline).SettleAsync(say, cancellationToken);
                return true;
            });
            var catalogue = await pipeline.Services.GetRequiredService<CatalogueStore>().GetAsync(cancellationToken);
            var briefs = await pipeline.Services.GetRequiredService<BriefStore>().ListAsync(cancellationToken);
            screen.Summary(await StoreSummary.ReadAsync(pipeline.Account, cancellationToken), pipeline.Pump.Delivered, catalogue, pipeline.Clock.GetUtcNow());
            screen.Brief(briefs.Count > 0 ? briefs[0] : null, options.Ports);
            if (pipeline.Failures.Any)
            {
                throw new LocalHostException(string.Join(Environment.NewLine, pipeline.Failures.Sentences));
            }

            return;
        }

        screen.Addresses(options.Ports, pipeline.Shown, pipeline.Clock.GetUtcNow(), pipeline.Clock.IsMoved, options.DataFolder);
        await pipeline.RunAsync(cancellationToken);
    }

    /// <summary>Until the work is done, or a service can no longer be kept running.</summary>
    private static async Task AllAsync(Func<CancellationToken, Task> keep, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var running = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var (keeping, working) = (keep(running.Token), work(running.Token));
        var ended = await Task.WhenAny(keeping, working);
        await running.CancelAsync();
        await Task.WhenAll(keeping, working).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await ended;
    }

    private static void SetClock(LocalClock clock, ClockSetting setting)
    {
        if (setting.IsSet)
        {
            clock.Set(setting.Now);
        }
    }

    /// <summary>Two hosts on one data folder would write over each other; the lock goes with the process, however it ends.</summary>
    private static FileStream OnlyOne(string dataFolder)
    {
        var path = Path.Combine(Directory.CreateDirectory(dataFolder).FullName, "lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new LocalHostException($"Another local host works on {dataFolder}. Stop it, or choose another folder with --data.", e);
        }
    }

    public static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DtPipeline.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new LocalHostException("The local host runs inside a clone of the repository: it needs its folders tools/local and samples.");
    }
}
