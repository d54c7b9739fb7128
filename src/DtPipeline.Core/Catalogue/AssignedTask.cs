namespace DtPipeline.Catalogue;

/// <param name="Owners">Organisation codes or groups; <c>@unnamed</c> where the published text names nobody.</param>
public sealed record AssignedTask(
    string Code,
    string TitleEn,
    string TitleVi,
    IReadOnlyList<string> Owners,
    DateOnly AssignedOn,
    DateOnly? DueDay,
    string Recurrence,
    string Source);
