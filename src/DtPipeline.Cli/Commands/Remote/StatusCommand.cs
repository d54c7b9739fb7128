using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DtPipeline.Answers.Models;
using DtPipeline.Azure.Storage;
using DtPipeline.Cli.Client;
using DtPipeline.Cli.Showing;
using DtPipeline.Texts;

namespace DtPipeline.Cli.Commands.Remote;

/// <summary><c>dtp status</c></summary>
internal static class StatusCommand
{
    private static readonly Bilingual[] Columns =
    [
        new("Biểu", "Form"), new("Kỳ", "Period"), new("Hạn", "Due"), new("Đã nhận", "Reporting rate"), new("Đúng hạn", "On-time rate"), new("Đầy đủ", "Completeness"), new("Chưa nộp", "Missing"),
    ];

    public static Command Of(RemoteCommand remote) => remote.With(
        new ExampledCommand("status", "Says whether the server is ready, who asks, what alerts stand and how each form of the newest periods is filed.", "dtp status", "dtp status --json"),
        async (_, api, cancellationToken) =>
        {
            var ready = await api.GetAsync("ready", cancellationToken);
            var me = await api.GetAsync("me", cancellationToken);
            var alerts = await new AlertDesk(api).ListAsync(new AlertQuestion(null, null, null), cancellationToken);
            var compliance = await ComplianceAsync(api, cancellationToken);
            remote.Screen.Answer(new { api.Server, Ready = ready, Me = me, Alerts = alerts.CountBy(a => a.Alert.Severity).ToDictionary(), Compliance = compliance });
            remote.Screen.Say(new Bilingual($"{api.Server} sẵn sàng; bạn là {WhoIs(me)}.", $"{api.Server} is ready; you are {WhoIs(me)}.").In(api.Language));
            remote.Screen.Say(SaidOf(alerts, api.Language));
            if (compliance is not { } forms)
            {
                remote.Screen.Say(new Bilingual("Các tỷ lệ của mọi cơ quan không hiện cho vai trò này.", "The rates of all organisations are not shown to this role.").In(api.Language));
                return Outcome.Done;
            }

            remote.Screen.Table(
                [.. Columns.Select(c => c.In(api.Language))],
                from form in forms.Deserialize<ComplianceIndex>(Json.Options)!.Forms
                where form.Periods.Count > 0
                let newest = form.Periods[0]
                select new[]
                {
                    $"{form.Form} {new Bilingual(form.NameVi, form.NameEn).In(api.Language)}", newest.Period, Day.In(newest.EffectiveDueDay, api.Language), Percent(newest.ReportingRate),
                    Percent(newest.OnTimeRate), Percent(newest.Completeness), $"{newest.States.GetValueOrDefault("missing")}",
                },
                new Bilingual("Chưa có kỳ nào.", "There is no period yet.").In(api.Language));
            return Outcome.Done;
        });

    /// <returns>Null for whom the server does not show it: a reporter sees its own alone.</returns>
    private static async Task<JsonElement?> ComplianceAsync(ApiClient api, CancellationToken cancellationToken)
    {
        try
        {
            return await api.GetAsync("compliance", cancellationToken);
        }
        catch (CommandException e) when (e.Outcome == Outcome.Refused)
        {
            return null;
        }
    }

    private static string WhoIs(JsonElement me)
    {
        string?[] parts = [TextOf(me, "name"), TextOf(me, "role")];
        return string.Join(", ", parts.OfType<string>()) is { Length: > 0 } who ? TerminalText.Of(who) : "?";
    }

    private static string? TextOf(JsonElement me, string name) => me.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string SaidOf(IReadOnlyList<FoundAlert> alerts, Language language)
    {
        var counts = alerts.CountBy(a => a.Alert.Severity).ToDictionary();
        var (red, yellow, green) = (counts.GetValueOrDefault("red"), counts.GetValueOrDefault("yellow"), counts.GetValueOrDefault("green"));
        return new Bilingual($"Cảnh báo: {red} đỏ, {yellow} vàng, {green} xanh.", $"Alerts: {red} red, {yellow} yellow, {green} green.").In(language);
    }

    private static string Percent(double? rate) => rate is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known * 100:0} %") : "–";
}
