using DtPipeline.Ledger;

namespace DtPipeline.Amending;

/// <summary>A catalogue that would judge the past anew and that nobody has confirmed: the one in force stays.</summary>
/// <param name="Lines">What is changed in it.</param>
public sealed record HeldCatalogue(string Hash, IReadOnlyList<LineChange> Lines, CatalogueDiff Diff)
{
    internal string Key => $"{AlertType.CatalogueHeld}~{Hash}";
}

/// <summary>A catalogue by which the past was judged anew.</summary>
/// <param name="By">Who said that this is meant.</param>
public sealed record ConfirmedCatalogue(string Hash, string By, DateTimeOffset At, IReadOnlyList<LineChange> Lines, CatalogueDiff Diff);
