using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DtPipeline.Azure.Storage;
using DtPipeline.Cli.Showing;

namespace DtPipeline.Cli.Client;

/// <summary>Asks <c>/api/v1</c> of one server. What is no answer becomes a <see cref="CommandException"/> with the outcome that it means.</summary>
internal sealed class ApiClient : IDisposable
{
    private const string Root = "api/v1/";
    private const int LargestAnswer = 256 * 1_048_576;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    private readonly HttpClient http;

    /// <param name="asWhom">On this machine, who asks: what the header <c>DtPipeline-As</c> takes.</param>
    /// <param name="token">Null on this machine.</param>
    public ApiClient(Uri server, string? asWhom, HttpMessageHandler? token, Language language)
    {
        Server = server;
        Language = language;
        http = new HttpClient(token ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
        {
            BaseAddress = new Uri(server, Root),
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LargestAnswer,
        };
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json, application/problem+json");
        http.DefaultRequestHeaders.Add("Accept-Language", language == Language.Vi ? "vi" : "en");
        if (asWhom is not null && !http.DefaultRequestHeaders.TryAddWithoutValidation("DtPipeline-As", asWhom))
        {
            throw new CommandException(Outcome.BadUsage, $"--as is '{TerminalText.Of(asWhom)}'; expected secretariat, viewer or reporter:P34-01.");
        }
    }

    public Uri Server { get; }

    public Language Language { get; }

    /// <param name="path">Below <c>/api/v1</c>, its parts escaped: <see cref="ApiPath"/>.</param>
    public Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) => AskAsync(HttpMethod.Get, path, null, cancellationToken);

    /// <returns>Null where there is no such thing yet.</returns>
    public async Task<JsonElement?> FindAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, path), cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await JsonOfAsync(response, cancellationToken);
    }

    /// <summary>All pages of a list, or one that is answered whole.</summary>
    /// <param name="path">With or without a query.</param>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string path, CancellationToken cancellationToken)
    {
        var items = new List<JsonElement>();
        for (string? after = null; ;)
        {
            var page = await AskAsync(HttpMethod.Get, after is null ? path : ApiPath.With(path, ("after", after)), null, cancellationToken);
            items.AddRange((page.ValueKind == JsonValueKind.Array ? page : page.GetProperty("items")).EnumerateArray());
            after = page.ValueKind == JsonValueKind.Object && page.TryGetProperty("next", out var next) && next.ValueKind == JsonValueKind.String ? next.GetString() : null;
            if (after is null)
            {
                return items;
            }
        }
    }

    public Task<JsonElement> PostAsync<T>(string path, T body, CancellationToken cancellationToken) =>
        AskAsync(HttpMethod.Post, path, () => JsonContent.Create(body, options: Json.Options), cancellationToken);

    /// <summary>A document as it is served, such as a workbook.</summary>
    public async Task<BinaryData> DownloadAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.Accept.ParseAdd("*/*");
                return request;
            },
            cancellationToken);
        return response.IsSuccessStatusCode
            ? BinaryData.FromBytes(await response.Content.ReadAsByteArrayAsync(cancellationToken))
            : throw await ApiProblem.OfAsync(response, Language, cancellationToken);
    }

    /// <summary>Sends content to the API itself, where the storage account takes none from outside; for as long as it takes.</summary>
    public async Task<HttpResponseMessage> PutAsync(Uri address, HttpContent content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = content };
        return await http.SendAsync(request, cancellationToken);
    }

    public void Dispose() => http.Dispose();

    private async Task<JsonElement> AskAsync(HttpMethod method, string path, Func<HttpContent>? content, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(() => new HttpRequestMessage(method, path) { Content = content?.Invoke() }, cancellationToken);
        return await JsonOfAsync(response, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        using var request = make();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return await http.SendAsync(request, patience.Token);
        }
        catch (HttpRequestException e)
        {
            throw new CommandException(Outcome.Unreachable, $"Nothing answers at {Server}: {e.Message}", HintFor(Server));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CommandException(Outcome.Unreachable, $"{Server} did not answer within {Patience.TotalSeconds:N0} seconds.", "Try again in a minute.");
        }
    }

    private async Task<JsonElement> JsonOfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw await ApiProblem.OfAsync(response, Language, cancellationToken);
        }

        try
        {
            return await response.Content.ReadFromJsonAsync<JsonElement>(Json.Options, cancellationToken);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new CommandException(Outcome.ServerFailed, $"What answers at {Server} is no DtPipeline: its answer is no JSON.", "Is it the address of the function app?");
        }
    }

    private static string HintFor(Uri server) => server.IsLoopback
        ? "Start it with 'dotnet run --project src/DtPipeline.LocalHost', or name another server with --server or DTP_SERVER."
        : "Is the address right, and is this machine online?";
}
