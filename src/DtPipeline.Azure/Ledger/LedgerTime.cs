using System.Globalization;

namespace DtPipeline.Azure.Ledger;

/// <summary>A moment as part of a row key, so that keys are in the order of time.</summary>
internal static class LedgerTime
{
    public static string KeyOf(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfffffff'Z'", CultureInfo.InvariantCulture);
}
