using Azure;

namespace DtPipeline.Azure.Storage;

/// <summary>Whether a blob or row could not be made because it is there. The status alone does not say so: 409 is also what an account is answered with that is just being made or moved.</summary>
internal static class StandingThere
{
    /// <summary>Codes of the blob and the table service. An archive with a lock on it refuses to be written over before it looks at conditions.</summary>
    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal)
    {
        "BlobAlreadyExists", "BlobImmutableDueToPolicy", "ConditionNotMet", "TargetConditionNotMet", "EntityAlreadyExists",
    };

    public static bool SaysItIsThere(this RequestFailedException e) => e.ErrorCode is { } code && Codes.Contains(code);
}
