using DtPipeline.Texts;

namespace DtPipeline.Azure.Pulling;

/// <summary>What a source said of its content the last time, to be asked whether it is still so.</summary>
/// <param name="Sha256">Of the content that was dropped last.</param>
internal sealed record Validators(string? ETag, string? LastModified, string? Sha256)
{
    public static readonly Validators None = new(null, null, null);
}

/// <summary>What became of asking a source for one report.</summary>
internal abstract record FetchOutcome
{
    private FetchOutcome()
    {
    }

    internal sealed record Fetched(byte[] Content, string? ETag, string? LastModified) : FetchOutcome;

    /// <summary>The source says that nothing has changed since the last time.</summary>
    internal sealed record Unchanged : FetchOutcome;

    /// <summary>The source has nothing at that address.</summary>
    internal sealed record Absent : FetchOutcome;

    /// <param name="NotBefore">When the source wants to be asked again at the earliest.</param>
    internal sealed record Failed(Bilingual Reason, DateTimeOffset? NotBefore = null) : FetchOutcome;
}
