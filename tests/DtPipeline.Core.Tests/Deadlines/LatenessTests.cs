using System.Globalization;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;

namespace DtPipeline.Core.Tests.Deadlines;

/// <summary>The small catalogue's one form is due on 25 June 2023 for 2023-Q2.</summary>
public sealed class LatenessTests
{
    private const string Grants = "form,organisation,period,kind,until,granted_by,granted_on,reason\n";

    [Theory]
    [InlineData("2023-06-20T09:00:00+07:00", 0)]
    [InlineData("2023-06-25T23:59:59+07:00", 0)]
    [InlineData("2023-06-25T17:00:00Z", 1)]
    [InlineData("2023-07-05T09:00:00+07:00", 10)]
    public void IsCountedInDaysOfVietnamFromTheDueDay(string accepted, int days) => Assert.Equal([days], Of(LedgerState.Empty, Accepted(accepted), string.Empty));

    [Fact]
    public void IsToldOfAFormOnce()
    {
        var first = Accepted("2023-07-05T09:00:00+07:00");

        Assert.Empty(Of(first, first, string.Empty));
        Assert.Empty(Of(LedgerState.Empty, LedgerState.Empty, string.Empty));
    }

    [Theory]
    [InlineData("FORM,N,2023-Q2,extension,2023-07-03,QĐ 1,2023-06-20,Bão", "2")]
    [InlineData("FORM,N,2023-Q2,exemption,,QĐ 1,2023-06-20,Bão", "")]
    public void GoesByWhatWasGranted(string grant, string days) =>
        Assert.Equal(days, string.Join(' ', Of(LedgerState.Empty, Accepted("2023-07-05T09:00:00+07:00"), grant)));

    private static IEnumerable<int> Of(LedgerState before, LedgerState after, string grant)
    {
        var catalogue = TheCatalogue.SmallWithFile("grants.csv", Grants + grant).Catalogue!;
        return Lateness.OfNewlyAccepted(new Owner(catalogue.FindOrganisation("N")!, TheCatalogue.Period("2023-Q2")), before, after, catalogue).Select(l => l.Days);
    }

    private static LedgerState Accepted(string moment) => LedgerState.Empty with
    {
        FirstAccepted = new Dictionary<string, DateTimeOffset> { ["FORM"] = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture) },
    };
}
