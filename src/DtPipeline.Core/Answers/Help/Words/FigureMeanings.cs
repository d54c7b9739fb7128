using DtPipeline.Answers.Views;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Help.Words;

/// <summary>What may stand at a figure or in its place, and how it stands against a target.</summary>
internal static class FigureMeanings
{
    public static readonly IReadOnlyList<Explained> Figures =
    [
        Figure(ViewClass.Reported, "Có số liệu của kỳ này.", "There is a figure of this period."),
        Figure(ViewClass.NoFigure, "Chưa có số liệu. Không phải là số không.", "There is no figure. It is not zero."),
        Figure(ViewClass.NotComparable, "Hai số liệu không so sánh được với nhau: khác định nghĩa, khác đơn vị, hoặc khác địa giới.", "Two figures cannot be compared: another definition, another unit, or other boundaries."),
        Figure(ViewClass.Break, "Từ kỳ này chỉ tiêu được đo theo định nghĩa khác; không tính thay đổi qua mốc này.", "From this period on something else is measured; no change is worked out across it."),
        Figure(ViewClass.Estimated, "Có số liệu ước tính hoặc tạm tính.", "Some of it is estimated or provisional."),
        Figure(ViewClass.Revised, "Số liệu đã thay đổi so với lần công bố trước.", "It has changed since it was stated last."),
        Figure(ViewClass.Restated, "Được tính lại theo các đơn vị hành chính hiện nay từ số liệu của các đơn vị cũ.", "Put together for the provinces of today from the figures of those before."),
    ];

    public static readonly IReadOnlyList<Explained> Targets =
    [
        Target(ViewClass.Met, "Đã đạt mục tiêu.", "The target is reached."),
        Target(ViewClass.OnTrack, "Theo đà hiện nay sẽ đạt, hoặc gần như đạt, đúng hạn.", "As it goes it will be reached in time, or very nearly."),
        Target(ViewClass.AtRisk, "Theo đà hiện nay chỉ đạt được phần lớn mục tiêu.", "As it goes most of the way will be gone, but not all of it."),
        Target(ViewClass.OffTrack, "Theo đà hiện nay còn cách xa mục tiêu khi đến hạn.", "As it goes it will be far from the target on its day."),
        Target(ViewClass.Missed, "Đã qua hạn của mục tiêu mà chưa đạt.", "The day of the target has passed, and it was not reached."),
        Target(ViewClass.Uncertain, "Đứng bên cạnh: dự báo chưa đủ chắc để nói sẽ đạt hay không.", "Stands beside the word: the projection is not sure enough to tell."),
        new("target.not_judged", "not_judged", "–", new Bilingual("chưa xét", "not judged"), new Bilingual("Có mục tiêu nhưng chưa đủ số liệu để đánh giá, hoặc mục tiêu không có hạn.", "There is a target, but too few figures to judge it by, or it has no day.")),
        new("target.no_target", "no_target", null, new Bilingual("không có mục tiêu", "no target"), new Bilingual("Chỉ tiêu này không có mục tiêu.", "The indicator has no target.")),
    ];

    private static Explained Figure(ViewClass word, string vi, string en) => Explained.Of("figure", word, vi, en);

    private static Explained Target(ViewClass word, string vi, string en) => Explained.Of("target", word, vi, en);
}
