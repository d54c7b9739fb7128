using System.Globalization;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Faults;
using DtPipeline.Ledger;
using DtPipeline.Progress;

namespace DtPipeline.Core.Tests.Answers.Briefs;

/// <summary>What bodies have reported, put straight into ledgers, for a brief to be made of. All of it is invented.</summary>
internal sealed class Conference
{
    private readonly Dictionary<(Period Period, string Organisation), LedgerState> ledgers = [];
    private readonly Dictionary<string, BriefFile> files = new(StringComparer.Ordinal);

    public static readonly Uri Address = new("https://dtpipeline.example/api/v1/briefs/2024-S1/20240719T010000Z/");

    /// <summary>A report of some indicators, each a value.</summary>
    public Conference File(string organisation, string period, DateTimeOffset at, params (string Indicator, double Value)[] values) => File(organisation, period, at, null, values);

    /// <param name="note">What the sender writes beside each value.</param>
    public Conference File(string organisation, string period, DateTimeOffset at, string? note, params (string Indicator, double Value)[] values)
    {
        var of = TheCatalogue.Period(period);
        var id = string.Create(CultureInfo.InvariantCulture, $"{organisation}-{period}-{files.Count}");
        files[id] = new BriefFile(id, $"{organisation}/{period}/bao-cao.xlsx", organisation, of, at, "accepted");
        var before = ledgers.GetValueOrDefault((of, organisation), LedgerState.Empty);
        var observations = new Dictionary<string, Observation>(before.Observations, StringComparer.Ordinal);
        foreach (var (i, (indicator, value)) in values.Index())
        {
            observations[indicator] = new Observation(indicator, value, "A", null, null, note, id, at, new Place("Sheet1", i + 5, "Thực hiện", $"E{i + 5}")) { Unit = TheCatalogue.Default.FindIndicator(indicator)!.Unit };
        }

        var forms = TheCatalogue.Default.Forms.Where(f => f.IsOwed(of, TheCatalogue.Organisation(organisation)) && f.Indicators.Any(i => observations.ContainsKey(i.Indicator))).Select(f => f.Code).ToList();
        ledgers[(of, organisation)] = before with
        {
            Observations = observations,
            Received = Heard(before.Received, forms, at),
            FirstAccepted = Heard(before.FirstAccepted, forms, at),
        };
        return this;
    }

    /// <summary>A file of which nothing could be taken.</summary>
    public Conference Refused(string organisation, string period, string form, DateTimeOffset at)
    {
        var of = TheCatalogue.Period(period);
        var before = ledgers.GetValueOrDefault((of, organisation), LedgerState.Empty);
        ledgers[(of, organisation)] = before with { Received = Heard(before.Received, [form], at) };
        return this;
    }

    public BriefInput Input(string period, DateTimeOffset asOf) => new(
        TheCatalogue.Period(period), asOf, TheCatalogue.Default, "0123456789ab", Ledgers(), files, AlertTiming.Default, Address);

    public IReadOnlyList<PeriodLedgers> Ledgers() =>
    [
        .. ledgers.GroupBy(l => l.Key.Period).Select(g => new PeriodLedgers(g.Key, g.ToDictionary(l => l.Key.Organisation, l => l.Value, StringComparer.Ordinal))),
    ];

    public static DateTimeOffset Morning(int year, int month, int day) => new(year, month, day, 2, 0, 0, TimeSpan.Zero);

    /// <summary>Whoever exists on a period's last day.</summary>
    public static IReadOnlyList<string> Members(string group, string period) =>
        [.. TheCatalogue.Default.Organisations.Where(o => o.IsIn(group) && o.Reports(TheCatalogue.Period(period))).Select(o => o.Code)];

    /// <summary>A year and a half of invented reports, as many bodies file them: most in time, some late, a few never.</summary>
    public static Conference OfFirstHalf2024()
    {
        var random = new Random(2024);
        var conference = new Conference();
        var periods = new[] { "2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2", "2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06", "2024-S1" };
        foreach (var name in periods)
        {
            var period = TheCatalogue.Period(name);
            var along = ((period.LastDay.Year - 2023) * 12) + period.LastDay.Month;
            foreach (var organisation in TheCatalogue.Default.Organisations.Where(o => o.Reports(period)))
            {
                foreach (var form in TheCatalogue.Default.FormsOwed(period, organisation))
                {
                    var due = DueDay.Of(form, organisation, period, TheCatalogue.Default).Effective;
                    var luck = random.NextDouble();
                    if (luck < 0.04)
                    {
                        continue;
                    }

                    var days = luck < 0.14 ? random.Next(1, 16) : -random.Next(0, 6);
                    var at = new DateTimeOffset(due.AddDays(days).ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero);
                    var level = 0.3 + (0.5 * ((organisation.Code[^1] * 7 % 10) / 10.0));
                    conference.File(organisation.Code, name, at,
                    [
                        .. TheCatalogue.Default.Asked(form, organisation, period)
                            .Where(_ => random.NextDouble() > 0.02)
                            .Select(i => (i.Indicator, Invented(TheCatalogue.Indicator(i.Indicator), level, along, random))),
                        .. period.Frequency == Frequency.Quarterly && random.NextDouble() < 0.5
                            ? TaskOwners.TasksOf(organisation, period.LastDay, TheCatalogue.Default).Where(_ => random.NextDouble() < 0.3).Select(t => (t.Code, (double)(10 * random.Next(4, 11))))
                            : [],
                    ]);
                }
            }
        }

        conference.File("MIC", "2024-06", Morning(2024, 6, 24), ("IN-05", 41), ("IN-06", 45));
        conference.File("MIC", "2024-05", Morning(2024, 5, 24), ("IN-05", 42), ("IN-06", 47));
        conference.Refused("P63-02", "2024-S1", "PROV-H", Morning(2024, 6, 28));
        return conference;
    }

    private static double Invented(Indicator indicator, double level, int along, Random random) => indicator.Kind switch
    {
        IndicatorKind.Flag => random.NextDouble() < level * along / 14 ? 1 : 0,
        IndicatorKind.Ratio => Math.Min(indicator.Maximum ?? 100, Math.Round((indicator.Maximum ?? 100) * Math.Min(0.98, level * (0.5 + (along / 24.0)) * (0.95 + (0.1 * random.NextDouble()))), 1)),
        _ => Math.Round(indicator.Maximum is { } most ? Math.Min(most, most * level * along / 18) : 200 * level * along * (0.9 + (0.2 * random.NextDouble()))),
    };

    private static Dictionary<string, DateTimeOffset> Heard(IReadOnlyDictionary<string, DateTimeOffset> before, IReadOnlyList<string> forms, DateTimeOffset at)
    {
        var heard = new Dictionary<string, DateTimeOffset>(before, StringComparer.Ordinal);
        foreach (var form in forms)
        {
            heard.TryAdd(form, at);
        }

        return heard;
    }
}
