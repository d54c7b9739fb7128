using DtPipeline.Faults;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests;

internal static class Expect
{
    /// <summary>Exactly this fault and no other, with its whole sentences.</summary>
    public static void OneFault(IEnumerable<Fault> faults, string code, int? row, string? column, string vi, string en)
    {
        var fault = Assert.Single(faults);
        Assert.Equal((code, row, column), (fault.Code, fault.Place.Row, fault.Place.Column));
        Assert.Equal(new Bilingual(vi, en), fault.Message);
    }
}
