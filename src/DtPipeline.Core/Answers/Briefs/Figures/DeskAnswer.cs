using DtPipeline.Catalogue;

namespace DtPipeline.Answers.Briefs.Figures;

/// <summary>What somebody of the secretariat has said for a sender at the desk: the figures of the period that were asked about are meant.</summary>
/// <param name="At">It holds for what was uploaded before it.</param>
public sealed record DeskAnswer(string Organisation, Period Period, string By, DateTimeOffset At, string Reason);
