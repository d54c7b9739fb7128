namespace DtPipeline.Azure.Storage;

/// <summary>What one transaction on a partition takes.</summary>
internal static class TransactionLimits
{
    public const int Operations = 100;

    /// <summary>Below the service's 4 MiB, to leave room for names and types.</summary>
    public const int Characters = 1_000_000;
}
