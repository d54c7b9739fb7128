using DtPipeline.Faults;

namespace DtPipeline.Grids;

/// <summary>Whatever a library throws while it reads a damaged file is a fault of the file.</summary>
internal static class Damage
{
    /// <returns>Null where the content is damaged, which is told, or has nothing.</returns>
    /// <param name="format">As people call it.</param>
    public static T? Guarded<T>(Func<T?> read, GridSource source, string format)
    {
#pragma warning disable CA1031 // Libraries fail on damaged bytes in any way they please.
        try
        {
            return read();
        }
        catch (CellBudgetException e)
        {
            source.KeepOut(FaultKinds.FileBomb.At(source.Whole, e.Found, e.Most));
            return default;
        }
        catch (Exception)
        {
            source.KeepOut(FaultKinds.FileCorrupt.At(source.Whole, format));
            return default;
        }
#pragma warning restore CA1031
    }

    /// <summary>Rows until the damage, or until there are more cells than a report has.</summary>
    public static IEnumerable<GridRow> Guarded(IEnumerable<GridRow> rows, GridSource source, string format)
    {
        using var row = rows.GetEnumerator();
        while (Guarded(() => row.MoveNext(), source, format))
        {
            yield return row.Current;
        }
    }
}
