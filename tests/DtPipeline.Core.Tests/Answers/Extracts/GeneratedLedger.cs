using DtPipeline.Catalogue;
using DtPipeline.Checking;
using DtPipeline.Faults;
using DtPipeline.Ledger;
using DtPipeline.Texts;
using FsCheck;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Answers.Extracts;

/// <summary>The ledger of one organisation's period as reports could have left it: of what it owes, each a value, a nil or something taken back.</summary>
internal sealed record GeneratedLedger(Organisation Organisation, Period Period, IReadOnlyList<Observation> Observations)
{
    private static readonly (string Organisation, string Period)[] Owners =
        [("P63-01", "2023-Q2"), ("P63-79", "2024-Q2"), ("P34-01", "2025-Q3"), ("MIC", "2023-Q2"), ("P34-01", "2025"), ("P63-01", "2024-06"), ("P63-04", "2024-S1")];

    private static readonly string[] Statuses = ["A", "A", "A", "E", "P", "B", "D", "F", "I", "U", "V"];

    private static readonly double[] Numbers =
    [
        0, 1, 0.5, 0.8, 0.125, 1.5, 2, 1.234, 12.345, 999.999, 38.5, 33.333333333333336, 66.66666666666667, 99.99999999999999, 100, 0.1 + 0.2, 1e-7, 1.25e-9, 5e-324, 1234.567, 12345.678,
        1_000, 2_000, 1_148_000, 1e15, 9_007_199_254_740_991, 1.7976931348623157e308, 1e21, 1.2345678901234567e22, 123456789.125,
    ];

    private static readonly string[] Pieces =
    [
        "=", "+", "-", "@", "'", "''=", "=HYPERLINK(\"http://x\",\"y\")", "\t", "\r\n", "\n", "\r", "\"", "\"\"", ",", ";", "|", "<b>", "</b>", "&amp;", "<script>alert(1)</script>", "]]>", "_x000D_", "_x0041_",
        "Kế hoạch 45/KH-UBND", "ngày 20/6/2023", "Giám đốc Sở xác nhận", "Tổng cộng", "nt", "38,5%", "1.234", " ", "  ", "đ", "ư\u031B", "𝛼", "\uFFFF", "\u00A0", "\u0085", "sep=;", "🙂", "NaN", "withdrawn", "\uFF1D1",
    ];

    private static readonly Gen<string?> Notes =
        from pieces in Gen.Elements(Pieces).ArrayOf()
        from isLong in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        let note = AsRead(isLong ? string.Concat(Enumerable.Repeat(string.Concat(pieces), 60)) : string.Concat(pieces))
        select Mojibake.Find(note) is null && note.Length > 0 ? note : null;

    public static readonly Gen<GeneratedLedger> Any =
        from owner in Gen.Elements(Owners)
        let organisation = TheCatalogue.Organisation(owner.Organisation)
        let period = TheCatalogue.Period(owner.Period)
        let asked = Asked(organisation, period)
        from cells in Gen.CollectToArray(asked, Cell)
        from kept in Gen.Choose(0, 3).ArrayOf(asked.Count)
        let observations = cells.Where((_, i) => kept[i] > 0).ToList()
        select new GeneratedLedger(organisation, period, observations.Count > 0 ? observations : [cells[0]]);

    /// <summary>As a note stands once it was read.</summary>
    private static string AsRead(string text)
    {
        var clean = CellText.Clean(text);
        return clean.Length <= 1_000 ? clean : clean[..(char.IsHighSurrogate(clean[999]) ? 999 : 1_000)].Trim();
    }

    private static List<Indicator> Asked(Organisation organisation, Period period)
    {
        var catalogue = TheCatalogue.Default;
        var forms = catalogue.FormsOwed(period, organisation).SelectMany(f => catalogue.Asked(f, organisation, period)).Select(i => catalogue.FindIndicator(i.Indicator)!);
        var tasks = TaskOwners.TasksOf(organisation, period.LastDay, catalogue).Select(t => catalogue.FindIndicator(t.Code)!);
        return [.. forms.Concat(catalogue.NationalOf(organisation, period)).Concat(tasks).DistinctBy(i => i.Code)];
    }

    private static Gen<Observation> Cell(Indicator indicator) =>
        from kind in Gen.Frequency((8, Gen.Constant("value")), (1, Gen.Constant("nil")), (1, Gen.Constant("withdrawn")))
        from value in Value(indicator)
        from status in Gen.Elements(Statuses)
        from whole in Gen.Elements(1.0, 3, 7.5, 1_148_000, 0.001)
        from parts in Gen.Choose(0, 3)
        from note in Notes
        let number = kind == "value" ? value : (double?)null
        let hasParts = number is not null && indicator.Unit == "percent" && indicator.Kind != IndicatorKind.Flag
        select new Observation(
            indicator.Code,
            number,
            kind switch { "nil" => ObservationStatus.Nil, "withdrawn" => ObservationStatus.Withdrawn, _ => status },
            hasParts && parts % 2 == 1 ? number * whole / 100 : null,
            hasParts && parts > 1 ? whole : null,
            note,
            "0123456789abcdef",
            Sent.At,
            Place.WholeFile)
        {
            Unit = indicator.Unit,
        };

    private static Gen<double> Value(Indicator indicator) => indicator switch
    {
        { Kind: IndicatorKind.Flag } => Gen.Elements(0.0, 1),
        _ => from number in Gen.OneOf(Gen.Elements(Numbers), Gen.Choose(0, 1_000_000).Select(n => n / 10_000.0), Gen.Choose(0, 1_000_000).Select(n => (double)n))
             from isNegative in Gen.Elements(true, false)
             select Within(indicator, isNegative ? -number : number),
    };

    /// <summary>A value that the indicator can have.</summary>
    private static double Within(Indicator indicator, double number)
    {
        var inside = Math.Clamp(number, indicator.Minimum ?? double.MinValue, indicator.Maximum ?? double.MaxValue);
        return indicator.Unit is "count" or "rank" ? Math.Floor(inside) : inside;
    }
}
