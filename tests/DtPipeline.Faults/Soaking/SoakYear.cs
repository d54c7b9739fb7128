using DtPipeline.Azure.Storage;
using DtPipeline.Oracle.Filings;
using DtPipeline.Oracle.Tests.Product;
using DtPipeline.Oracle.Tests.Simulating;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.FaultInjection.Soaking;

/// <summary>Lets days pass: files come in waves, hosts die and are replaced, timers run, and all comes to rest in the evening.</summary>
internal sealed class SoakYear(TestPipeline pipeline, Crew crew, ToldAlerts told, CatalogueShelf shelf, StoredRows rows, List<Filing> filings, Random random)
{
    private const double KilledInAWave = 0.12;
    private const double KilledInTheEvening = 0.1;
    private const double Stopped = 0.06;
    private const double DeliveredTwice = 0.2;
    private const double SweptMeanwhile = 0.3;
    private const double RunByTwo = 0.25;

    // Some are killed amid a file, some amid a sweep or a roll-up, some long after.
    private const int MostCallsToDeath = 120;
    private const int MostRounds = 12;

    private static readonly TimeOnly Morning = new(8, 0);
    private static readonly TimeOnly Evening = new(22, 0);
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromMinutes(5);

    private static readonly string[] Daily = [nameof(Functions.Alerts.SendDigests), nameof(Functions.BriefWriting.WriteBriefs)];

    /// <summary>In the order in which work goes through them.</summary>
    private static readonly string[] Timers =
    [
        nameof(Functions.Reports.SweepReports), nameof(Functions.Reports.FlagOverdue), nameof(Functions.Reports.RollUp), nameof(Functions.Alerts.DispatchAlerts),
    ];

    /// <param name="measures">Whether it is asked what timers cost that find nothing to do.</param>
    public async Task PassAsync(Month month, DateOnly day, IEnumerable<SentFile> files, bool measures)
    {
        var (killed, stopped, again, alerts) = (crew.Killed, crew.Stopped, crew.TriedAgain, told.Count);
        await SetClockAsync(day, Morning.AddHours(-1));
        await shelf.PutAsync(day);
        foreach (var (number, wave) in WavesOf(files).Index())
        {
            await SetClockAsync(day, Morning.AddHours(number));
            await TakeAsync(month, wave);
        }

        if (Chance(Stopped))
        {
            await crew.StopAsync(AnyPlace());
        }

        await SetClockAsync(day, Evening);
        await SettleAsync(month, day);
        if (measures)
        {
            month.CallsOfSweep = await CallsOfAsync(nameof(Functions.Reports.SweepReports));
            month.CallsOfFlags = await CallsOfAsync(nameof(Functions.Reports.FlagOverdue));
        }

        month.Killed += crew.Killed - killed;
        month.Stopped += crew.Stopped - stopped;
        month.TriedAgain += crew.TriedAgain - again;
        month.Alerts += told.Count - alerts;
    }

    /// <summary>All that come at once: of each organisation one, so that which is the younger of two is known and none is overwritten before it is read.</summary>
    private static List<List<SentFile>> WavesOf(IEnumerable<SentFile> files)
    {
        var waves = new List<List<SentFile>>();
        var sent = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var organisation = file.Path.Split('/')[0];
            var number = sent[organisation] = sent.GetValueOrDefault(organisation) + 1;
            if (waves.Count < number)
            {
                waves.Add([]);
            }

            waves[number - 1].Add(file);
        }

        return waves;
    }

    private async Task TakeAsync(Month month, List<SentFile> wave)
    {
        foreach (var file in wave)
        {
            await pipeline.UploadAsync(file.Path, file.Content);
        }

        if (Chance(KilledInAWave))
        {
            await crew.DieAsync(AnyPlace(), 1 + random.Next(MostCallsToDeath));
        }

        var deliveries = wave.SelectMany(f => Enumerable.Repeat(f.Path, Chance(DeliveredTwice) ? 2 : 1)).ToArray();
        random.Shuffle(deliveries);
        if (Chance(SweptMeanwhile))
        {
            // Who sweeps finds files that others are about to take; what it costs is the sweep's.
            await Task.WhenAll(crew.TakeAsync(deliveries), crew.TryAsync(AnyPlace(), $"run {nameof(Functions.Reports.SweepReports)}"));
        }
        else
        {
            var before = crew.Calls;
            await crew.TakeAsync(deliveries);
            month.Calls += crew.Calls - before;
            month.Deliveries += deliveries.Length;
        }

        foreach (var file in wave)
        {
            filings.Add(await rows.AnsweredAsync(file));
            month.Files++;
            month.Values += file.Filing.Cells.Count(c => c.IsAnswer);
        }
    }

    /// <summary>Timers and deliveries until nothing is left to do.</summary>
    private async Task SettleAsync(Month month, DateOnly day)
    {
        if (Chance(KilledInTheEvening))
        {
            await crew.DieAsync(AnyPlace(), 1 + random.Next(MostCallsToDeath));
        }

        for (var round = 0; round < MostRounds; round++)
        {
            var trouble = new List<string>();
            foreach (var timer in round == 0 ? [.. Daily, .. Timers] : Timers)
            {
                var places = Enumerable.Range(random.Next(crew.Count), crew.Count > 1 && Chance(RunByTwo) ? 2 : 1).Select(p => p % crew.Count);
                trouble.AddRange((await Task.WhenAll(places.Select(p => crew.TryAsync(p, $"run {timer}")))).OfType<string>());
            }

            await DeliverAsync(month, day);
            if (trouble.Count == 0 && !await pipeline.HasWorkAsync())
            {
                return;
            }

            pipeline.Clock.Move(BetweenRounds);
            await crew.SetClockAsync(pipeline.Clock.Shift);
            if (round == MostRounds - 1)
            {
                month.Violate($"{day:O} it does not come to rest: {string.Join("; ", trouble)}");
            }
        }
    }

    /// <summary>Also what comes again when the lock of one who died has run out.</summary>
    private async Task DeliverAsync(Month month, DateOnly day)
    {
        while (await pipeline.CountsAsync(StorageNames.SecretariatSubscription) is { Active: > 0 } or { Locked: > 0 })
        {
            await Task.WhenAll(Enumerable.Range(0, crew.Count).Select(p => crew.TryAsync(p, "deliver")));
        }

        foreach (var twice in await told.HearAsync((await pipeline.CountsAsync(ToldAlerts.Listener)).Active))
        {
            month.Violate($"{day:O} {twice}");
        }
    }

    private async Task<long> CallsOfAsync(string timer)
    {
        var place = AnyPlace();

        // The first run may read the catalogue again.
        await crew.TryAsync(place, $"run {timer}");
        var before = crew.Calls;
        await crew.TryAsync(place, $"run {timer}");
        return crew.Calls - before;
    }

    private async Task SetClockAsync(DateOnly day, TimeOnly time)
    {
        pipeline.Clock.Set(SoakDay.Text(day, time));
        await crew.SetClockAsync(pipeline.Clock.Shift);
    }

    private int AnyPlace() => random.Next(crew.Count);

    private bool Chance(double part) => random.NextDouble() < part;
}
