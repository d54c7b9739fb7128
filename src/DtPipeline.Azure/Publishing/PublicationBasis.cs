using System.Security.Cryptography;
using System.Text;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;

namespace DtPipeline.Azure.Publishing;

/// <summary>By what each period was published: the catalogue, the bodies that there were that day, and of the newest of a frequency the day itself, by which its targets are judged.</summary>
public sealed class PublicationBasis(PublishedBlobs blobs)
{
    public const string Name = "basis.json";

    /// <summary>Says of published periods by what they are.</summary>
    public Task NoteAsync(IReadOnlyCollection<Period> published, StandingCatalogue catalogue, DateOnly today, CancellationToken cancellationToken) =>
        blobs.FoldAsync<BasisFile>(
            Name,
            known =>
            {
                var periods = new SortedDictionary<string, string>(known?.Periods.ToDictionary() ?? [], StringComparer.Ordinal);
                foreach (var period in published)
                {
                    periods[period.ToString()] = string.Empty;
                }

                var newest = NewestOf(periods.Keys);
                foreach (var period in published)
                {
                    periods[period.ToString()] = Of(period, newest, catalogue, today);
                }

                return new BasisFile(periods);
            },
            cancellationToken);

    /// <summary>Periods that would be published by another basis now, and those of which nothing is known because an older version has published them.</summary>
    public async Task<IReadOnlyList<string>> ChangedAsync(StandingCatalogue catalogue, DateOnly today, CancellationToken cancellationToken)
    {
        if ((await blobs.FindAsync(Name, cancellationToken))?.Read<BasisFile>() is not { } known)
        {
            return [.. (await blobs.PeriodsAsync(cancellationToken)).Select(p => p.ToString())];
        }

        var newest = NewestOf(known.Periods.Keys);
        return [.. known.Periods.Where(p => Period.TryParse(p.Key, out var period) && p.Value != Of(period, newest, catalogue, today)).Select(p => p.Key)];
    }

    private static HashSet<Period> NewestOf(IEnumerable<string> periods) =>
    [
        .. periods
            .Select(p => Period.TryParse(p, out var period) ? period : null)
            .OfType<Period>()
            .GroupBy(p => p.Frequency)
            .Select(g => g.MaxBy(p => p.FirstDay)!),
    ];

    private static string Of(Period period, HashSet<Period> newest, StandingCatalogue catalogue, DateOnly today)
    {
        var bodies = string.Join(' ', catalogue.Catalogue.Organisations.Where(o => o.IsValidOn(today)).Select(o => o.Code));
        var said = $"{catalogue.Hash}\n{bodies}\n{(newest.Contains(period) ? today.ToString("O", System.Globalization.CultureInfo.InvariantCulture) : string.Empty)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)))[..16];
    }
}

/// <param name="Periods">By name, a hash of what it was published by.</param>
internal sealed record BasisFile(IReadOnlyDictionary<string, string> Periods);
