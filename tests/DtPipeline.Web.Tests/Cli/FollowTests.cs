using System.Text.Json;
using DtPipeline.Cli.Client;
using DtPipeline.Cli.Commands.Remote;
using DtPipeline.Cli.Showing;

namespace DtPipeline.Web.Tests.Cli;

/// <summary>What <c>dtp alerts --follow</c> tells between two looks.</summary>
public sealed class FollowTests
{
    [Fact]
    public void TheFirstLookTellsAll() => Assert.Equal(["open  red  A/k  Late."], Between([], [Alert("A")]));

    [Fact]
    public void WhatStandsAsItStoodIsNotToldAgain() => Assert.Empty(Between([Alert("A")], [Alert("A")]));

    [Fact]
    public void WhatIsOtherwiseAndWhatIsGoneIsTold() => Assert.Equal(
        ["acknowledged  red  A/k  Late.", "open  yellow  C/k  Late.", "settled  red  B/k  Late."],
        Between([Alert("A"), Alert("B"), Alert("C")], [Alert("A", "acknowledged"), Alert("C", severity: "yellow")]));

    [Fact]
    public void WhatIsRaisedAgainIsTold() => Assert.Single(Between([Alert("A")], [Alert("A", raised: "2025-09-22T00:00:00Z")]));

    private static string[] Between(IReadOnlyList<FoundAlert> before, IReadOnlyList<FoundAlert> now) => [.. AlertChange.Between(before, now).Select(c => c.Said(Language.En))];

    private static FoundAlert Alert(string organisation, string state = "open", string severity = "red", string raised = "2025-09-20T00:00:00Z") => FoundAlert.Of(JsonSerializer.Deserialize<JsonElement>(
        $$"""{ "organisation": "{{organisation}}", "key": "k", "type": "report.overdue", "state": "{{state}}", "severity": "{{severity}}", "escalation": 0, "raisedAt": "{{raised}}", "ageDays": 1, "message": { "vi": "Muộn.", "en": "Late." } }"""));
}
