using System.Text.Json.Nodes;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Azure.Briefing;
using DtPipeline.Catalogue;
using DtPipeline.Pipeline.Tests.Host;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Papers;

/// <summary>
/// The papers of the conferences of December 2022 to July 2024, row by row: whatever the catalogue can hold comes out of the sample reports as it was published.
/// </summary>
[Collection(AllSamples.Name)]
public sealed class PublishedPaperTests(SampleRuns runs)
{
    private static readonly DateOnly FirstConference = new(2022, 12, 25);

    /// <summary>Half-years and moments, in UTC.</summary>
    private static readonly (string Half, string AsOf)[] Conferences =
        [("2022-S2", "20221225T050000Z"), ("2023-S1", "20230712T010000Z"), ("2023-S2", "20240115T010000Z"), ("2024-S1", "20240731T010000Z")];

    private static readonly ReportingCatalogue Catalogue = CatalogueReader.Read(DefaultCatalogue.TextOf).Catalogue!;

    public static TheoryData<int, string> Held => Rows(r => r.HeldAs != "none");

    [Theory]
    [MemberData(nameof(Held))]
    public async Task WhatAPaperSaysComesOutOfTheReports(int line, string subject)
    {
        var row = PaperRow.All[line];

        var held = row.HeldAs switch
        {
            "figure" => (double)(await FigureAsync(row.Period, row.Code, row.Group))["value"]!,
            "owed" => (double)(await FigureAsync(row.Period, row.Code, row.Group))["owed"]!,
            "lacking" => await LackingAsync(row),
            "tenths" => (double)(await FigureAsync(row.Period, row.Code, row.Group))["value"]! / 10,
            "target" => Indicator(row.Code).TargetValue,
            "whole" => 100 * Indicator(row.Code).TargetValue / Indicator(row.Code).Maximum,
            "gap" => await GapAsync(row),
            "due" or "task" or "organisation" => null,
            _ => throw new InvalidOperationException($"{subject} is held as '{row.HeldAs}', which nobody knows."),
        };

        Assert.Equal(row.HeldAs is "due" or "task" or "organisation" ? null : row.Number, held);
        Assert.True(row.HeldAs switch
        {
            "task" => Catalogue.Tasks.Single(t => t.Code == row.Code).DueDay is var due && (row.Due is null || row.Due == due),
            "organisation" => Catalogue.FindOrganisation(row.Code)!.IsValidOn(row.AsOf),
            "target" or "due" or "lacking" => row.Due is null || Indicator(row.Code).TargetDue == row.Due,
            _ => row.Due is null,
        });
    }

    /// <summary>Of every value that a paper gives, in the brief of the half-year in which its period ends, as it was known soon after.</summary>
    [Fact]
    public async Task TheBriefsOfTheConferencesStateWhatThePapersSay()
    {
        await using var pipeline = await TestPipeline.StartAsync("2025-10-10T08:30:00+07:00", runs.Store.Connection);
        var stated = new Dictionary<string, BriefFigure>(StringComparer.Ordinal);
        foreach (var (half, asOf) in Conferences)
        {
            var entry = BriefEntry.Parse(half, asOf)!;
            foreach (var figure in (await pipeline.Get<BriefRun>().MakeAsync(entry, CancellationToken.None)).Figures)
            {
                stated[$"{half} {figure.Id}"] = figure;
            }
        }

        var rows = PaperRow.All.Where(r => r.HeldAs is "figure" or "tenths" or "owed" or "lacking").ToList();

        Assert.Equal(rows.Select(r => $"{r.Code} {r.Group} {r.Period} {r.HeldAs} {r.Number}"), rows.Select(r => $"{r.Code} {r.Group} {r.Period} {r.HeldAs} {SaidOf(r, stated)}"));
    }

    [Fact]
    public void WhatTheCatalogueCannotHoldSaysWhy()
    {
        var none = PaperRow.All.Where(r => r.HeldAs == "none").ToList();

        Assert.Equal(216, PaperRow.All.Count);
        Assert.All(none, r => Assert.True(r is { Reason.Length: > 0, Code: "", Group: "", Period: "" }, r.ToString()));
        Assert.All(PaperRow.All.Except(none), r => Assert.True(r is { Reason: "", Code.Length: > 0 }, r.ToString()));
        Assert.Equal(["Yearly saving from online public services, converted by the source"], none.Where(r => r.Kind is "indicator" or "target").Select(r => r.Subject));
    }

    private static double? SaidOf(PaperRow row, Dictionary<string, BriefFigure> stated)
    {
        var last = Period.TryParse(row.Period, out var period) ? period.LastDay : throw new FormatException(row.Period);
        var half = Period.Containing(Frequency.HalfYear, last < FirstConference ? FirstConference : last);
        return stated.GetValueOrDefault($"{half} {row.Code}~{row.Group}~{row.Period}") is not { } figure ? null : row.HeldAs switch
        {
            "owed" => figure.Owed,
            "lacking" => figure.Owed - figure.Value,
            "tenths" => figure.Value / 10,
            _ => figure.Value,
        };
    }

    private static TheoryData<int, string> Rows(Func<PaperRow, bool> which)
    {
        var data = new TheoryData<int, string>();
        foreach (var (line, row) in PaperRow.All.Index().Where(r => which(r.Item)))
        {
            data.Add(line, row.ToString());
        }

        return data;
    }

    private static Indicator Indicator(string code) => Catalogue.Indicators.Single(i => i.Code == code);

    private async Task<double> LackingAsync(PaperRow row)
    {
        var figure = await FigureAsync(row.Period, row.Code, row.Group);
        Assert.Equal((int)figure["owed"]!, (int)figure["reported"]!);
        return (double)figure["reported"]! - (double)figure["value"]!;
    }

    private async Task<double> GapAsync(PaperRow row)
    {
        var gap = 0.0;
        foreach (var code in row.Code.Split(';'))
        {
            gap += Indicator(code).TargetValue!.Value - (double)(await FigureAsync(row.Period, code, row.Group))["value"]!;
        }

        return gap;
    }

    private async Task<JsonNode> FigureAsync(string period, string indicator, string group) => (await runs.PublishedAsync(period))["indicators"]!.AsArray()
        .Single(i => (string)i!["code"]! == indicator)!["groups"]!.AsArray()
        .Single(g => (string)g!["group"]! == group)!["figure"]!;
}
