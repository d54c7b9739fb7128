using DtPipeline.Answers.Briefs.Charts;
using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Deadlines;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Briefs.Writing;

/// <summary>The rates as bars, and where the provinces stand on the map.</summary>
internal sealed class DisciplinePictures(FigureWriter write)
{
    private static readonly ObligationState[] Shown =
        [ObligationState.Missing, ObligationState.Faulty, ObligationState.Late, ObligationState.OnTime, ObligationState.Nil, ObligationState.Expected, ObligationState.Exempt];

    private readonly DisciplineWords words = new(write);

    private BriefLanguage Language => write.Language;

    public Picture Rates(IReadOnlyList<FormFacts> forms) => RateBars.Of(
        [.. forms.Select(f => (
            Line.Of($"{Run.Name(Language.Of(f.Form.NameVi, f.Form.NameEn))}, {BriefLanguage.Short(f.Period)}"),
            (IReadOnlyList<(Line, double?, Line)>)
            [
                (Language.Text("đã nhận", "received"), Part(f.Received, f.Owed), words.ReceivedRate(f)),
                (Language.Text("đúng hạn", "on time"), Part(f.OnTime, f.Due.Count()), words.OnTimeRate(f)),
                (Language.Text("đầy đủ", "complete"), Part(f.Provided, f.Required), words.Completeness(f)),
            ]))],
        Language.Text("Tỷ lệ nộp báo cáo theo biểu.", "Reporting rates by form."));

    /// <returns>Null where no province that owes the brief's first form of theirs has a tile.</returns>
    public Picture? Map(IReadOnlyList<FormFacts> forms)
    {
        if (forms.FirstOrDefault(f => f.Form.OwedBy == "@provinces") is not { } form)
        {
            return null;
        }

        var places = write.Facts.Input.Catalogue.Tiles.ToDictionary(t => t.Organisation, StringComparer.Ordinal);
        var tiles = form.Obligations.Where(o => places.ContainsKey(o.Organisation)).Select(o => new MapTile(places[o.Organisation], write.Name(o.Organisation), LookOf(o.State))).ToList();
        if (tiles.Count == 0)
        {
            return null;
        }

        var there = form.Obligations.Select(o => o.State).ToHashSet();
        return TileMap.Of(
            tiles,
            [.. Shown.Where(there.Contains).Select(s => (LookOf(s), Language.Text(WordOf(s).Vi, WordOf(s).En)))],
            Language.Say(
                $"{Run.Name(form.Form.NameVi)}, {BriefLanguage.Short(form.Period)}: tình trạng từng địa phương.",
                $"{Run.Name(form.Form.NameEn)}, {BriefLanguage.Short(form.Period)}: where each province stands."));
    }

    private static double? Part(int part, int whole) => whole == 0 ? null : (double)part / whole;

    private static string LookOf(ObligationState state) => state switch
    {
        ObligationState.OnTime => "good",
        _ => Obligation.NameOf(state),
    };

    private static Bilingual WordOf(ObligationState state) => state == ObligationState.Expected ? new("chưa đến hạn", "not due") : StateWords.Of(state);
}
