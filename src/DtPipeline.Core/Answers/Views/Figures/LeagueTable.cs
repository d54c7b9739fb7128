using DtPipeline.Answers.Models;

namespace DtPipeline.Answers.Views.Figures;

/// <summary>Who stands where in a period: each body's value or the word for what stands in its place, its rank, and places won or lost.</summary>
internal sealed class LeagueTable(ViewWriter write, IndicatorModel model)
{
    private readonly Dictionary<string, OrganisationFacts> bodies = model.Organisations.ToDictionary(o => o.Code, StringComparer.Ordinal);

    /// <param name="isNow">By the bodies of today.</param>
    public ViewTable Of(League league, bool isNow)
    {
        var restated = isNow && league.AsNow is { } rows ? rows.Where(r => write.Ask.MaySee(r.Organisation)).ToList() : [];
        var same = league.Rows.Where(r => write.Ask.MaySee(r.Organisation) && (!isNow || league.AsNow is null || IsOfToday(r.Organisation, restated))).ToList();
        var all = same.Select(r => Row(league.Period, r)).Concat(restated.Select(r => Row(league.Period, r)));
        return new ViewTable(
            "league",
            "list",
            $"{write.Heading(league.Period)}: {(isNow ? write.Of("theo địa giới hiện nay", "as now") : write.Of("từng cơ quan", "body by body"))}",
            [
                new("organisation", write.Of("Cơ quan", "Body")),
                new("rank", write.Of("Hạng", "Rank"), Align: "end", Sort: "number"),
                new("gained", write.Of("Lên, xuống", "Gained"), write.Of("hạng", "places"), "end", "number"),
                new("value", write.Of("Giá trị", "Value"), Align: "end", Sort: "number"),
                new("change", write.Of("Thay đổi", "Change"), Align: "end", Sort: "number"),
                new("state", write.Of("Tình trạng", "State"), Sort: "number"),
            ],
            [.. all.OrderBy(r => r.Cells[1].Value ?? double.MaxValue).ThenBy(r => r.Key, StringComparer.Ordinal)])
        {
            Empty = same.Count + restated.Count > 0 ? null : write.Of("Không có cơ quan nào phải báo cáo kỳ này.", "Nobody is asked for this period."),
        };
    }

    private bool IsOfToday(string code, List<AsNowRow> restated) =>
        restated.TrueForAll(r => r.Organisation != code) && write.Ask.Catalogue.FindOrganisation(code)?.IsValidOn(write.Ask.Today) == true;

    private ViewCell Name(string code) => ViewWriter.Text(bodies.TryGetValue(code, out var known) ? write.Of(known.NameVi, known.NameEn) : write.Organisation(code));

    private ViewRow Row(string period, LeagueRow row)
    {
        var address = ViewAddress.Observation(model.Indicator.Code, row.Organisation, period);
        return new ViewRow(
            row.Organisation,
            [
                Name(row.Organisation),
                row.Rank is { } rank ? new ViewCell($"{rank}/{row.Of}") { Value = rank } : ViewWriter.Text(null),
                row.Gained is { } gained ? new ViewCell(write.Said.Signed(gained, 0)) { Value = gained } : ViewWriter.Text(null),
                row.Value is { } value ? FigureCell.Of(write, value, row.Unit ?? model.Indicator.Unit, row.Status, address) : ViewWriter.Text(null),
                TargetCells.Change(write, row.Change?.Absolute, row.Change?.Percent, row.Change?.Period, model.Indicator.Unit),
                StateOf(row, address),
            ])
        {
            Href = address,
        };
    }

    private ViewCell StateOf(LeagueRow row, string address) => row.State switch
    {
        "value" when TargetCells.ClassOf(row.Target) is not null => TargetCells.Status(write, row.Target, row.Uncertain, null, address),
        "value" => write.State(ViewClass.Reported, address),
        "nil" => write.State(ViewClass.Nil, address),
        "exempt" => write.State(ViewClass.Exempt, address),
        _ => write.State(ViewClass.NoFigure, address),
    };

    private ViewRow Row(string period, AsNowRow row) => new(
        row.Organisation,
        [
            Name(row.Organisation) with { Title = row.MadeOf.Count == 0 ? null : $"{write.Of("gồm", "made of")} {string.Join(", ", row.MadeOf.Select(write.Organisation))}" },
            ViewWriter.Text(null),
            ViewWriter.Text(null),
            row.Value is { } value ? FigureCell.Of(write, value, model.Indicator.Unit, row.Status, null) : ViewWriter.Text(null),
            TargetCells.Change(write, row.Change?.Absolute, row.Change?.Percent, row.Change?.Period, model.Indicator.Unit),
            row.State switch
            {
                "restated" => write.State(ViewClass.Restated),
                "unchanged" => write.State(row.Value is null ? ViewClass.Nil : ViewClass.Reported),
                "not_comparable" => write.State(ViewClass.NotComparable, title: Why(row.Reason)),
                "incomplete" => write.State(ViewClass.Incomplete),
                _ => write.State(ViewClass.NoFigure),
            },
        ])
    {
        // From a restated figure to those of the bodies that it is made of.
        Href = ViewAddress.Of($"indicators/{model.Indicator.Code}", ("period", period)),
    };

    private string? Why(string? reason) => reason switch
    {
        "no_method" => write.Of("chưa có cách tính gộp", "no method puts them together"),
        "no_weights" => write.Of("thiếu tử số, mẫu số để tính gộp", "numerators or denominators are lacking"),
        "split" => write.Of("cơ quan đã chia tách", "the body was divided"),
        _ => null,
    };
}
