namespace DtPipeline.Pipeline.Tests.Support;

/// <summary>Where nothing answers.</summary>
internal static class Nobody
{
    /// <summary>The first of all ports, which only root may listen on; a free one could be given to somebody before it is asked.</summary>
    public const int Port = 1;
}
