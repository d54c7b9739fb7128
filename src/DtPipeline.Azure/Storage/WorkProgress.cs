namespace DtPipeline.Azure.Storage;

/// <summary>How far a long piece of work is.</summary>
/// <param name="Total">Null while nobody knows.</param>
public sealed record WorkProgress(string Step, long Done, long? Total);
