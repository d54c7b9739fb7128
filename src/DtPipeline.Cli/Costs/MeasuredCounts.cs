namespace DtPipeline.Cli.Costs;

/// <summary>Requests to the storage, as billed: a read, a write or a page of a listing of blobs, and a call to a table, a transaction being one; and messages sent.</summary>
internal sealed record Calls(double BlobReads = 0, double BlobWrites = 0, double BlobLists = 0, double Tables = 0, double Messages = 0)
{
    public double OfStorage => BlobReads + BlobWrites + BlobLists + Tables;

    public static Calls operator +(Calls one, Calls other) => new(
        one.BlobReads + other.BlobReads, one.BlobWrites + other.BlobWrites, one.BlobLists + other.BlobLists, one.Tables + other.Tables, one.Messages + other.Messages);

    public static Calls operator *(double times, Calls calls) => new(
        times * calls.BlobReads, times * calls.BlobWrites, times * calls.BlobLists, times * calls.Tables, times * calls.Messages);
}

/// <summary>What the pipeline asks of the services, as counted on the wire by the tests, which fail when a number here is no longer true.</summary>
internal static class MeasuredCounts
{
    /// <summary>A report of at most 97 values in time from one organisation that owes one form; each 99 values more take another transaction.</summary>
    public static readonly Calls Report = new(BlobReads: 1, BlobWrites: 3, Tables: 5);

    /// <summary>Looking whether the catalogue changed, or the store's version: at most once a minute.</summary>
    public static readonly Calls CatalogueLook = new(BlobReads: 1, BlobLists: 1);

    /// <summary>A sweep that finds everything answered, with one page of reports and one of receipts; begun work is counted and then looked at.</summary>
    public static readonly Calls Sweep = new(BlobLists: 2, Tables: 2);

    /// <summary>Receipts of a report that the sweep lists; a workbook with faults has one more.</summary>
    public const int ReceiptsOfReport = 2;

    /// <summary>A run that finds no period changed.</summary>
    public static readonly Calls RollUp = new(Tables: 1);

    /// <summary>Every target, with nothing new to tell: the series of each frequency and the alerts of targets. Beside these the history of each organisation with a line in targets.csv.</summary>
    public static readonly Calls TargetCheck = new(BlobReads: 4, Tables: 1);

    /// <summary>
    /// One period published after a file came: itself, the series of its frequency, its form, the indexes of periods, indicators and forms, the files that came, by what it was
    /// published, its marks. Beside these the ledgers are read, and whether later periods look back at it.
    /// </summary>
    public static readonly Calls Publication = new(BlobReads: 8, BlobWrites: 7, Tables: 1);

    /// <summary>One indicator of which a value has changed.</summary>
    public static readonly Calls IndicatorModel = new(BlobReads: 1, BlobWrites: 1);

    /// <summary>Looking whether another day or another catalogue makes something else of what is published: by what it was, and the lists of what is open and to be done.</summary>
    public static readonly Calls PublicationCheck = new(BlobReads: 3);

    /// <summary>The first such look of a day: it marks the newest period, the alerts and the tasks. The roll-up then reads all that it published of them, and of each organisation its history, and writes the three that name the day.</summary>
    public static readonly Calls DayMarked = new(Tables: 3);

    public static readonly Calls DayPublished = new(BlobReads: 10, BlobWrites: 3, Tables: 1);

    /// <summary>Alerts that were delivered or dealt with since the last run, brought into the list of what is open; beside it each of them is read.</summary>
    public static readonly Calls AlertsListed = new(BlobReads: 2, BlobWrites: 1, Tables: 1);

    /// <summary>The history of one organisation that has changed the period.</summary>
    public static readonly Calls History = new(BlobReads: 1, BlobWrites: 1);

    /// <summary>Looking through the catalogue's own alerts.</summary>
    public static readonly Calls CatalogueCheck = new(Tables: 1);

    /// <summary>One form's period in which somebody has not filed yet, with nothing new to tell: its obligations and the heads of its ledgers.</summary>
    public static readonly Calls WatchedPeriod = new(Tables: 2);

    /// <summary>Looking whether anything that is open is owed no longer: the list of what is open. Beside it the heads of each period in which something was lately.</summary>
    public static readonly Calls UnowedCheck = new(Tables: 1);

    /// <summary>All tasks, with nothing new to tell; each 1,000 of their owners take another page.</summary>
    public static readonly Calls TaskCheck = new(Tables: 2);

    /// <summary>One alert more that a check decides: the ledger read, the work marked, both committed, the work finished and the outbox marked.</summary>
    public static readonly Calls AlertRaised = new(Tables: 4);

    /// <summary>A run that finds no outbox filled.</summary>
    public static readonly Calls Dispatch = new(Tables: 1);

    /// <summary>One alert sent: its outbox read, its row and its mark deleted.</summary>
    public static readonly Calls AlertSent = new(Tables: 3, Messages: 1);

    /// <summary>One alert that is new in the inbox: kept, marked as open, its row looked for and written, and marked as to be listed.</summary>
    public static readonly Calls Delivery = new(BlobWrites: 1, Tables: 4);

    /// <summary>A run that finds no mail to send.</summary>
    public static readonly Calls MailLook = new(Tables: 1);

    /// <summary>One mail sent by a run of its own: the outbox held, looked through twice and left, the mail found, its attempt and its end written, and whether its recipient had been out of reach.</summary>
    public static readonly Calls Mail = new(BlobReads: 2, BlobWrites: 1, Tables: 7);

    /// <summary>A run that finds that everybody has had the day's digest.</summary>
    public static readonly Calls DigestLook = new(Tables: 1);

    /// <summary>Which alerts are open or were settled lately; beside it each of them is read.</summary>
    public static readonly Calls OpenList = new(Tables: 1);

    public static readonly Calls OpenAlert = new(Tables: 1);

    /// <summary>One recipient's digest: today's and the last one looked for, the new one kept and put into the outbox, the mark of the day.</summary>
    public static readonly Calls Digest = new(BlobReads: 2, BlobWrites: 1, Tables: 2);

    /// <summary>Looking which briefs there are.</summary>
    public static readonly Calls BriefLook = new(BlobLists: 1);

    /// <summary>One brief: the files of each of the 50 periods that it looks at, which say what was known by them, the tasks, the closings, the briefs before it, what rebuilds and catalogues have corrected, what was confirmed at the desk; its six documents and its figures.</summary>
    public static readonly Calls Brief = new(BlobWrites: 7, BlobLists: 4, Tables: 52);

    /// <summary>What the last brief was made of, beside it: its figures, and the ledgers of 50 periods as they were known then.</summary>
    public static readonly Calls BriefBefore = new(BlobReads: 1, Tables: 50);

    /// <summary>Without sources in the catalogue.</summary>
    public static readonly Calls Pull = new();

    /// <summary>Bytes that the Functions host itself tells of a minute at rest (67 items, queue and lease calls mostly), counted where it was run with two accounts and nothing to do.</summary>
    public const double HostBytesOfMinute = 56_000;

    /// <summary>Part of it that is kept, in infra/functionapp.bicep.</summary>
    public const double HostKept = 0.05;

    /// <summary>Alarms in infra/alarms.bicep.</summary>
    public const int LogAlarms = 8;

    public const int MetricAlarms = 5;

    /// <summary>Memory of an instance in infra/main.bicep, in GB.</summary>
    public const double InstanceGb = 2;
}
