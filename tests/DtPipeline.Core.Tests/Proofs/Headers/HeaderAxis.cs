namespace DtPipeline.Core.Tests.Proofs.Headers;

/// <summary>What a column holds beside the others under one header.</summary>
internal enum Part
{
    /// <summary>The path's period, the whole, what any indicator is reported by.</summary>
    Own,

    /// <summary>Another period, a comparison: nobody's value.</summary>
    Other,

    /// <summary>From the beginning of the year: of indicators marked cumulative.</summary>
    ToDate,
    Number,
    Rate,

    /// <summary>Of the provinces or communes only: of the indicators that name it.</summary>
    Province,
    Commune,

    /// <summary>Of men or women only: no indicator of the table.</summary>
    Some,
}

/// <summary>One thing by which the columns under a header differ, and the headers that say so.</summary>
internal sealed record HeaderAxis(string Name, (string Label, Part Part)[] Columns)
{
    /// <summary>Of the second quarter of 2023.</summary>
    public static readonly IReadOnlyList<HeaderAxis> Periods =
    [
        new("quarters", [("Quý I", Part.Other), ("Quý II", Part.Own), ("6 tháng", Part.ToDate)]),
        new("quarters with years", [("Quý I/2023", Part.Other), ("Quý II/2023", Part.Own), ("Quý II/2022", Part.Other)]),
        new("quarters in short", [("Q1/2023", Part.Other), ("Q2/2023", Part.Own)]),
        new("now and before", [("Kỳ trước", Part.Other), ("Kỳ báo cáo", Part.Own), ("Lũy kế", Part.ToDate)]),
        new("this quarter", [("Quý trước", Part.Other), ("Quý này", Part.Own), ("So sánh", Part.Other)]),
        new("a year before", [("Cùng kỳ", Part.Other), ("Kỳ này", Part.Own), ("Đạt (%)", Part.Other)]),
        new("days", [("Đến 31/3/2023", Part.Other), ("Đến 30/6/2023", Part.Own)]),
        new("dates", [("2023-03-31", Part.Other), ("2023-06-30", Part.Own), ("2023-09-30", Part.Other)]),
        new("without its own", [("Quý I", Part.Other), ("Quý III", Part.Other)]),
        new("months of it", [("Tháng 4", Part.Other), ("Tháng 5", Part.Other), ("Ước tháng 6", Part.Other)]),
    ];

    public static readonly IReadOnlyList<HeaderAxis> Parts =
    [
        new("men, women, all", [("Nam", Part.Some), ("Nữ", Part.Some), ("Tổng số", Part.Own)]),
        new("all, of them women", [("Tổng", Part.Own), ("Trong đó: nữ", Part.Some)]),
        new("levels", [("Cấp tỉnh", Part.Province), ("Cấp xã", Part.Commune), ("Toàn tỉnh", Part.Own)]),
        new("men and women", [("Nam", Part.Some), ("Nữ", Part.Some)]),
        new("number and rate", [("Số lượng", Part.Number), ("Tỷ lệ (%)", Part.Rate)]),
    ];
}
