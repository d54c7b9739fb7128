namespace DtPipeline.Architecture.Tests.Rules;

/// <param name="Name">Its folder in the project; empty for the root.</param>
/// <param name="Purpose">What it is for, as the picture of the floors says it.</param>
internal sealed record Room(string Name, string Purpose);

/// <param name="Floors">From the ground up.</param>
internal sealed record Project(string Name, string Purpose, params IReadOnlyList<Room[]> Floors);

/// <summary>The floors of each project. A room names those on floors below it and beside it.</summary>
internal static class Plan
{
    // The root puts its rooms together.
    private static readonly Room Root = new(string.Empty, string.Empty);

    /// <summary>From the ground up.</summary>
    public static IReadOnlyList<Project[]> Storeys { get; } =
    [
        [
            new(
                "DtPipeline.Core",
                "the rules: no Azure, no clock of their own",
                [new("Texts", "letters and encodings"), new("Time", "Vietnam's calendar day"), new("Faults", "what can be wrong"), new("Access", "who may what")],
                [new("Catalogue", "who reports what, and when")],
                [new("Grids", "bytes to cells")],
                [new("Reading", "cells to rows")],
                [new("Checking", "rows to values and faults")],
                [new("Ledger", "what stands after each file")],
                [new("Deadlines", "due days, obligations, tasks")],
                [new("Progress", "deltas and roll-ups")],
                [new("Alerts", "what the secretariat must know")],
                [new("Amending", "what a new catalogue changes"), new("Answers", "what people are sent")]),
        ],
        [
            new(
                "DtPipeline.Azure",
                "tables, blobs, Service Bus",
                [new("Storage", "accounts, settings, tables"), new("Telemetry", "spans, metrics, logs")],
                [new("Access", "who asks")],
                [new("Ledger", "a partition and its rows"), new("Alerting", "outbox, topic, inbox, desk")],
                [new("Intake", "one report, from blob to receipt")],
                [new("Pulling", "reports from the web"), new("Templates", "workbooks to fill in"), new("Publishing", "read models for a page"), new("Extracting", "slices of the observations")],
                [new("Uploading", "reports that come over HTTP"), new("Oversight", "what the timers do"), new("Mailing", "the outbox of mail, SMTP"), new("Briefing", "the paper of a conference"), new("Serving", "what the API answers"), new("Viewing", "views of the page")],
                [new("Moving", "all data into a folder and back"), new("Erasing", "what must not be there")],
                [Root]),
        ],
        [
            new("DtPipeline.Functions", "triggers, one or two lines each", [Root, new("Api", "what is asked over HTTP"), new("Site", "the page and its files")]),
            new("ServiceBusTrigger", "stands in for a package", [Root]),
        ],
        [
            new(
                "DtPipeline.LocalHost",
                "on one machine",
                [new("Services", "Azurite, the local Service Bus")],
                [new("Running", "what triggers them"), new("Showing", "what is printed")],
                [Root]),
            new(
                "DtPipeline.Cli",
                "dtp",
                [new("Costs", "what a month costs"), new("Showing", "what is printed")],
                [new("Client", "what a server answers")],
                [new("Commands", "a file a command")],
                [Root]),
        ],
    ];

    /// <returns>Counted from the ground; -1 for a room that stands on none.</returns>
    public static int FloorOf(string project, string room) =>
        Storeys.SelectMany(s => s).FirstOrDefault(p => p.Name == project)?.Floors.ToList().FindIndex(floor => floor.Any(r => r.Name == room)) ?? -1;
}
