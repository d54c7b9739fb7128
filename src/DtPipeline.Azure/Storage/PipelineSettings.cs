using DtPipeline.Answers;
using DtPipeline.Deadlines;
using Microsoft.Extensions.Configuration;

namespace DtPipeline.Azure.Storage;

/// <summary>Settings that change how the pipeline behaves; every one has a value that works on one machine.</summary>
public sealed record PipelineSettings
{
    /// <summary>Settings that have no place in Azure.</summary>
    public static readonly IReadOnlyList<string> LocalOnly = [nameof(AllowPrivateSources), nameof(AllowInsecureSmtp), nameof(MailPickup)];

    /// <summary>Larger reports are archived and answered with a fault, unread. In bytes.</summary>
    public long MostReportBytes { get; init; } = 20 * 1_048_576;

    /// <summary>How long one report may take to be fetched from a source, redirects included.</summary>
    public TimeSpan FetchWithin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Sources may lie on this machine or in a private network, and be read without encryption. For local use only.</summary>
    public bool AllowPrivateSources { get; init; }

    /// <summary>How long begun work is left to its own function before the sweeper takes it over, and before a mail is made of the alerts that it brings.</summary>
    public TimeSpan SweepAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long the catalogue is used before the container is looked at again.</summary>
    public TimeSpan CatalogueEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Days after its due day for which a report that is still missing is watched; after them its alert stands as it is.</summary>
    public int OversightDays { get; init; } = 400;

    /// <summary>Working days before a due day from which on a reminder is out.</summary>
    public int RemindWorkingDays { get; init; } = AlertTiming.Default.RemindWorkingDays;

    /// <summary>Days overdue after which an alert becomes red.</summary>
    public int RedAfterDays { get; init; } = AlertTiming.Default.RedAfterDays;

    /// <summary>Days overdue after which the next named recipient is told.</summary>
    public int NextRecipientAfterDays { get; init; } = AlertTiming.Default.NextRecipientAfterDays;

    /// <summary>Where the page is; alerts link to it.</summary>
    public string PublicUrl { get; init; } = "http://localhost:7071";

    /// <param name="path">Of a view of the page, such as <c>alerts</c>.</param>
    public Uri ViewOf(string path) => new($"{PublicUrl.TrimEnd('/')}/{path}");

    /// <param name="path">Below the version of the API, such as <c>alerts</c>.</param>
    public Uri AddressOf(string path) => new($"{PublicUrl.TrimEnd('/')}/api/v1/{path}");

    public string MailFrom { get; init; } = "dtpipeline@localhost";

    /// <summary>SMTP server for e-mail; without it messages go to <see cref="MailPickup"/>.</summary>
    public string? SmtpHost { get; init; }

    /// <summary>With 465 the connection is encrypted from its beginning, with others by STARTTLS.</summary>
    public int SmtpPort { get; init; } = 587;

    /// <summary>Who signs in to the SMTP server; without it nobody does.</summary>
    public string? SmtpUser { get; init; }

    /// <summary>In Azure a reference to a secret in Key Vault, which the platform puts in place.</summary>
    public string? SmtpPassword { get; init; }

    /// <summary>How long one mail may take to be handed over, connecting included.</summary>
    public TimeSpan SmtpWithin { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>SMTP without encryption, or by a certificate that nobody vouches for. For local use only.</summary>
    public bool AllowInsecureSmtp { get; init; }

    /// <summary>How long a mail is offered again before its recipient counts as unreachable.</summary>
    public TimeSpan MailGivenUpAfter { get; init; } = TimeSpan.FromDays(3);

    /// <summary>Folder for <c>.eml</c> files where no SMTP server is set; without either no e-mail is written.</summary>
    public string? MailPickup { get; init; }

    /// <summary>What is seen without signing in: <see cref="AnonymousSeesNothing"/> or <see cref="AnonymousSeesPublished"/>.</summary>
    public string Anonymous { get; init; } = AnonymousSeesNothing;

    /// <summary>Object id of the Entra group of the secretariat; without it only an app role makes somebody of it.</summary>
    public string? SecretariatGroup { get; init; }

    /// <summary>Object id of the Entra group of those who see everything and change nothing, or <see cref="EverybodyViews"/> for all who sign in.</summary>
    public string? Viewers { get; init; }

    /// <summary>Whose Entra group reports for which organisation: <c>P34-01=…;P34-02=…</c>, the object ids of the groups.</summary>
    public string? Localities { get; init; }

    /// <summary>Where a browser sends a report: <see cref="UploadsToStorage"/> by a SAS, or <see cref="UploadsToApi"/> where storage is closed to it.</summary>
    public string Uploads { get; init; } = UploadsToStorage;

    public const string AnonymousSeesNothing = "nothing";
    public const string AnonymousSeesPublished = "published";
    public const string EverybodyViews = "everybody";
    public const string UploadsToStorage = "storage";
    public const string UploadsToApi = "api";

    /// <summary>As <see cref="Localities"/> says it.</summary>
    internal IReadOnlyList<(string Organisation, string Group)> LocalityGroups =>
    [
        .. (Localities ?? string.Empty).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split('=', 2, StringSplitOptions.TrimEntries)).Select(l => (l[0], l.ElementAtOrDefault(1) ?? string.Empty)),
    ];

    /// <summary>Whether mail goes anywhere.</summary>
    public bool HasMail => SmtpHost is { Length: > 0 } || MailPickup is { Length: > 0 };

    public HelpAddress Help => new(PublicUrl);

    public AlertTiming Timing => new(RemindWorkingDays, RedAfterDays, NextRecipientAfterDays);

    /// <exception cref="InvalidOperationException">A setting is missing or wrong; each has a sentence that says how to set it.</exception>
    public static PipelineSettings From(IConfiguration configuration) => SettingsCheck.Read(configuration);
}
