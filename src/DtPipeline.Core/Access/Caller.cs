namespace DtPipeline.Access;

/// <summary>What somebody is to the committee; of several that a person has, the last of these counts.</summary>
public enum CallerRole
{
    None,

    /// <summary>Sees everything and changes nothing.</summary>
    Viewer,

    /// <summary>Sees and sends what is of its own organisations, and nothing of others.</summary>
    Reporter,

    /// <summary>Sees everything, deals with alerts, closes figures, confirms catalogues, and may send a report in an organisation's place.</summary>
    Secretariat,
}

/// <summary>Who asks, and what they may.</summary>
/// <param name="Organisations">Codes of those that a reporter reports for; of other roles none.</param>
/// <param name="Name">Of who is signed in, never empty; null where nobody signs in, and then a request says who acts.</param>
public sealed record Caller(CallerRole Role, IReadOnlyList<string> Organisations, string? Name)
{
    /// <summary>Of a name, in characters.</summary>
    public const int LongestName = 200;

    /// <summary>Anybody may see the figures that are published, signed in or not.</summary>
    public bool PublishedIsOpen { get; init; }

    /// <summary>Deals with alerts, closes and reopens figures, confirms a catalogue.</summary>
    public bool MayAct => Role == CallerRole.Secretariat;

    /// <summary>What is of all organisations: lists of files, alerts and tasks, extracts.</summary>
    public bool MaySeeAll => Role is CallerRole.Secretariat or CallerRole.Viewer;

    /// <summary>The figures, rates and briefs that are published of all organisations; no file, no receipt, no alert.</summary>
    public bool MaySeePublished => MaySeeAll || PublishedIsOpen;

    /// <summary>Sends reports of some organisation: <see cref="MayReport"/> says of which.</summary>
    public bool MayReportSomething => Role is CallerRole.Secretariat or CallerRole.Reporter;

    /// <summary>Somebody with a role, whatever it is: what says nothing of any organisation.</summary>
    public bool IsSomebody => Role != CallerRole.None;

    /// <param name="organisation">The code as the catalogue writes it: no other spelling is anybody's.</param>
    public bool MaySee(string organisation) => MaySeeAll || Reports(organisation);

    /// <inheritdoc cref="MaySee"/>
    public bool MayReport(string organisation) => MayAct || Reports(organisation);

    /// <param name="path">A report's own, <c>{organisation}/{period}/{file}</c>. Nobody is shown one that could be read as another's: storage takes <c>..</c> for a way up.</param>
    public bool MaySeePath(string path) => path.Split('/') is var parts && Array.TrueForAll(parts, IsPlain) && MaySee(parts[0]);

    private static bool IsPlain(string part) => IsName(part) && IsName(Uri.UnescapeDataString(part));

    private static bool IsName(string part) => part.Any(c => c is not ('.' or ' ')) && !part.Any(c => c is '\\' or '/' || char.IsControl(c));

    private bool Reports(string organisation) => Role == CallerRole.Reporter && Organisations.Contains(organisation, StringComparer.Ordinal);
}
