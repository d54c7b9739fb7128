using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Texts;

namespace DtPipeline.Ledger;

/// <summary>What somebody owes and has not delivered, and the last day on which it is in time. What it says depends on the day it is said.</summary>
/// <param name="IsMany">Several are spoken of.</param>
/// <param name="Done">What they should have done with it: "nộp", "filed".</param>
/// <param name="Thing">"«Báo cáo quý» kỳ 2024-Q2", "the 'Quarterly report' for 2024-Q2".</param>
public sealed record OwedBy(Bilingual Who, bool IsMany, Bilingual Done, Bilingual Thing, DateOnly Due)
{
    private const int MostNamed = 5;

    /// <summary>What they have done of it already, said in brackets behind it: "60 % done".</summary>
    public Bilingual? Known { get; init; }

    /// <summary>How many are spoken of.</summary>
    public int Owing { get; init; } = 1;

    /// <summary>Who has sent something of which nothing could be taken, by code: the day on which the first of it was received. Null where nobody has.</summary>
    public IReadOnlyDictionary<string, DateOnly>? Refused { get; init; }

    /// <summary>What is missing of it, where something is delivered; null where nothing is, or all.</summary>
    public LackingPart? Lacking { get; init; }

    /// <summary>The same, said of some of those who owe it: by name where they are few.</summary>
    public OwedBy Of(params IReadOnlyList<Organisation> organisations) => this with
    {
        Who = organisations.Count <= MostNamed
            ? new Bilingual(string.Join(", ", organisations.Select(o => o.NameVi)), string.Join(", ", organisations.Select(o => o.NameEn)))
            : new Bilingual(string.Create(CultureInfo.InvariantCulture, $"{organisations.Count} cơ quan"), string.Create(CultureInfo.InvariantCulture, $"{organisations.Count} organisations")),
        IsMany = organisations.Count > 1,
        Owing = organisations.Count,
        Refused = Refused?.Where(r => organisations.Any(o => o.Code == r.Key)).ToDictionary(r => r.Key, r => r.Value, StringComparer.Ordinal) is { Count: > 0 } theirs ? theirs : null,
    };

    public Bilingual Settled => Lacking is { } lacking
        ? new(
            string.Create(CultureInfo.InvariantCulture, $"{Who.Vi} đã {Done.Vi} {Thing.Vi}, còn {lacking.Said.Vi}."),
            string.Create(CultureInfo.InvariantCulture, $"{Who.En} {Has(Owing, IsMany)} {Done.En} {Thing.En}; {lacking.Said.En}."))
        : new($"{Who.Vi}: {Thing.Vi} không còn quá hạn.", $"{Who.En}: {Thing.En} is no longer overdue.");

    public Bilingual On(DateOnly today)
    {
        var when = When(today.DayNumber - Due.DayNumber);
        if (Lacking is { } lacking)
        {
            return new Bilingual(
                $"{Who.Vi} đã {Done.Vi} {Thing.Vi} nhưng {lacking.Said.Vi} ({lacking.Codes}): {when.Vi}.",
                $"{Who.En} {Has(Owing, IsMany)} {Done.En} {Thing.En}, but {lacking.Said.En} ({lacking.Codes}): {when.En}.");
        }

        if (Received is not { } received)
        {
            var known = Known is { } told ? new Bilingual($" ({told.Vi})", $" ({told.En})") : new Bilingual(string.Empty, string.Empty);
            return new Bilingual($"{Who.Vi} chưa {Done.Vi} {Thing.Vi}{known.Vi}: {when.Vi}.", $"{Who.En} {Has(Owing, IsMany)} not {Done.En} {Thing.En}{known.En}: {when.En}.");
        }

        var (refused, silent) = (Refused!.Count, Owing - Refused.Count);
        return silent <= 0
            ? new Bilingual(
                $"{Who.Vi} đã gửi tệp ({received.Vi}) nhưng không lưu được số liệu nào của {Thing.Vi}: {when.Vi}.",
                $"{Who.En} {Has(Owing, IsMany)} sent something ({received.En}), but nothing of {Thing.En} could be taken: {when.En}.")
            : new Bilingual(
                string.Create(CultureInfo.InvariantCulture, $"Trong {Owing} cơ quan, {silent} chưa {Done.Vi} {Thing.Vi} và {refused} đã gửi tệp ({received.Vi}) nhưng không lưu được số liệu nào: {when.Vi}."),
                string.Create(CultureInfo.InvariantCulture, $"Of {Owing} organisations, {silent} {Has(silent)} not {Done.En} {Thing.En} and {refused} {Has(refused)} sent something ({received.En}) of which nothing could be taken: {when.En}."));
    }

    /// <summary>When the first of what was refused was received; null where nothing was.</summary>
    internal Bilingual? Received => Refused is { Count: > 0 } refused && refused.Values.Min() is var first
        ? new Bilingual(
            string.Create(CultureInfo.InvariantCulture, $"nhận lần đầu {first:dd/MM/yyyy}"),
            string.Create(CultureInfo.InvariantCulture, $"first received {first:yyyy-MM-dd}"))
        : null;

    /// <summary>The same, as a headline that stands before the names of several who owe it.</summary>
    internal Bilingual TogetherOn(DateOnly today)
    {
        var when = When(today.DayNumber - Due.DayNumber);
        return Lacking is not null
            ? new Bilingual($"{when.Vi}, đã {Done.Vi} nhưng thiếu chỉ tiêu bắt buộc của {Thing.Vi}", $"{when.En}, {Done.En} but required indicators are missing: {Thing.En}")
            : Received is null
            ? new Bilingual($"{when.Vi}, chưa {Done.Vi} {Thing.Vi}", $"{when.En}, not {Done.En}: {Thing.En}")
            : new Bilingual($"{when.Vi}, đã gửi tệp nhưng không lưu được số liệu nào của {Thing.Vi}", $"{when.En}, sent but nothing could be taken: {Thing.En}");
    }

    internal Bilingual TogetherSettled => new($"không còn quá hạn {Thing.Vi}", $"no longer overdue: {Thing.En}");

    internal Bilingual TogetherNotReminded => new($"thôi nhắc {Thing.Vi}", $"no more reminder of {Thing.En}");

    private static string Has(int count, bool isMany = false) => isMany || count != 1 ? "have" : "has";

    private Bilingual When(int days) => days switch
    {
        > 0 => new Bilingual(
            string.Create(CultureInfo.InvariantCulture, $"quá hạn {days} ngày (hạn {Due:dd/MM/yyyy})"),
            string.Create(CultureInfo.InvariantCulture, $"{Bilingual.Count(days, "day")} overdue (due {Due:yyyy-MM-dd})")),
        0 => new Bilingual(
            string.Create(CultureInfo.InvariantCulture, $"hạn là hôm nay ({Due:dd/MM/yyyy})"),
            string.Create(CultureInfo.InvariantCulture, $"due today ({Due:yyyy-MM-dd})")),
        _ => new Bilingual(
            string.Create(CultureInfo.InvariantCulture, $"còn {-days} ngày (hạn {Due:dd/MM/yyyy})"),
            string.Create(CultureInfo.InvariantCulture, $"due in {Bilingual.Count(-days, "day")} ({Due:yyyy-MM-dd})")),
    };
}

/// <summary>What is missing of something that is delivered.</summary>
/// <param name="Count">How many of those required.</param>
/// <param name="First">Codes of the first of them.</param>
public sealed record LackingPart(int Count, int Required, IReadOnlyList<string> First)
{
    private const int MostNamed = 10;

    public static LackingPart From(LackingIndicators lacking) => new(lacking.Indicators.Count, lacking.Required, [.. lacking.Indicators.Take(MostNamed).Select(i => i.Code)]);

    internal Bilingual Said => new(
        string.Create(CultureInfo.InvariantCulture, $"thiếu {Count} trong {Required} chỉ tiêu bắt buộc"),
        string.Create(CultureInfo.InvariantCulture, $"{Count} of {Required} required indicators {(Count == 1 ? "is" : "are")} missing"));

    internal Bilingual Share => new(
        string.Create(CultureInfo.InvariantCulture, $"thiếu {Count}/{Required}"),
        string.Create(CultureInfo.InvariantCulture, $"{Count} of {Required}"));

    internal string Codes => string.Join(", ", First) + (Count > First.Count ? ", …" : string.Empty);
}
