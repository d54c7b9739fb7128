using DtPipeline.Catalogue;
using DtPipeline.Deadlines;

namespace DtPipeline.Answers.Help.Lists;

/// <summary>What the guides say of the day and of the settings in force, so that they cannot say it wrongly.</summary>
/// <param name="MostReportBytes">Larger reports are refused.</param>
/// <param name="LongestSnooze">For how long an alert can be put aside at most.</param>
public sealed record HelpInput(ReportingCatalogue Catalogue, DateOnly Today, AlertTiming Timing, long MostReportBytes, TimeSpan LongestSnooze);
