using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace DtPipeline.Azure.Storage;

/// <summary>Reads the settings at start and stops there, naming every wrong one, rather than at the first report.</summary>
internal static class SettingsCheck
{
    private const string Section = "DtPipeline";

    // A run that sends mail has to end before the next one is due.
    private static readonly TimeSpan LongestSmtp = TimeSpan.FromMinutes(1);

    // The platform sets it in every function app in Azure.
    private const string SiteName = "WEBSITE_SITE_NAME";

    /// <exception cref="InvalidOperationException">A setting is missing or wrong; each has a sentence that says how to set it.</exception>
    public static PipelineSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        StopAt(typeof(PipelineSettings).GetProperties().Where(p => p.CanWrite).Select(p => Unreadable(p, section[p.Name])).OfType<string>());

        var settings = section.Get<PipelineSettings>() ?? new PipelineSettings();
        var isInAzure = configuration[SiteName] is { Length: > 0 };
        StopAt([.. Wrong(settings), .. WrongAboutPeople(settings), .. isInAzure ? WrongInAzure(settings, section) : []]);
        return settings;
    }

    private static string? Unreadable(PropertyInfo property, string? value)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return value is null || TypeDescriptor.GetConverter(type).IsValid(value)
            ? null
            : $"The setting {NameOf(property.Name)} is '{value}': set it to {ExampleOf(type)}.";
    }

    private static string ExampleOf(Type type) =>
        type == typeof(bool) ? "true or false"
        : type == typeof(TimeSpan) ? "a time in hours, minutes and seconds, for example 00:00:30"
        : "a whole number";

    private static IEnumerable<string> Wrong(PipelineSettings settings)
    {
        if (settings.MostReportBytes <= 0)
        {
            yield return $"The setting {NameOf(nameof(settings.MostReportBytes))} is {settings.MostReportBytes}: set it to the bytes of the largest report to be read, for example 20971520.";
        }

        if (settings.FetchWithin <= TimeSpan.Zero)
        {
            yield return $"The setting {NameOf(nameof(settings.FetchWithin))} is {settings.FetchWithin}: set it to a time above zero, for example 00:00:30.";
        }

        if (settings.SweepAfter < TimeSpan.Zero)
        {
            yield return $"The setting {NameOf(nameof(settings.SweepAfter))} is {settings.SweepAfter}: set it to a time of zero or above, for example 00:02:00.";
        }

        if (settings.CatalogueEvery < TimeSpan.Zero)
        {
            yield return $"The setting {NameOf(nameof(settings.CatalogueEvery))} is {settings.CatalogueEvery}: set it to a time of zero or above, for example 00:01:00.";
        }

        foreach (var (name, days) in new[]
        {
            (nameof(settings.OversightDays), settings.OversightDays),
            (nameof(settings.RemindWorkingDays), settings.RemindWorkingDays),
            (nameof(settings.RedAfterDays), settings.RedAfterDays),
            (nameof(settings.NextRecipientAfterDays), settings.NextRecipientAfterDays),
        })
        {
            if (days < 0)
            {
                yield return $"The setting {NameOf(name)} is {days}: set it to a number of days, zero or above.";
            }
        }

        if (settings.SmtpPort is < 1 or > 65535)
        {
            yield return $"The setting {NameOf(nameof(settings.SmtpPort))} is {settings.SmtpPort}: set it to a port between 1 and 65535, for example 587.";
        }

        if (settings.SmtpWithin <= TimeSpan.Zero || settings.SmtpWithin > LongestSmtp)
        {
            yield return $"The setting {NameOf(nameof(settings.SmtpWithin))} is {settings.SmtpWithin}: set it to a time above zero, of a minute at most, for example 00:00:20.";
        }

        if (settings.MailGivenUpAfter <= TimeSpan.Zero)
        {
            yield return $"The setting {NameOf(nameof(settings.MailGivenUpAfter))} is {settings.MailGivenUpAfter}: set it to a time above zero, for example 3.00:00:00 for three days.";
        }

        // The values are not shown: one of the two is a password.
        if (string.IsNullOrEmpty(settings.SmtpUser) != string.IsNullOrEmpty(settings.SmtpPassword))
        {
            yield return $"Of the settings {NameOf(nameof(settings.SmtpUser))} and {NameOf(nameof(settings.SmtpPassword))} one is missing: set both to sign in to the mail server, or none.";
        }

        if (!MailboxAddress.TryParse(settings.MailFrom, out _))
        {
            yield return $"The setting {NameOf(nameof(settings.MailFrom))} is '{settings.MailFrom}': set it to an e-mail address, for example dtpipeline@example.gov.vn.";
        }

        if (!Uri.TryCreate(settings.PublicUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            yield return $"The setting {NameOf(nameof(settings.PublicUrl))} is '{settings.PublicUrl}': set it to a whole address, for example https://dtpipeline.example.gov.vn.";
        }
    }

    private static IEnumerable<string> WrongAboutPeople(PipelineSettings settings)
    {
        if (settings.Anonymous is not (PipelineSettings.AnonymousSeesNothing or PipelineSettings.AnonymousSeesPublished))
        {
            yield return $"The setting {NameOf(nameof(settings.Anonymous))} is '{settings.Anonymous}': set it to what is seen without signing in, {PipelineSettings.AnonymousSeesNothing} or {PipelineSettings.AnonymousSeesPublished}.";
        }

        if (settings.Uploads is not (PipelineSettings.UploadsToStorage or PipelineSettings.UploadsToApi))
        {
            yield return $"The setting {NameOf(nameof(settings.Uploads))} is '{settings.Uploads}': set it to where a browser sends a report, {PipelineSettings.UploadsToStorage} or {PipelineSettings.UploadsToApi}.";
        }

        if (settings.SecretariatGroup is { Length: > 0 } secretariat && !Guid.TryParse(secretariat, out _))
        {
            yield return $"The setting {NameOf(nameof(settings.SecretariatGroup))} is '{secretariat}': set it to the object id of a group in Entra, or leave it empty.";
        }

        if (settings.Viewers is { Length: > 0 } viewers && viewers != PipelineSettings.EverybodyViews && !Guid.TryParse(viewers, out _))
        {
            yield return $"The setting {NameOf(nameof(settings.Viewers))} is '{viewers}': set it to the object id of a group in Entra, or to {PipelineSettings.EverybodyViews}, or leave it empty.";
        }

        foreach (var (organisation, group) in settings.LocalityGroups.Where(l => l.Organisation.Length == 0 || !Guid.TryParse(l.Group, out _)))
        {
            yield return $"The setting {NameOf(nameof(settings.Localities))} has '{organisation}={group}': write an organisation's code and the object id of its group in Entra, for example P34-01=00000000-0000-0000-0000-000000000001, with ; between two.";
        }
    }

    private static IEnumerable<string> WrongInAzure(PipelineSettings settings, IConfigurationSection section)
    {
        foreach (var name in PipelineSettings.LocalOnly.Where(n => !string.IsNullOrEmpty(section[n])))
        {
            yield return $"The setting {NameOf(name)} is for use on one machine: remove it from the settings of the function app.";
        }

        if (string.IsNullOrEmpty(section[nameof(settings.PublicUrl)]))
        {
            yield return Missing(nameof(settings.PublicUrl), "the address that alerts link to, for example https://dtpipeline.example.gov.vn");
        }

        if (!string.IsNullOrEmpty(settings.SmtpHost) && string.IsNullOrEmpty(section[nameof(settings.MailFrom)]))
        {
            yield return Missing(nameof(settings.MailFrom), $"the sender of e-mail, as {NameOf(nameof(settings.SmtpHost))} is set");
        }
    }

    private static string Missing(string name, string meaning) =>
        $"The setting {NameOf(name)} is missing: set it to {meaning}, among the settings of the function app (infra/functionapp.bicep).";

    private static string NameOf(string name) => $"{Section}__{name}";

    private static void StopAt(IEnumerable<string> problems)
    {
        var sentences = string.Join(Environment.NewLine, problems);
        if (sentences.Length > 0)
        {
            throw new InvalidOperationException(sentences);
        }
    }
}
