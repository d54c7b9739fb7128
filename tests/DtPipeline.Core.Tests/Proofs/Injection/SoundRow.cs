using DtPipeline.Core.Tests.Proofs.RoundTrip;

namespace DtPipeline.Core.Tests.Proofs.Injection;

/// <summary>A row of a report in which nothing is wrong yet.</summary>
internal sealed class SoundRow
{
    public static readonly string[] Columns =
        ["indicator", "name", "value", "unit", "note", "organisation", "period", "status", "numerator", "denominator"];

    private readonly Dictionary<string, WrittenCell> cells = new(StringComparer.Ordinal);

    public SoundRow(int n)
    {
        Number = n;
        Code = BigCatalogue.CodeOf(n);
        var (value, unit) = BigCatalogue.UnitOf(n) switch { "percent" => (50, "%"), "count" => (1200, ""), "yes_no" => (1, ""), _ => (300, "triệu đồng") };
        Stored = value;
        this["indicator"] = Code;
        this["name"] = BigCatalogue.NameOf(n);
        this["value"] = new WrittenCell($"{value}", n % 3 == 0 ? value : null);
        this["unit"] = unit;
        this["note"] = n % 5 == 0 ? "đã đối soát" : string.Empty;
        this["organisation"] = "P01";
        this["period"] = "2023-Q2";
    }

    /// <summary>Which indicator of the catalogue.</summary>
    public int Number { get; }

    /// <summary>What it is stored under.</summary>
    public string Code { get; set; }

    /// <summary>The value to be stored; null for none.</summary>
    public double? Stored { get; set; }

    /// <summary>Cells behind the last column.</summary>
    public WrittenCell[] Tail { get; set; } = [];

    public WrittenCell this[string column]
    {
        get => cells.GetValueOrDefault(column, string.Empty);
        set => cells[column] = value;
    }
}
