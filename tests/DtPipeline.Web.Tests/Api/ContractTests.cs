using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using DtPipeline.Web.Tests.Support;

namespace DtPipeline.Web.Tests.Api;

/// <summary>Every operation is asked well and badly, twice against the same store: no status, media type or field that the description does not declare.</summary>
public sealed class ContractTests(RunningHost running)
{
    // Nobody else touches it: a report with a fault in its third line.
    private const string Report = "P34-04/2025-07/hop-dong.csv";
    private const string Content = "indicator,value\nDG-05,\"38,5\"\nDG-06,nhiều\n";

    /// <summary>Of which nothing is asked well here: a catalogue that waits for a word is one for all tests.</summary>
    private static readonly string[] OnlyBadly = ["ConfirmCatalogue"];

    /// <summary>What nobody can ask badly.</summary>
    private static readonly string[] OnlyWell = ["ShowHealth", "ShowReadiness", "ShowDescription"];

    private readonly ApiDescription description = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryAnswerIsAsItIsDescribed()
    {
        await AskAsync(new Call("TakeUpload", $"uploads/{Report}", Wanted.Either, Content));
        await running.Host.UntilAsync($"answers {Report}", async () => await running.Account.Receipts.GetBlobClient($"{Report}.receipt.json").ExistsAsync());
        foreach (var model in new[] { "periods", "compliance", "compliance/PROV-Q", "indicators", "indicators/DG-05", "tasks" })
        {
            await running.Host.UntilAsync($"publishes {model}", async () => await running.Account.Published.GetBlobClient($"{model}.json").ExistsAsync());
        }

        foreach (var _ in Enumerable.Range(0, 2))
        {
            var calls = await CallsAsync();
            Assert.Equal(description.Operations.Select(o => o.Id).Except(OnlyBadly).Order(), calls.Where(c => c.Wanted != Wanted.Refusal).Select(c => c.Operation).Distinct().Order());
            Assert.Equal(description.Operations.Select(o => o.Id).Except(OnlyWell).Order(), calls.Where(c => c.Wanted != Wanted.Answer).Select(c => c.Operation).Distinct().Order());
            foreach (var call in calls)
            {
                await AskAsync(call);
            }
        }
    }

    private async Task<JsonNode?> AskAsync(Call call)
    {
        var operation = description.Operation(call.Operation);
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = running.Http.BaseAddress };
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method.ToUpperInvariant()), call.Operation.StartsWith("UpdateAddress", StringComparison.Ordinal) ? call.Address : $"api/v1/{call.Address}");
        if (call.Body is { } body)
        {
            request.Content = new StringContent(body, Encoding.UTF8, call.Operation == "TakeUpload" ? "application/octet-stream" : "application/json");
        }

        if (call.As is { } role)
        {
            request.Headers.Add("DtPipeline-As", role);
        }

        if (call.Accept is { } accept)
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        }

        using var answer = await http.SendAsync(request, Cancelled);
        var (status, type) = ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync(Cancelled);
        var json = type?.EndsWith("json", StringComparison.Ordinal) == true ? JsonNode.Parse(text) : null;
        var said = $"{operation.Method} {request.RequestUri} as {call.As ?? "secretariat"}: {status} {type}\n{text[..Math.Min(text.Length, 500)]}";
        Assert.True(call.Wanted == Wanted.Either || status < 400 == (call.Wanted == Wanted.Answer), $"wanted {call.Wanted}, but {said}");
        Assert.True(description.Undeclared(operation, status, type, json).ToList() is [], $"{string.Join('\n', description.Undeclared(operation, status, type, json))}\n{said}");
        return json;
    }

    private async Task<IReadOnlyList<Call>> CallsAsync()
    {
        var briefs = (await AskAsync(new Call("ListBriefs", "briefs", Wanted.Answer)))!.AsArray();
        var brief = briefs.Count > 0 ? (string)briefs[0]!["address"]! : "briefs/2025-S1/latest/";
        var alerts = (await AskAsync(new Call("ShowAlerts", "alerts", Wanted.Answer)))!["items"]!.AsArray();
        var alert = $"{alerts[0]!["organisation"]}/{alerts[0]!["key"]}";
        Call Well(string operation, string address, string? body = null, string? by = null, string? accept = null) => new(operation, address, Wanted.Answer, body, by, accept);
        Call Badly(string operation, string address, string? body = null, string? by = null) => new(operation, address, Wanted.Refusal, body, by);
        Call Asked(string operation, string address, string? body = null) => new(operation, address, Wanted.Either, body);
        return
        [
            Well("ShowAlerts", "alerts?severity=red&limit=3"), Well("ShowAlerts", "alerts", by: "reporter:P34-80"), Well("ShowAlerts", "alerts?state=told"), Badly("ShowAlerts", "alerts?state=lost"), Badly("ShowAlerts", "alerts?after=x"), Badly("ShowAlerts", "alerts?organisation=P34-01", by: "reporter:P34-80"),
            Well("HandleAlerts", "alerts", $$"""{ "action": "reopen", "by": "Lan", "keys": [ "{{alert}}", "P34-01/no", "nonsense" ] }"""), Badly("HandleAlerts", "alerts", "[]"), Badly("HandleAlerts", "alerts", $$"""{ "action": "reopen", "by": "Lan", "keys": [ {{string.Join(", ", Enumerable.Repeat("\"a/b\"", 101))}} ] }"""), Badly("HandleAlerts", "alerts", """{ "action": "reopen", "by": "Lan", "keys": [ "a/b" ] }""", "viewer"),
            Well("ShowAlert", $"alerts/{alert}"), Badly("ShowAlert", "alerts/P34-01/no"), Badly("ShowAlert", $"alerts/{alert}", by: "nobody"),
            Well("HandleAlert", $"alerts/{alert}", """{ "action": "reopen", "by": "Lan" }"""), Badly("HandleAlert", $"alerts/{alert}", """{ "action": "lose", "by": "Lan" }"""), Badly("HandleAlert", "alerts/P34-01/no", """{ "action": "reopen", "by": "Lan" }"""),
            Well("ListBriefs", "briefs"), Badly("ListBriefs", "briefs", by: "chief"),
            Asked("ShowBrief", $"{brief}brief.vi.html"), Asked("ShowBrief", $"{brief}figures.json"), Badly("ShowBrief", "briefs/2025-S1/latest/none.html"),
            Asked("ShowFigure", $"{brief}figures/DG-05~@all~2025-Q2"), Badly("ShowFigure", "briefs/1999/latest/figures/none"),
            Well("ShowCatalogue", "catalogue"), Badly("ShowCatalogue", "catalogue", by: "nobody"), Badly("ConfirmCatalogue", "catalogue/none?by=Lan"), Badly("ConfirmCatalogue", "catalogue/none", by: "viewer"),
            Well("ShowClosings", "closings"), Badly("ShowClosings", "closings", by: "nobody"),
            Well("ClosePeriod", "closings/PROV-M/2024-11", """{ "action": "close", "by": "Lan" }"""), Well("ClosePeriod", "closings/PROV-M/2024-11", """{ "action": "reopen", "by": "Lan", "reason": "thử lại" }"""), Badly("ClosePeriod", "closings/NONE/2024-11", """{ "action": "close", "by": "Lan" }"""), Badly("ClosePeriod", "closings/PROV-M/2024-11", """{ "action": "reopen", "by": "Lan" }"""),
            Well("ShowCompliance", "compliance"), Badly("ShowCompliance", "compliance", by: "nobody"),
            Well("ShowForm", "compliance/PROV-Q"), Badly("ShowForm", "compliance/NONE"),
            Well("ShowFormPeriod", "compliance/PROV-Q/2025-Q3"), Badly("ShowFormPeriod", "compliance/PROV-Q/autumn"),
            Well("ShowObligation", "obligations/PROV-Q/2025-Q3/P34-01"), Well("ShowObligation", "obligations/PROV-Q/2025-Q3/P34-04", by: "reporter:P34-04"), Badly("ShowObligation", "obligations/PROV-Q/2025-Q3/MOH"), Badly("ShowObligation", "obligations/PROV-Q/2025-Q3/P34-04", by: "reporter:P34-01"),
            Well("ListFiles", "files?limit=5"), Well("ListFiles", "files?period=2025-Q3&status=accepted"), Well("ListFiles", "files", by: "reporter:P34-04"), Badly("ListFiles", "files?status=lost"), Badly("ListFiles", "files?limit=0"), Badly("ListFiles", "files?organisation=MOH", by: "reporter:P34-04"),
            Well("ShowFiles", "files/P34-01/2025-Q3"), Badly("ShowFiles", "files/P34-01/autumn"),
            Well("ShowHealth", "health"), Well("ShowReadiness", "ready"), Well("ShowDescription", "openapi.json"),
            Well("ListIndicators", "indicators"), Badly("ListIndicators", "indicators", by: "nobody"),
            Well("ShowIndicator", "indicators/DG-05"), Well("ShowIndicator", "indicators/DG-05?asOf=2025-09-22"), Badly("ShowIndicator", "indicators/NONE"), Badly("ShowIndicator", "indicators/NONE?asOf=2025-09-22"), Badly("ShowIndicator", "indicators/DG-05?asOf=yesterday"), Badly("ShowIndicator", "indicators/DG-05?asOf=2031-01-01"), Badly("ShowIndicator", "indicators/DG-05?asOf=2020-01-01"),
            Well("ShowLeague", "indicators/DG-05/2025-Q3"), Badly("ShowLeague", "indicators/DG-05/autumn"),
            Well("ShowMe", "me"), Well("ShowMe", "me", by: "nobody"), Badly("ShowMe", "me", by: "chief"),
            Well("ChooseRole", "me", """{ "role": "reporter", "organisation": "P34-01" }"""), Badly("ChooseRole", "me", """{ "role": "chief" }"""),
            Well("ExtractObservations", "observations?period=2025-Q3&organisation=P34-01"), Well("ExtractObservations", "observations?period=2025-Q3&organisation=P34-01&format=sdmx"), Well("ExtractObservations", "observations?period=2025-Q3&organisation=P34-01&format=xlsx"), Badly("ExtractObservations", "observations?period=autumn"),
            Well("ListOrganisations", "organisations?limit=7"), Badly("ListOrganisations", "organisations?after=x"),
            Well("ShowHistory", "organisations/P34-01"), Badly("ShowHistory", "organisations/NONE"),
            Well("ShowSeries", "organisations/P34-01/indicators/DG-05"), Badly("ShowSeries", "organisations/P34-01/indicators/NONE"),
            Well("ListPeriods", "periods"), Badly("ListPeriods", "periods", by: "nobody"),
            Well("ShowPeriod", "periods/2025-Q3"), Well("ShowPeriod", "periods/2025-Q3?asOf=2025-09-19"), Badly("ShowPeriod", "periods/2025-Q3?asOf=yesterday"), Badly("ShowPeriod", "periods/2025-Q3?asOf=2031-01-01"), Badly("ShowPeriod", "periods/2031-Q1"),
            Well("ShowRevisions", "revisions/2025-Q3?from=2025-09-01&to=2025-09-22"), Badly("ShowRevisions", "revisions/2025-Q3"), Badly("ShowRevisions", "revisions/2025-Q3?from=2025-09-01&to=2031-01-01"),
            Well("ShowReceipt", $"receipts/{Report}"), Well("ShowReceipt", $"receipts/{Report}", accept: "application/json"), Well("ShowReceipt", $"receipts/{Report}.json"), Well("ShowReceipt", $"receipts/{Report}.html"), Badly("ShowReceipt", "receipts/P34-04/2025-07/none.csv"), Badly("ShowReceipt", $"receipts/{Report}", by: "reporter:P34-01"), Badly("ShowReceipt", "receipts/P34-04/%2e%2e/x"),
            Well("ShowSheet", $"sheets/{Report}"), Well("ShowSheet", $"sheets/{Report}?limit=1"), Badly("ShowSheet", "sheets/P34-04/2025-07/none.csv"), Badly("ShowSheet", $"sheets/{Report}", by: "reporter:P34-01"),
            Well("ListTasks", "tasks"), Badly("ListTasks", "tasks", by: "nobody"),
            Well("MakeTemplate", "templates/P34-01/2025-Q3"), Badly("MakeTemplate", "templates/P34-01/autumn"),
            Well("GrantUpload", "uploads", """{ "organisation": "P34-04", "period": "2025-07", "fileName": "bao-cao.xlsx", "bytes": 1000 }"""), Badly("GrantUpload", "uploads", "[]"), Badly("GrantUpload", "uploads", """{ "organisation": "P34-04", "period": "2025-07", "fileName": "bao-cao.xlsx", "bytes": 1000 }""", "reporter:P34-01"),
            Asked("TakeUpload", $"uploads/{Report}", Content), Badly("TakeUpload", $"uploads/{Report}", Content, "viewer"),
            Well("ShowView", "views/today"), Well("ShowView", "views/compliance?form=PROV-Q&lang=en"), Well("ShowView", $"views/files/receipt?path={Report}"), Badly("ShowView", "views/none"), Badly("ShowView", "views/today", by: "nobody"),
            Well("UpdateAddress", "api/periods/2025-Q3"), Badly("UpdateAddress", "api/v1/none"), Well("UpdateAddressPost", "api/alerts"), Badly("UpdateAddressPost", "api/v1/none"),
        ];
    }

    private enum Wanted
    {
        Answer,
        Refusal,
        Either,
    }

    /// <param name="Address">Below the version; of an address of before, the whole.</param>
    /// <param name="As">Null for the secretariat.</param>
    private sealed record Call(string Operation, string Address, Wanted Wanted, string? Body = null, string? As = null, string? Accept = null);
}
