using DtPipeline.Oracle.Figures;

namespace DtPipeline.Oracle.Tests.Comparing;

/// <summary>
/// What the design says and the product does not do yet. Each switch leaves out exactly the rows that its rule touches; set it to true with the
/// change of the product that brings the rule.
/// </summary>
internal static class Compared
{
    /// <summary><c>report.incomplete</c>: something is accepted, and a required indicator is missing after the due day.</summary>
    public static bool Incomplete => false;

    /// <summary>A form of which everything was withdrawn is awaited again. Until then nobody withdraws everything.</summary>
    public static bool WithdrawnIsAwaited => false;

    /// <summary>An exempt body is not among those who owe a published figure. Until then how many owe it, and its change, are left out where somebody is exempt.</summary>
    public static bool ExemptIsNotOwed => false;

    /// <summary>A nil is among the answers of a published figure. Until then how many have reported is left out where somebody said nil.</summary>
    public static bool NilIsReported => false;

    public static bool Takes(string alertType) => Incomplete || alertType != "report.incomplete";

    public static object Owed(PublishedFigure figure) => ExemptIsNotOwed || figure.Exempt == 0 ? figure.Figure.Owed : Rows.Any;

    public static object Reported(PublishedFigure figure, int reported) => NilIsReported || figure.Nil == 0 ? reported : Rows.Any;

    public static bool TakesChangeOf(PublishedFigure figure) => ExemptIsNotOwed || figure.Exempt == 0;
}
