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
    /// <summary>What they have done of it already, said in brackets behind it: "60 % done".</summary>
    public Bilingual? Known { get; init; }

    /// <summary>The same, said to one of those who owe it.</summary>
    public OwedBy Of(Organisation organisation) => this with { Who = new Bilingual(organisation.NameVi, organisation.NameEn), IsMany = false };

    public Bilingual Settled => new($"{Who.Vi}: {Thing.Vi} không còn quá hạn.", $"{Who.En}: {Thing.En} is no longer overdue.");

    public Bilingual On(DateOnly today)
    {
        var when = When(today.DayNumber - Due.DayNumber);
        var known = Known is { } told ? new Bilingual($" ({told.Vi})", $" ({told.En})") : new Bilingual(string.Empty, string.Empty);
        return new Bilingual($"{Who.Vi} chưa {Done.Vi} {Thing.Vi}{known.Vi}: {when.Vi}.", $"{Who.En} {(IsMany ? "have" : "has")} not {Done.En} {Thing.En}{known.En}: {when.En}.");
    }

    /// <summary>The same, as a headline that stands before the names of several who owe it.</summary>
    internal Bilingual TogetherOn(DateOnly today)
    {
        var when = When(today.DayNumber - Due.DayNumber);
        return new Bilingual($"{when.Vi}, chưa {Done.Vi} {Thing.Vi}", $"{when.En}, not {Done.En}: {Thing.En}");
    }

    internal Bilingual TogetherSettled => new($"không còn quá hạn {Thing.Vi}", $"no longer overdue: {Thing.En}");

    internal Bilingual TogetherNotReminded => new($"thôi nhắc {Thing.Vi}", $"no more reminder of {Thing.En}");

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
