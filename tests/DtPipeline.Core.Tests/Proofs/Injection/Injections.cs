using DtPipeline.Core.Tests.Proofs.RoundTrip;

namespace DtPipeline.Core.Tests.Proofs.Injection;

/// <summary>What is put into a row, and what the receipt must say of it.</summary>
/// <param name="Column">As <see cref="SoundRow.Columns"/> has it; null for the whole row.</param>
internal sealed record Injected(string Code, SoundRow Row, string? Column, string? Found, string? Expected);

/// <param name="Unit">Of the rows that it can be put into; null for any.</param>
internal sealed record Injection(string Code, string? Unit, Func<FaultyFormat, bool> Fits, Func<SoundRow, Injected> Put);

/// <summary>Ways in which one row can be wrong, or worth a remark.</summary>
internal static class Injections
{
    private const string Yes = "1/0, có/không, yes/no";

    public static readonly IReadOnlyList<Injection> All =
    [
        Lost("row.organisation", null, "organisation", "P02", "P01"),
        Lost("row.period", null, "period", "2023-Q1", "2023-Q2"),
        Lost("row.period", null, "period", "quý III/2023", "2023-Q2"),
        Renamed("indicator.unknown", "ZZ-999", "GOV-01, DG-05"),
        Renamed("indicator.frequency", "XF-001", "monthly"),
        Renamed("indicator.national", "XN-001", "nobody"),
        Renamed("indicator.closed", "XC-001", "2022-12-31"),
        Renamed("indicator.not_begun", "XB-001", "2024-01-01"),
        new("indicator.missing", null, Always, r => Spoil(r, "indicator.missing", "indicator", "", "GOV-01", without: "name") with { Found = null }),
        new("indicator.unknown", null, Always, r => Spoil(r, "indicator.unknown", "indicator", $"ind.{r.Number}", BigCatalogue.CodeOf(r.Number), without: "name")),
        new("indicator.name_conflict", null, Always, r => Spoil(r, "indicator.name_conflict", "name", BigCatalogue.NameOf(Next(r)), BigCatalogue.CodeOf(Next(r)))),
        new("indicator.not_owed", null, Always, Spare),
        new("indicator.by_name", null, Always, ByName),
        new("text.mojibake", null, Always, r => Keep(r, "text.mojibake", "note", "Tá»‰nh", "Tỉnh", r.Stored)),
        Lost("unit.other", "percent", "unit", "USD", "percent"),
        Lost("unit.other", "vnd_million", "value", "12 %", "vnd_million"),
        new("unit.converted", "vnd_million", Always, r => Keep(r, "unit.converted", "value", "3 tỷ đồng", "3000 vnd_million", 3000)),
        Lost("status.unknown", null, "status", "ZZ", "A, B, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, S, U, V, W, withdrawn"),
        new("status.with_value", null, Always, WithValue),
        Lost("value.not_number", "count", "value", "mười hai", "a number"),
        Lost("value.not_number", "percent", "value", "12x5", "a number"),
        Lost("value.ambiguous", "count", "value", "1.234", "1234 / 1.234", f => f != FaultyFormat.SdmxCsv),
        Lost("value.not_whole", "count", "value", "1.234", "a whole number", f => f == FaultyFormat.SdmxCsv),
        Lost("value.formula", "count", "value", new WrittenCell("=A1+B1", null, WrittenAs.Formula), "a number"),
        Lost("value.cell_error", "count", "value", new WrittenCell("#REF!", null, WrittenAs.Error), "a number", FaultyFormats.IsWorkbook),
        Lost("value.date", "percent", "value", new WrittenCell("2023-03-15", 45000, WrittenAs.Date), "a number", FaultyFormats.IsWorkbook),
        Lost("value.not_flag", "yes_no", "value", "có lẽ", Yes),
        Lost("value.not_whole", "count", "value", "12.5", "a whole number"),
        Lost("value.out_of_range", "percent", "value", "150", "0 – 100"),
        Lost("value.out_of_range", "vnd_million", "value", "-3", "0 – …"),
        new("value.unit_slip", "percent", Always, r => Keep(r, "value.unit_slip", "value", "0.8", "0.8", 0.8)),
        new("value.ratio_mismatch", "percent", Always, Mismatch),
        new("row.fields", null, FaultyFormats.IsText, TooWide),
        new("row.quotes", null, FaultyFormats.IsText, r => Spoil(r, "row.quotes", "note", new WrittenCell("x\"y", null, WrittenAs.Raw), null) with { Column = null }),
    ];

    private static bool Always(FaultyFormat format) => true;

    private static int Next(SoundRow row) => (row.Number % BigCatalogue.Size) + 1;

    private static Injection Lost(string code, string? unit, string column, WrittenCell found, string? expected, Func<FaultyFormat, bool>? fits = null) =>
        new(code, unit, fits ?? Always, r => Spoil(r, code, column, found, expected));

    private static Injection Renamed(string code, string indicator, string? expected) =>
        new(code, null, Always, r => Spoil(r, code, "indicator", indicator, expected, without: "name"));

    private static Injected Spoil(SoundRow row, string code, string column, WrittenCell found, string? expected, string? without = null)
    {
        row.Stored = null;
        row[column] = found;
        if (without is not null)
        {
            row[without] = string.Empty;
        }

        return new Injected(code, row, column, found.Text, expected);
    }

    private static Injected Keep(SoundRow row, string code, string column, string found, string? expected, double? stored)
    {
        row[column] = found;
        row.Stored = stored;
        return new Injected(code, row, column, found, expected);
    }

    private static Injected Spare(SoundRow row)
    {
        row.Code = BigCatalogue.SpareOf(row.Number);
        row["name"] = string.Empty;
        return Keep(row, "indicator.not_owed", "indicator", row.Code, null, row.Stored);
    }

    private static Injected ByName(SoundRow row)
    {
        row["indicator"] = string.Empty;
        return Keep(row, "indicator.by_name", "name", BigCatalogue.NameOf(row.Number), row.Code, row.Stored);
    }

    private static Injected WithValue(SoundRow row)
    {
        row["status"] = "M";
        return Spoil(row, "status.with_value", "value", row["value"], null);
    }

    private static Injected Mismatch(SoundRow row)
    {
        row["numerator"] = "10";
        row["denominator"] = "40";
        return Keep(row, "value.ratio_mismatch", "value", "50", "25", 50);
    }

    private static Injected TooWide(SoundRow row)
    {
        row.Stored = null;
        row.Tail = ["thừa"];
        return new Injected("row.fields", row, null, $"{SoundRow.Columns.Length + 1}", $"{SoundRow.Columns.Length}");
    }
}
