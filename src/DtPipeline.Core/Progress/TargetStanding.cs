namespace DtPipeline.Progress;

/// <summary>How one organisation's figure stands to its target, in short: with the organisation's history <see cref="TargetProgress"/> says the rest.</summary>
/// <param name="Gap">As in <see cref="TargetProgress"/>, as is all that follows.</param>
public sealed record TargetStanding(TargetStatus Status, double? Target, DateOnly? Due, double? Gap, double? P, bool Uncertain, TargetReason? Why)
{
    /// <returns>Null where there is no target.</returns>
    public static TargetStanding? Of(TargetProgress progress) => progress.Status == TargetStatus.NoTarget
        ? null
        : new(progress.Status, progress.Target, progress.Due, progress.Gap, progress.P, progress.Uncertain, progress.Why);
}
