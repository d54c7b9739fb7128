using System.Globalization;
using DtPipeline.Core.Tests.Proofs.RoundTrip;
using DtPipeline.Grids;
using FsCheck;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Proofs.Headers;

/// <summary>Tables of the second quarter of 2023 whose header has one to three rows.</summary>
internal static class HeaderTables
{
    private static readonly string[] Values = ["Thực hiện", "Kết quả", "Kết quả thực hiện", "Số liệu"];

    private static readonly string[] Percents = ["DG-05", "DG-06", "DG-13", "DG-15", "IN-02", "SEC-01"];
    private static readonly string[] Counts = ["DE-08", "DS-05", "DS-06", "P06-05", "IN-01"];

    public static Gen<HeaderTable> All =>
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select new Building(new Random(seed)).Table();

    private sealed class Building(Random random)
    {
        private readonly List<List<string>> headers = [];
        private readonly List<Part[]> parts = [];
        private readonly List<MergedArea> merged = [];
        private HeaderAxis[] axes = [];
        private bool isThousands;

        public HeaderTable Table()
        {
            var hasOrdinal = random.Next(2) == 0;
            var hasName = random.Next(2) == 0;
            var hasUnit = random.Next(3) == 0;
            List<string> front = [.. hasOrdinal ? ["STT"] : Array.Empty<string>(), "Mã", .. hasName ? ["Chỉ tiêu"] : Array.Empty<string>(), .. hasUnit ? ["ĐVT"] : Array.Empty<string>()];
            axes = Axes();
            isThousands = random.Next(5) == 0;
            var top = Pick(Values) + (isThousands ? " (nghìn)" : string.Empty);
            Columns(top);
            var levels = headers.Max(h => h.Count);
            var behind = random.Next(2) == 0 ? new[] { "Ghi chú" } : [];
            var rows = Header(front, behind, levels);
            var truth = new Dictionary<int, Meant>();
            foreach (var code in Percents.Concat(Counts).OrderBy(_ => random.Next()).Take(random.Next(2, 7)))
            {
                truth[rows.Count + 1] = Row(rows, front, code, behind.Length);
            }

            var name = $"{string.Join(" over ", axes.Select(a => a.Name))}, {levels} rows";
            return new HeaderTable(name, rows, merged, truth);
        }

        private HeaderAxis[] Axes() => random.Next(4) switch
        {
            0 => [Pick(HeaderAxis.Periods)],
            1 => [Pick(HeaderAxis.Parts)],
            2 => [Pick(HeaderAxis.Periods), Pick(HeaderAxis.Parts)],
            _ => [Pick(HeaderAxis.Parts), Pick(HeaderAxis.Periods)],
        };

        /// <summary>One axis below the other, below "Thực hiện" or, of one axis, written behind it.</summary>
        private void Columns(string top)
        {
            var isOneRow = axes.Length == 1 && random.Next(4) == 0;
            foreach (var (label, part) in axes[0].Columns)
            {
                if (axes.Length == 1)
                {
                    headers.Add(isOneRow ? [$"{top} {char.ToLowerInvariant(label[0])}{label[1..]}"] : [top, label]);
                    parts.Add([part]);
                    continue;
                }

                foreach (var (lower, lowerPart) in axes[1].Columns)
                {
                    headers.Add([top, label, lower]);
                    parts.Add([part, lowerPart]);
                }
            }
        }

        private List<WrittenCell[]> Header(List<string> front, string[] behind, int levels)
        {
            var isMerged = random.Next(3) > 0;
            var width = front.Count + headers.Count + behind.Length;
            var rows = Enumerable.Range(0, levels).Select(_ => Enumerable.Repeat<WrittenCell>(string.Empty, width).ToArray()).ToList();
            foreach (var (text, column) in front.Select((f, i) => (f, i)).Concat(behind.Select((b, i) => (b, front.Count + headers.Count + i))))
            {
                rows[0][column] = text;
                Merge(isMerged, 1, levels, column, column);
            }

            for (var level = 0; level < levels; level++)
            {
                for (var from = 0; from < headers.Count;)
                {
                    var to = from;
                    while (to + 1 < headers.Count && headers[to + 1].Take(level + 1).SequenceEqual(headers[from].Take(level + 1)))
                    {
                        to++;
                    }

                    rows[level][front.Count + from] = headers[from][level];
                    Merge(isMerged, level + 1, level + 1, front.Count + from, front.Count + to);
                    from = to + 1;
                }
            }

            return rows;
        }

        private void Merge(bool isMerged, int firstRow, int lastRow, int firstColumn, int lastColumn)
        {
            if (isMerged && (firstRow < lastRow || firstColumn < lastColumn))
            {
                merged.Add(new MergedArea(firstRow, lastRow, firstColumn, lastColumn));
            }
        }

        private Meant Row(List<WrittenCell[]> rows, List<string> front, string code, int behind)
        {
            var isPercent = Percents.Contains(code);
            var number = rows.Count + 1;
            var figures = headers.Select((_, i) => isPercent ? (decimal)((number * 7) + i + 2) / 2 : (number * 100) + i).ToList();
            var cells = front.Select(f => f switch { "STT" => Text(number), "Mã" => code, "ĐVT" => isPercent ? "%" : string.Empty, _ => (WrittenCell)string.Empty });
            rows.Add([.. cells, .. figures.Select(f => new WrittenCell(f.ToString("0.##", CultureInfo.InvariantCulture), f)), .. Enumerable.Repeat<WrittenCell>(string.Empty, behind)]);
            return ColumnOf(code, isPercent) is { } column ? new Meant(code, (double)figures[column] * (isThousands && !isPercent ? 1_000 : 1)) : new Meant(code, null);
        }

        private static WrittenCell Text(int number) => new(number.ToString(CultureInfo.InvariantCulture), number);

        /// <summary>The one column that the table means for an indicator; null where it has none.</summary>
        private int? ColumnOf(string code, bool isPercent)
        {
            var wanted = axes.Select(a => Wanted(a, code, isPercent)).ToArray();
            return parts.FindIndex(p => p.SequenceEqual(wanted)) is >= 0 and var column ? column : null;
        }

        private static Part Wanted(HeaderAxis axis, string code, bool isPercent)
        {
            var named = code switch { "DG-13" => Part.Province, "DG-15" => Part.Commune, "P06-05" => Part.ToDate, _ => Part.Own };
            var has = axis.Columns.Select(c => c.Part).ToHashSet();
            return has.Contains(Part.Rate) ? isPercent ? Part.Rate : Part.Number : has.Contains(named) ? named : Part.Own;
        }

        private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
    }
}
