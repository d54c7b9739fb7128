using System.Globalization;
using DtPipeline.Catalogue;

namespace DtPipeline.Azure.Briefing;

/// <summary>A brief that is published. It keeps its address; one that is made later of the same period takes its place as the newest.</summary>
public sealed record BriefEntry(Period Period, DateTimeOffset AsOf)
{
    private const string Format = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The moment as an address has it: 20240626T010000Z.</summary>
    public string Moment => AsOf.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public string Folder => $"{Period}/{Moment}/";

    /// <returns>Null for what is no such address.</returns>
    public static BriefEntry? Parse(string period, string moment) =>
        Period.TryParse(period, out var known) && DateTimeOffset.TryParseExact(moment, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var asOf)
            ? new BriefEntry(known, asOf)
            : null;
}
