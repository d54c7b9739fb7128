using System.Globalization;

namespace DtPipeline.Catalogue;

/// <summary>From where on a value is asked about; what the columns of an indicator leave blank is as in <see cref="Usual"/>.</summary>
/// <param name="Confidence">Percent of the values of a series that do as those before them did which are not asked about; 0: the usual range is not looked at.</param>
/// <param name="Floor">The least spread that a series is taken to have, in percent of its level: one that never changed may change a little.</param>
/// <param name="Factor">So many times what is usual, or so small a part of it, is taken for a slip of the unit; 0: slips are not looked for.</param>
public sealed record AnomalyThresholds(double Confidence, double Floor, double Factor)
{
    public static readonly AnomalyThresholds Usual = new(99.5, 5, 4);

    internal static readonly string[] Columns = ["anomaly_confidence", "anomaly_floor", "anomaly_factor"];

    /// <summary>Reads the columns, and notes what is wrong with them.</summary>
    internal static AnomalyThresholds Read(CatalogueTable table)
    {
        var read = new AnomalyThresholds(
            table.OptionalNumber(Columns[0]) ?? Usual.Confidence, table.OptionalNumber(Columns[1]) ?? Usual.Floor, table.OptionalNumber(Columns[2]) ?? Usual.Factor);
        Note(Columns[0], read.Confidence is 0 or (>= 90 and < 100), read.Confidence, "a percentage from 90 to below 100, or 0 where the usual range is not to be looked at");
        Note(Columns[1], read.Floor is > 0 and <= 100, read.Floor, "a percentage above 0 and at most 100");
        Note(Columns[2], read.Factor is 0 or >= 2, read.Factor, "a number from 2 on, or 0 where slips of the unit are not to be looked for");
        return read;

        void Note(string column, bool isSound, double value, string expected)
        {
            if (!isSound)
            {
                table.Note(string.Create(CultureInfo.InvariantCulture, $"{column} is {value}, expected {expected}; leave it empty for what is usual"));
            }
        }
    }
}
