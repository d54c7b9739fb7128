namespace DtPipeline.Core.Tests.Proofs.RoundTrip;

/// <summary>Lays the same cells out as organisations do: a long table, a typical sheet, a sheet wide by period.</summary>
internal sealed class TableShapes(ReportCase report, ValueWriter values, Random random)
{
    private static readonly Dictionary<string, string[]> Units = new(StringComparer.Ordinal)
    {
        ["percent"] = ["%", "Phần trăm", "percent"],
        ["yes_no"] = ["Có/Không", "yes/no", ""],
        ["count"] = ["", "thôn", "đơn vị", "tổ"],
    };

    public WrittenTable Write()
    {
        var table = new WrittenTable();
        switch (report.Shape)
        {
            case TableShape.Long:
                Long(table);
                break;
            case TableShape.Sheet:
                Sheet(table);
                break;
            default:
                Wide(table);
                break;
        }

        return table;
    }

    private void Long(WrittenTable table)
    {
        var headers = new[] { Pick("indicator", "Mã chỉ tiêu", "MÃ", "Code"), Pick("value", "Giá trị", "Thực hiện", "Số liệu"), Pick("note", "Ghi chú"), Pick("unit", "Đơn vị tính", "ĐVT"), Pick("period", "Kỳ báo cáo"), Pick("organisation", "Cơ quan") };
        var order = Enumerable.Range(0, random.Next(2, headers.Length + 1)).OrderBy(_ => random.Next()).ToArray();
        table.Add([.. order.Select(i => (WrittenCell)headers[i])]);
        foreach (var cell in report.Cells)
        {
            WrittenCell[] row = [cell.Indicator.Code, Value(table, cell), cell.Note, Unit(cell), Pick("2023-Q2", "Quý II/2023", "quý 2 năm 2023", "Q2/2023"), Pick("P63-01", "Hà Nội", "TP. Hà Nội", "VN-HN")];
            table.AddData(cell.Indicator.Code, [.. order.Select(i => row[i])]);
        }
    }

    private void Sheet(WrittenTable table)
    {
        Title(table);
        var hasCode = random.Next(2) == 0;
        WrittenCell[] code = hasCode ? ["Mã"] : [];
        table.Add(["STT", .. code, "Chỉ tiêu", "Đơn vị tính", Pick("Kế hoạch", "Kế hoạch năm 2023"), "Thực hiện", Pick("Lũy kế", "Luỹ kế từ đầu năm"), "So với cùng kỳ", "Ghi chú"]);
        if (random.Next(2) == 0)
        {
            table.Add([.. Enumerable.Range(1, hasCode ? 9 : 8).Select(n => (WrittenCell)$"({n})")]);
        }

        WrittenCell[] noCode = hasCode ? [""] : [];
        foreach (var (cell, i) in report.Cells.Select((c, i) => (c, i)))
        {
            if (i % 7 == 0)
            {
                table.Add([Pick("I", "II", "A"), .. noCode, "Nhóm chỉ tiêu chính", "", "", "", "", "", ""]);
            }

            // The sum since the beginning of the year counts for what is cumulative, and for nothing else.
            var (value, other) = (Value(table, cell), Other(cell));
            var (now, sum) = cell.Indicator.Cumulative && cell.Saying == Saying.Value ? (other, value) : (value, cell.Indicator.Cumulative ? "" : other);
            code = hasCode ? [cell.Indicator.Code] : [];
            table.AddData(cell.Indicator.Code, [$"{i + 1}", .. code, cell.Indicator.NameVi, Unit(cell), Other(cell), now, sum, "", cell.Note]);
        }

        table.Add(["", .. noCode, Pick("Tổng cộng", "Cộng"), "", "", values.Number(random.Next(100, 900), "count"), "", "", ""]);
        table.Add();
        table.Add(["", "", "Hà Nội, ngày 20 tháng 6 năm 2023"]);
        table.Add(["", Pick("NGƯỜI LẬP BIỂU", "Người lập"), "", "", "", Pick("GIÁM ĐỐC", "THỦ TRƯỞNG ĐƠN VỊ")]);
        table.Add(["", "Nguyễn Văn Ánh", "", "", "", "12"]);
    }

    private void Wide(WrittenTable table)
    {
        if (random.Next(2) == 0)
        {
            Title(table);
        }

        table.Add("TT", "Chỉ tiêu", Pick("Quý I/2023", "Thực hiện quý I/2023", "2023-Q1"), Pick("Quý II/2023", "Thực hiện quý II năm 2023", "2023-Q2"), Pick("Quý II/2022", "2022-Q2"), "Ghi chú");
        foreach (var (cell, i) in report.Cells.Select((c, i) => (c, i)))
        {
            table.AddData(cell.Indicator.Code, $"{i + 1}", cell.Indicator.NameVi, Other(cell), Value(table, cell), Other(cell), cell.Note);
        }
    }

    private void Title(WrittenTable table)
    {
        table.Add(Pick("UBND THÀNH PHỐ HÀ NỘI", "ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI"), "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        table.Add("Số: 123/BC-UBND", "", "Độc lập - Tự do - Hạnh phúc");
        table.Add();
        table.Add("", Pick("BÁO CÁO KẾT QUẢ CHUYỂN ĐỔI SỐ QUÝ II NĂM 2023", "Báo cáo quý 2/2023", "BIỂU TỔNG HỢP SỐ LIỆU"));
        table.Add("", Pick("", "(Kèm theo công văn ngày 15 tháng 3 năm 2022)"));
    }

    private WrittenCell Value(WrittenTable table, TrueCell cell)
    {
        var written = values.Write(cell);
        if (values.IsDoubtful)
        {
            table.Doubtful.Add(cell.Indicator.Code);
        }

        return written;
    }

    /// <summary>A value of the same kind that nobody is to take for the cell's own.</summary>
    private WrittenCell Other(TrueCell cell) => cell.Indicator.Unit == "yes_no" ? "" : values.Number(random.Next(1, 99), cell.Indicator.Unit);

    private string Unit(TrueCell cell) => Pick(Units[cell.Indicator.Unit]);

    private string Pick(params string[] words) => words[random.Next(words.Length)];
}
