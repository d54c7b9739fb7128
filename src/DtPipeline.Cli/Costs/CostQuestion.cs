using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Progress;

namespace DtPipeline.Cli.Costs;

/// <summary>What is to be paid for, and what is taken for granted about it.</summary>
/// <param name="Indicators">Values in a report.</param>
/// <param name="MonthsKept">How long the system has run: what is stored, listed and paid for as storage.</param>
internal sealed record CostQuestion(int Organisations, int Indicators, Frequency Frequency, int MonthsKept)
{
    public const double HoursOfMonth = 730;

    /// <summary>A reminder and its end; what else is told is little beside it.</summary>
    public const double AlertsOfReport = 2;

    public const int Recipients = 10;

    /// <summary>On each of which every recipient has a digest.</summary>
    public const double Days = HoursOfMonth / 24;

    public const int TasksOfOrganisation = 20;

    /// <summary>Time that a call to the storage takes, in seconds.</summary>
    public const double SecondsOfCall = 0.02;

    public const double BytesOfReport = 20_000;

    public const double BytesOfReceipts = 20_000;

    public const double BytesOfRow = 500;

    /// <summary>Records of the host for an execution (begun, ended, request); one more for each call of a service.</summary>
    public const double LogRecordsOfRun = 4;

    public const double BytesOfLogRecord = 1_000;

    /// <summary>Minutes of the three working days on which most reports come: in each the period is published once at most.</summary>
    public const double BusyMinutes = 3 * 8 * 60;

    /// <summary>Blobs in a page of a listing, rows in a page of a query: the most that the service gives.</summary>
    public const double BlobsOfPage = 5_000;

    public const double RowsOfPage = 1_000;

    public double Reports => (double)Organisations / Frequency.MonthsOf();

    public double ReportsKept => Reports * MonthsKept;

    public double Alerts => AlertsOfReport * Reports;

    /// <summary>Open or settled lately when the digests are composed: at most the reminders of all reports.</summary>
    public double OpenAlerts => Reports;

    /// <summary>Periods of a form that the overdue check looks at: as long as somebody looks at them, the running one and the next.</summary>
    public double WatchedPeriods => Math.Ceiling(new PipelineSettings().OversightDays * 24 / (HoursOfMonth * Frequency.MonthsOf())) + 2;

    public double Publications => Math.Min(Reports, BusyMinutes / Frequency.MonthsOf());

    /// <summary>Runs that bring alerts into the list of what is open: on the days on which most of them are told.</summary>
    public double Listings => Math.Min(Alerts, BusyMinutes / Frequency.MonthsOf());

    /// <summary>Earlier periods that one publication compares with, each read whole: the last ones, and that of the year before. As many later ones may look back at it.</summary>
    public int PeriodsCompared
    {
        get
        {
            var period = Period.Containing(Frequency, new DateOnly(2026, 12, 31));
            var compared = new HashSet<Period> { period.YearBefore };
            for (var (i, before) = (0, period.Previous); i < PeriodRollUp.PeriodsBack; i++, before = before.Previous)
            {
                compared.Add(before);
            }

            return compared.Count;
        }
    }

    /// <summary>Rows of an organisation's period that a brief reads: the head and the values.</summary>
    public int RowsOfLedger => Indicators + 1;

    /// <summary>A page, or more.</summary>
    public static double Pages(double items, double ofPage) => Math.Max(1, Math.Ceiling(items / ofPage));
}
