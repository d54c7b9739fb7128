using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;

namespace DtPipeline.Core.Tests.Deadlines;

public sealed class AlertTimingTests
{
    [Theory]
    [InlineData(10, AlertSeverity.Yellow, 0)]
    [InlineData(11, AlertSeverity.Red, 0)]
    [InlineData(20, AlertSeverity.Red, 0)]
    [InlineData(21, AlertSeverity.Red, 1)]
    public void BecomesRedAfterTenDaysAndIsPassedOnAfterTwenty(int daysOverdue, AlertSeverity severity, int escalation) =>
        Assert.Equal((severity, escalation), (AlertTiming.Default.SeverityAfter(daysOverdue), AlertTiming.Default.EscalationAfter(daysOverdue)));

    /// <summary>Due on Monday 26 June 2023: Friday, Thursday and Wednesday are the three working days before it.</summary>
    [Theory]
    [InlineData("2023-06-20", false)]
    [InlineData("2023-06-21", true)]
    [InlineData("2023-06-26", true)]
    [InlineData("2023-06-27", false)]
    public void IsDueSoonFromThreeWorkingDaysBeforeToTheDayItself(string today, bool isSoon) => Assert.Equal(
        isSoon,
        AlertTiming.Default.IsDueSoon(new DateOnly(2023, 6, 26), DateOnly.Parse(today, CultureInfo.InvariantCulture), TheCatalogue.Default.Calendar));
}
