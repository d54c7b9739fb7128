using System.Globalization;
using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Amending;

/// <summary>Tells the secretariat that a new catalogue waits for a word, or that the past was judged anew by one.</summary>
public static class AmendmentAlert
{
    private const int MostGroups = 10;

    /// <param name="known">Keys of alerts that were raised before.</param>
    public static IEnumerable<AlertCondition> Of(HeldCatalogue? held, IEnumerable<ConfirmedCatalogue> confirmed, IReadOnlyCollection<string> known)
    {
        if (held is not null)
        {
            yield return OfHeld(held);
        }

        foreach (var catalogue in confirmed)
        {
            yield return OfConfirmed(catalogue);
        }

        foreach (var key in known.Where(k => AlertSubject.TypeIn(k) == AlertType.CatalogueHeld && k != held?.Key))
        {
            yield return new AlertCondition(Subject(AlertType.CatalogueHeld, key), false, AlertSeverity.Yellow, [], Over, Over);
        }
    }

    private static Bilingual Over => new("Danh mục mới không còn chờ xác nhận.", "No catalogue of that content waits for confirmation any more.");

    private static AlertCondition OfHeld(HeldCatalogue held)
    {
        var (vi, en) = held.Diff.Impossible.Any()
            ? ("Không thể xác nhận: đơn vị hoặc loại của chỉ tiêu đã có số liệu bị thay đổi; hãy dùng mã mới", "It cannot be confirmed: the unit or kind of an indicator with values is changed; use a new code")
            : ($"Hãy xem bằng «dtp catalogue diff» rồi xác nhận bằng «dtp catalogue apply --confirm {held.Hash}»", $"Look at it with 'dtp catalogue diff', then confirm it with 'dtp catalogue apply --confirm {held.Hash}'");
        return new AlertCondition(
            Subject(AlertType.CatalogueHeld, held.Key),
            true,
            AlertSeverity.Yellow,
            [],
            new Bilingual(
                string.Create(CultureInfo.InvariantCulture, $"Danh mục mới ({held.Hash}) chưa được dùng vì sẽ xét lại {held.Diff.Judged.Count} nghĩa vụ báo cáo đã đến hạn và số liệu của {held.Diff.Figures.Count} chỉ tiêu; danh mục trước đó vẫn được dùng. {vi}."),
                string.Create(CultureInfo.InvariantCulture, $"The new catalogue ({held.Hash}) is not in force: it would judge {Bilingual.Count(held.Diff.Judged.Count, "obligation")} anew that were due already, and make the figures of {Bilingual.Count(held.Diff.Figures.Count, "indicator")} anew; the one before it stays in force. {en}.")),
            Over);
    }

    private static AlertCondition OfConfirmed(ConfirmedCatalogue confirmed)
    {
        var groups = confirmed.Diff.Judged.GroupBy(AmendmentText.What).OrderByDescending(g => g.Count()).ToList();
        var what = string.Join("; ", groups.Take(MostGroups).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key}: {g.Count()}")));
        var text = new Bilingual(
            string.Create(CultureInfo.InvariantCulture, $"Đính chính: {confirmed.By} đã xác nhận danh mục {confirmed.Hash}; {confirmed.Diff.Judged.Count} nghĩa vụ báo cáo đã đến hạn được xét lại ({what}), số liệu của {confirmed.Diff.Figures.Count} chỉ tiêu được tính lại."),
            string.Create(CultureInfo.InvariantCulture, $"Corrected: {confirmed.By} has confirmed the catalogue {confirmed.Hash}; {Bilingual.Count(confirmed.Diff.Judged.Count, "obligation")} that were due already are judged anew ({what}), and the figures of {Bilingual.Count(confirmed.Diff.Figures.Count, "indicator")} are made anew."));
        return new AlertCondition(Subject(AlertType.CatalogueCorrected, $"{AlertType.CatalogueCorrected}~{confirmed.Hash}"), true, AlertSeverity.Yellow, [], text, text);
    }

    private static AlertSubject Subject(string type, string key) => new(key, type, LedgerKey.Catalogue, null, null, null);
}
