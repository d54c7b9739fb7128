using DtPipeline.Checking;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Help.Words;

/// <summary>What a sender may write into a column of statuses: the SDMX code list CL_OBS_STATUS, and the mark of a value taken back.</summary>
internal static class ObservationMeanings
{
    public static readonly IReadOnlyList<Explained> All = [.. ObservationStatus.All.Select(Of)];

    private static Explained Of(string code)
    {
        var (word, meaning) = code switch
        {
            ObservationStatus.Normal => Says("chính thức", "normal", "Số liệu chính thức; để trống cũng có nghĩa như vậy.", "A final figure; a blank cell means the same."),
            "B" => Says("gián đoạn chuỗi", "time series break", "Từ kỳ này đo khác trước; không so sánh với các kỳ cũ.", "Measured otherwise than before; not compared with earlier periods."),
            "D" => Says("định nghĩa khác", "definition differs", "Số liệu theo định nghĩa khác với định nghĩa của chỉ tiêu.", "By another definition than the indicator's."),
            ObservationStatus.Estimated => Says("ước tính", "estimated", "Số ước thực hiện.", "An estimate."),
            ObservationStatus.Forecast => Says("dự báo", "forecast", "Số dự báo.", "A forecast."),
            "G" => Says("thử nghiệm", "experimental", "Thu thập theo cách đang thử nghiệm.", "Collected in a way that is being tried."),
            "H" => Says("ngày nghỉ", "holiday", "Không có giá trị vì kỳ nghỉ.", "No value, because of a holiday."),
            "I" => Says("gán giá trị", "imputed", "Giá trị do cơ quan suy ra từ nguồn khác.", "The sender has derived the value from something else."),
            "J" => Says("được miễn thu thập", "derogation", "Không có giá trị vì được miễn thu thập.", "No value, for the sender need not collect it."),
            "K" => Says("nằm trong nhóm khác", "included in another category", "Giá trị đã gộp vào chỉ tiêu khác.", "The value is part of another indicator's."),
            "L" => Says("không thu thập", "not collected", "Không có giá trị vì không thu thập.", "No value, for nobody collects it."),
            ObservationStatus.Nil => Says("không phát sinh", "nil", "Không có gì để báo cáo trong kỳ. Không được ghi giá trị bên cạnh.", "There is nothing to report. No value may stand beside it."),
            "N" => Says("không đáng kể", "not significant", "Giá trị quá nhỏ để có ý nghĩa.", "The value is too small to mean anything."),
            "O" => Says("thiếu", "missing", "Không có giá trị.", "There is no value."),
            ObservationStatus.Provisional => Says("sơ bộ", "provisional", "Số sơ bộ, sẽ có số chính thức.", "Provisional; a final figure will follow."),
            "Q" => Says("không công bố", "suppressed", "Có giá trị nhưng không được công bố.", "There is a value that must not be told."),
            "S" => Says("đình công", "strike", "Việc thu thập bị gián đoạn.", "The collection was interrupted."),
            "U" => Says("độ tin cậy thấp", "low reliability", "Cơ quan biết số liệu kém tin cậy.", "The sender knows that the figure is not reliable."),
            "V" => Says("chưa kiểm tra", "unvalidated", "Cơ quan chưa kiểm tra số liệu.", "The sender has not checked the figure."),
            "W" => Says("gồm cả nhóm khác", "includes another category", "Giá trị gồm cả phần của chỉ tiêu khác.", "The value holds part of another indicator's too."),
            _ => Says("rút lại", "withdrawn", "Rút lại số liệu đã gửi; ô đó trở lại là thiếu.", "Takes back what was sent; the cell counts as missing again."),
        };
        return new Explained($"observation.{code}", code, null, word, meaning);
    }

    private static (Bilingual Word, Bilingual Meaning) Says(string wordVi, string wordEn, string vi, string en) => (new(wordVi, wordEn), new(vi, en));
}
