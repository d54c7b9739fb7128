namespace DtPipeline.FaultInjection.Disturbing;

internal enum Kind
{
    /// <summary>The connection ends and nothing is answered.</summary>
    Dropped,

    /// <summary>Half of the answer comes, then the connection ends.</summary>
    CutShort,

    /// <summary>The connection ends, and the request arrives all the same: after the one that comes next.</summary>
    Late,

    /// <summary>It takes a moment longer.</summary>
    Slow,

    /// <summary>The request arrives twice; the second answer is given.</summary>
    Repeated,

    /// <summary>The request arrives twice; the first answer is given.</summary>
    Doubled,

    /// <summary>An error is answered.</summary>
    Refused,

    /// <summary>From here on nothing is answered but errors, until the operation has ended.</summary>
    Away,

    /// <summary>The process ends here.</summary>
    Killed,
}

/// <summary>What happens to one call on its way to a service or back.</summary>
/// <param name="After">The service has done what was asked; else it never hears of it.</param>
/// <param name="Status">Of an HTTP answer.</param>
/// <param name="ForGood">Also when the client's library tries again by itself.</param>
internal sealed record Fault(Kind Kind, bool After = false, int Status = 0, bool ForGood = false)
{
    // Of 429, 500 and 503 the client's library tries again by itself, of 403, 409 and 412 not.
    private static readonly Fault[] Anywhere =
    [
        new(Kind.Dropped), new(Kind.Slow), new(Kind.Refused, Status: 403), new(Kind.Refused, Status: 429), new(Kind.Refused, Status: 500),
        new(Kind.Refused, Status: 503, ForGood: true), new(Kind.Away), new(Kind.Killed),
    ];

    /// <summary>Of a call that reads: before and after its effect are one, as it has none, and it meets no conflict.</summary>
    private static readonly Fault[] OfReads = [.. Anywhere, new(Kind.CutShort)];

    private static readonly Fault[] OfWrites =
    [
        .. Anywhere, new(Kind.Refused, Status: 409), new(Kind.Refused, Status: 412), new(Kind.Refused, Status: 503), new(Kind.Dropped, After: true), new(Kind.Late),
        new(Kind.Repeated), new(Kind.Doubled), new(Kind.Refused, After: true, 409), new(Kind.Refused, After: true, 412), new(Kind.Refused, After: true, 503),
        new(Kind.Refused, After: true, 500, ForGood: true), new(Kind.Killed, After: true),
    ];

    /// <summary>Of a frame of AMQP. A message cannot come twice by itself: one whose answer is lost is sent again by the client's library.</summary>
    private static readonly Fault[] OfFrames =
    [
        new(Kind.Dropped), new(Kind.Dropped, After: true), new(Kind.Slow), new(Kind.Refused), new(Kind.Refused, After: true), new(Kind.Away), new(Kind.Killed), new(Kind.Killed, After: true),
    ];

    public static IReadOnlyList<Fault> Of(Call call) => call.IsFrame ? OfFrames : call.IsRead ? OfReads : OfWrites;

    public override string ToString() =>
        $"{Kind}{(Status > 0 ? $" {Status}" : string.Empty)}{(After ? " after" : string.Empty)}{(ForGood ? " for good" : string.Empty)}";
}

/// <param name="Name">Method and path without the account, or <c>AMQP</c> and the frame's name.</param>
internal sealed record Call(string Name)
{
    public bool IsFrame => Name.StartsWith("AMQP", StringComparison.Ordinal);

    public bool IsRead => Name.StartsWith("GET", StringComparison.Ordinal) || Name.StartsWith("HEAD", StringComparison.Ordinal);

    public override string ToString() => Name;
}
