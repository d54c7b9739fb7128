using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DtPipeline.Answers.Models;
using DtPipeline.Azure.Storage;
using DtPipeline.Cli.Client;
using DtPipeline.Cli.Showing;
using DtPipeline.Texts;

namespace DtPipeline.Cli.Commands.Remote;

/// <summary><c>dtp series INDICATOR [--organisation CODE | --group CODE]</c></summary>
internal static class SeriesCommand
{
    private static readonly Bilingual Period = new("Kỳ", "Period");
    private static readonly Bilingual Value = new("Giá trị", "Value");
    private static readonly Bilingual Reported = new("Đã báo cáo", "Reported");
    private static readonly Bilingual Change = new("Thay đổi", "Change");
    private static readonly Bilingual Status = new("Trạng thái", "Status");
    private static readonly Bilingual Nothing = new("Chưa có số liệu nào.", "Nothing is reported yet.");

    public static Command Of(RemoteCommand remote)
    {
        var indicator = KnownCodes.Indicator();
        var organisation = KnownCodes.OrganisationOption("The series of this one instead of the nation's.");
        var group = new Option<string?>("--group") { Description = "The series of this group, such as @provinces or a region, instead of the nation's.", HelpName = "CODE" };
        var command = new ExampledCommand("series", "Shows an indicator over its periods, of the nation, a group or an organisation.", "dtp series DG-01", "dtp series DG-01 --organisation P34-01 --json") { indicator, organisation, group };
        return remote.With(command, async (arguments, api, cancellationToken) =>
        {
            var code = arguments.GetValue(indicator)!;
            if (arguments.GetValue(organisation) is { } of)
            {
                return await OfOrganisationAsync(remote, api, of, code, cancellationToken);
            }

            var json = await api.GetAsync(ApiPath.Of("indicators", code), cancellationToken);
            ShowGroup(json, arguments.GetValue(group), remote.Screen, api.Language);
            return Outcome.Done;
        });
    }

    private static async Task<Outcome> OfOrganisationAsync(RemoteCommand remote, ApiClient api, string organisation, string indicator, CancellationToken cancellationToken)
    {
        var json = await api.GetAsync(ApiPath.Of("organisations", organisation, "indicators", indicator), cancellationToken);
        var series = json.Deserialize<OrganisationSeries>(Json.Options)!;
        remote.Screen.Answer(json);
        remote.Screen.Say($"{TitleOf(series.Indicator, api.Language)}, {organisation} {new Bilingual(series.Organisation.NameVi, series.Organisation.NameEn).In(api.Language)}");
        remote.Screen.Table(
            [Period.In(api.Language), Value.In(api.Language), Status.In(api.Language)],
            series.Points.Select(p => new[] { p.Period, Said(p.Value, api.Language), p.Status }),
            Nothing.In(api.Language));
        return Outcome.Done;
    }

    private static void ShowGroup(JsonElement json, string? group, Screen screen, Language language)
    {
        var model = json.Deserialize<IndicatorModel>(Json.Options)!;
        var course = group is null ? model.Groups is [var nation, ..] ? nation : null : model.Groups.FirstOrDefault(g => g.Group == group) ?? throw new CommandException(
            Outcome.NotFound, $"{model.Indicator.Code} has no series of {group}.", $"It has those of {string.Join(", ", model.Groups.Select(g => g.Group))}.");
        screen.Answer(new { model.Indicator, Series = course });
        screen.Say(course is null ? TitleOf(model.Indicator, language) : $"{TitleOf(model.Indicator, language)}, {new Bilingual(course.NameVi, course.NameEn).In(language)}");
        screen.Table(
            [Period.In(language), Value.In(language), Reported.In(language), Change.In(language)],
            (course?.Points ?? []).Select(p => new[]
            {
                p.IsBreak ? $"{p.Period} {new Bilingual("(gián đoạn)", "(break)").In(language)}" : p.Period, Said(p.Value, language), $"{p.Reported}/{p.Owed}", ChangeOf(p.Change, language),
            }),
            Nothing.In(language));
    }

    private static string TitleOf(IndicatorFacts indicator, Language language) => $"{indicator.Code} {new Bilingual(indicator.NameVi, indicator.NameEn).In(language)} ({indicator.Unit})";

    private static string ChangeOf(ModelChange? change, Language language) =>
        change is null ? string.Empty : $"{(change.Absolute > 0 ? "+" : string.Empty)}{Said(change.Absolute, language)} ({change.Period})";

    private static string Said(double? value, Language language) =>
        value?.ToString("#,0.####", CultureInfo.GetCultureInfo(language == Language.Vi ? "vi-VN" : "en-GB")) ?? "–";
}

/// <summary>The answer of <c>organisations/{organisation}/indicators/{indicator}</c>, as far as it is shown.</summary>
internal sealed record OrganisationSeries(OrganisationFacts Organisation, IndicatorFacts Indicator, IReadOnlyList<OrganisationValue> Points);

/// <param name="Value">Null for a nil.</param>
internal sealed record OrganisationValue(string Period, string Status, double? Value);
