using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Catalogue;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Views;

/// <summary>Words, days, numbers and cells in the language of a view.</summary>
internal sealed class ViewWriter(ViewQuestion ask)
{
    public ViewQuestion Ask => ask;

    public BriefLanguage Said => ask.Said;

    public string Of(string vi, string en) => Said.Of(vi, en);

    public string Of(Bilingual said) => Said.Of(said);

    public string Day(DateOnly day) => Said.Day(day).Text;

    public string AsOf(DateOnly day) => $"{Of("Theo số liệu đến ngày", "As of")} {Day(day)}";

    public string Moment(DateTimeOffset moment) => Said.Moment(moment).Text;

    public string Heading(Period period) => Said.Heading(period).Text;

    public string Heading(string period) => Period.TryParse(period, out var known) ? Heading(known) : period;

    public string Count(int count) => Said.Number(count, 0);

    /// <param name="fraction">From 0 to 1; null where nobody is in the denominator.</param>
    public string Rate(double? fraction) => fraction is { } part ? Said.Percent(100 * part) : Of("chưa có", "none yet");

    /// <summary>How far a rate has gone since a period, in points; null where that is not known.</summary>
    public string? RateChange(double? change, string? since) => (change, since) switch
    {
        ({ } by, { } period) when Math.Abs(by) < 0.0005 => Of($"không đổi so với {period}", $"as in {period}"),
        ({ } by, { } period) => Of($"{Said.Signed(100 * by)} điểm % so với {period}", $"{Said.Signed(100 * by)} points since {period}"),
        _ => null,
    };

    public string Organisation(string code) => code switch
    {
        "@provinces" => Of("Các địa phương", "The provinces"),
        "@ministries" => Of("Các bộ, ngành", "The ministries and agencies"),
        "@all" => Of("Tất cả cơ quan", "All bodies"),
        "unplaced" => Of("không rõ cơ quan", "no body known"),
        "catalogue" => Of("Danh mục", "Catalogue"),
        _ => ask.Catalogue.FindOrganisation(code) is { } known ? Of(known.NameVi, known.NameEn) : code,
    };

    public string Form(string code) => ask.Catalogue.Forms.FirstOrDefault(f => f.Code == code) is { } known ? Of(known.NameVi, known.NameEn) : code;

    public string Indicator(string code) => ask.Catalogue.FindIndicator(code) is { } known ? Of(known.NameVi, known.NameEn) : code;

    /// <summary>How far a due day is that was named just before: "còn 3 ngày", "quá hạn 5 ngày".</summary>
    /// <param name="isOwed">Nothing has come of it: only then it is overdue.</param>
    public string Away(DateOnly due, bool isOwed) => (due.DayNumber - ask.Today.DayNumber) switch
    {
        0 => Of("là hôm nay", "today"),
        1 => Of("còn 1 ngày", "in 1 day"),
        > 1 and var days => Of($"còn {days} ngày", $"in {days} days"),
        < 0 when isOwed => Due(due),
        -1 => Of("đã qua 1 ngày", "1 day ago"),
        var days => Of($"đã qua {-days} ngày", $"{-days} days ago"),
    };

    /// <summary>"sau 3 ngày", "quá hạn 5 ngày".</summary>
    public string Due(DateOnly due) => (due.DayNumber - ask.Today.DayNumber) switch
    {
        0 => Of("hạn là hôm nay", "due today"),
        1 => Of("còn 1 ngày", "due in 1 day"),
        > 1 and var days => Of($"còn {days} ngày", $"due in {days} days"),
        -1 => Of("quá hạn 1 ngày", "1 day overdue"),
        var days => Of($"quá hạn {-days} ngày", $"{-days} days overdue"),
    };

    public static ViewCell Text(string? text, string? href = null, string? title = null) => new(text ?? string.Empty) { Href = href, Title = title };

    public ViewCell Number(int count, string? href = null) => new(Count(count)) { Value = count, Href = href };

    public ViewCell DayCell(DateOnly? day) => day is { } known ? new ViewCell(Day(known)) { Value = known.DayNumber } : new ViewCell(string.Empty);

    public ViewCell MomentCell(DateTimeOffset? moment, string? href = null) =>
        moment is { } known ? new ViewCell(Moment(known)) { Value = known.ToUnixTimeSeconds(), Href = href } : new ViewCell(string.Empty);

    public ViewCell RateCell(double? fraction, string? href = null) => new(Rate(fraction)) { Value = fraction, Href = fraction is null ? null : href };

    /// <summary>A state in words, with its marks; sorted by the order of the legend.</summary>
    /// <param name="beside">Marks beside the state.</param>
    public ViewCell State(ViewClass state, string? href = null, string? title = null, params IReadOnlyList<ViewClass> beside)
    {
        IReadOnlyList<ViewClass> all = [state, .. beside];
        return new ViewCell(string.Join(", ", all.Select(c => Of(c.Label))))
        {
            Class = string.Join(' ', all.Select(c => c.Name)),
            Mark = string.Concat(all.Select(c => c.Mark)),
            Value = ViewClass.All.Index().First(c => c.Item == state).Index,
            Href = href,
            Title = title,
        };
    }

    /// <param name="all">What the first option is called; null where one must be chosen.</param>
    public static ViewFilter Choice(string name, string label, string? value, string? all, IEnumerable<FilterOption> options) =>
        new(name, "select", label, value ?? string.Empty, all is null ? [.. options] : [new FilterOption(string.Empty, all), .. options]);

    /// <summary>The view with the legend of what stands in it, the rows that may be seen, and the links that every view has.</summary>
    public ViewModel Whole(ViewModel model)
    {
        var used = model.Tables.SelectMany(t => t.Groups.Select(g => g.Class).Concat(t.Rows.SelectMany(r => r.Cells.Select(c => c.Class))))
            .Concat(model.Numbers.Select(n => n.Class))
            .OfType<string>()
            .SelectMany(c => c.Split(' '))
            .ToHashSet(StringComparer.Ordinal);
        return model with
        {
            Legend = [.. ViewClass.All.Where(c => used.Contains(c.Name)).Select(c => new LegendEntry(c.Name, c.Mark, Of(c.Label)))],
            Links = [.. model.Links, new ViewLink(Of("Tải về dạng .csv", "Download as .csv"), ViewAddress.Csv(model)), new ViewLink(Of("Trợ giúp", "Help"), "/help/")],
        };
    }
}
