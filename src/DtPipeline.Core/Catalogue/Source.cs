using DtPipeline.Time;
using NCrontab;

namespace DtPipeline.Catalogue;

/// <summary>A place on the web where an organisation puts its reports, from where they are fetched.</summary>
/// <param name="Code">Part of the name of the blob that the report becomes.</param>
/// <param name="Url">May contain <c>{period}</c> and <c>{organisation}</c>, behind the host's name.</param>
/// <param name="Format">Extension of the file, by which it is read.</param>
/// <param name="Schedule">In Vietnam's time.</param>
public sealed record Source(
    string Code, string Organisation, string Url, string Format, Frequency Frequency, CrontabSchedule Schedule, DateOnly? ValidFrom, DateOnly? ValidTo)
{
    private const string PeriodMark = "{period}";
    private const string OrganisationMark = "{organisation}";

    /// <summary>Whether each period has an address of its own. Without, the address always has the newest report.</summary>
    public bool NamesPeriod => Url.Contains(PeriodMark, StringComparison.Ordinal);

    public bool IsValidOn(DateOnly day) => new ValidTime(ValidFrom, ValidTo).Contains(day);

    /// <summary>However many times the schedule came round since the last run, that is one run; a source that never ran is due at once.</summary>
    public bool IsDue(DateTimeOffset? lastRun, DateTimeOffset now) =>
        lastRun is not { } last || Schedule.GetNextOccurrence(VietnamTime.At(last).DateTime) <= VietnamTime.At(now).DateTime;

    public Uri AddressOf(Period period) => new(Filled(Url, period.ToString(), Organisation));

    /// <summary>Where the report of a period goes, to be taken in like any other.</summary>
    public string PathOf(Period period) => $"{Organisation}/{period}/pull-{Code}.{Format}";

    /// <returns>What keeps a text from being the address of a source; null for a good one.</returns>
    internal static string? ProblemOf(string url, bool allowHttp)
    {
        var schemes = allowHttp ? "https:// or http://" : "https://";
        if (!Uri.TryCreate(Filled(url, "2024-Q2", "P34-01"), UriKind.Absolute, out var filled) || !(filled.Scheme == "https" || (allowHttp && filled.Scheme == "http")))
        {
            return $"expected an address that begins with {schemes}";
        }

        return filled.UserInfo.Length > 0 ? "an address has no user name or password in it"
            : filled.Fragment.Length > 0 ? "an address has no part behind #"
            : Filled(url, string.Empty, string.Empty).AsSpan().IndexOfAny('{', '}') >= 0 ? $"expected no other braces than {PeriodMark} and {OrganisationMark}"
            : HostOf(url).Contains('{', StringComparison.Ordinal) ? "the host's name is written out"
            : null;
    }

    private static string HostOf(string url) => url.Split('/') is [_, _, var host, ..] ? host : url;

    private static string Filled(string url, string period, string organisation) =>
        url.Replace(PeriodMark, period, StringComparison.Ordinal).Replace(OrganisationMark, organisation, StringComparison.Ordinal);
}
