namespace DtPipeline.Faults;

/// <summary>
/// The faults of one file in the order of the file. It keeps a bounded number of them, errors before remarks, and counts the rest,
/// so that a broken file of a million rows is answered in little memory.
/// </summary>
internal sealed class FaultList
{
    /// <summary>A receipt lists every fault up to this many, then says how many more there are.</summary>
    internal const int Most = 10_000;

    private readonly Dictionary<Severity, List<Fault>> kept = new()
    {
        [Severity.Error] = [],
        [Severity.Warning] = [],
        [Severity.Info] = [],
    };

    /// <summary>Why a file or member is kept out, which is listed whatever came before.</summary>
    private readonly List<Fault> whole = [];

    private readonly Dictionary<string, int> sheets = new(StringComparer.Ordinal);
    private readonly HashSet<string> membersKeptOut = new(StringComparer.Ordinal);
    private long count;

    /// <summary>Errors so far, listed or only counted.</summary>
    public long Errors { get; private set; }

    /// <summary>Something is wrong with the file as a whole: nothing of it is stored, whatever its rows say.</summary>
    public bool KeepsFileOut { get; private set; }

    public void Add(Fault fault)
    {
        Count(fault);
        if (kept[fault.Severity].Count < Most)
        {
            kept[fault.Severity].Add(fault);
        }
    }

    private void Count(Fault fault)
    {
        count++;
        Errors += fault.Severity == Severity.Error ? 1 : 0;
        if (fault.Place.Sheet is { } sheet)
        {
            sheets.TryAdd(sheet, sheets.Count);
        }
    }

    public void AddForFile(Fault fault)
    {
        Count(fault);
        whole.Add(fault);
        KeepsFileOut = true;
    }

    /// <summary>Whether another fault would still be listed, and is worth its sentences.</summary>
    public bool HasRoomFor(Severity severity) => kept[severity].Count < Most;

    /// <summary>Counts faults that nobody could read in such a number.</summary>
    public void AddUnlisted(int number, Severity severity)
    {
        count += number;
        Errors += severity == Severity.Error ? number : 0;
    }

    /// <summary>Something is wrong with a member of an archive as a whole: the other members stand.</summary>
    public void AddForMember(string member, Fault fault)
    {
        Count(fault);
        whole.Add(fault);
        membersKeptOut.Add(member);
    }

    /// <param name="sheet">As places name it: a member of an archive, perhaps with a sheet behind it.</param>
    public bool IsKeptOut(string? sheet) =>
        membersKeptOut.Count > 0 && sheet is not null && membersKeptOut.Any(m => sheet == m || sheet.StartsWith($"{m}/", StringComparison.Ordinal));

    public IReadOnlyList<Fault> ToList()
    {
        var listed = whole.Concat(kept[Severity.Error]).Concat(kept[Severity.Warning]).Concat(kept[Severity.Info]).Take(Most);
        List<Fault> ordered = [.. listed.OrderBy(f => f.Place.Sheet is { } sheet ? sheets[sheet] : -1).ThenBy(f => f.Place.Row ?? 0)];
        if (count > Most)
        {
            ordered.Add(FaultKinds.FaultsMore.At(Place.WholeFile, $"{count - Most}", $"{Most}"));
        }

        return ordered;
    }
}
