using DtPipeline.Faults;

namespace DtPipeline.Grids;

/// <summary>The file, or the member of an archive, that grids come from, and where it is told what could not be read of it.</summary>
internal record GridSource(FaultList Faults)
{
    /// <summary>Member of an archive that is being read; null outside archives.</summary>
    public string? Member { get; init; }

    /// <summary>One for the file, whatever is in it.</summary>
    public CellBudget Budget { get; } = new();

    /// <summary>What a place calls the sheet: the member of the archive and the sheet in it, as far as there are any.</summary>
    public string? SheetName(string? sheet) => (Member, sheet) switch
    {
        (null, _) => sheet,
        (_, null) => Member,
        _ => $"{Member}/{sheet}",
    };

    /// <summary>Nothing of the file is stored; of an archive, nothing of the member.</summary>
    public void KeepOut(Fault fault)
    {
        if (Member is null)
        {
            Faults.AddForFile(fault);
        }
        else
        {
            Faults.AddForMember(Member, fault);
        }
    }

    public Place Whole => new(SheetName(null), null, null);
}
