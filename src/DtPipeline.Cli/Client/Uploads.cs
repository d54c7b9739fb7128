using System.Net;
using System.Text.Json;
using DtPipeline.Azure.Storage;
using DtPipeline.Cli.Showing;

namespace DtPipeline.Cli.Client;

/// <summary>Where one file may be put, and nothing else.</summary>
/// <param name="Path">Under which the report is known, without its container.</param>
/// <param name="Url">Carries its own right, and is shown to nobody.</param>
internal sealed record UploadPlace(string Path, string Method, Uri Url, IReadOnlyDictionary<string, string>? Headers, DateTimeOffset ExpiresAt);

/// <summary><c>POST uploads</c>, and the bytes straight to where it says.</summary>
internal sealed class Uploads(ApiClient api, TimeProvider clock)
{
    private const int MostTries = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // A slow line may take as long as the address holds.
    private static readonly HttpClient Storage = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(20) }) { Timeout = Timeout.InfiniteTimeSpan };

    public async Task<UploadPlace> AskAsync(string organisation, string period, FileInfo file, CancellationToken cancellationToken)
    {
        var answer = await api.PostAsync("uploads", new { organisation, period, FileName = file.Name, Bytes = file.Length }, cancellationToken);
        return answer.Deserialize<UploadPlace>(Json.Options) ?? throw new CommandException(Outcome.ServerFailed, $"{api.Server} did not say where {file.Name} may be put.");
    }

    /// <summary>Tries again where the line broke: a file is there whole, or not at all.</summary>
    /// <param name="sent">Bytes so far.</param>
    /// <returns>False where somebody else was quicker under this name: then another is to be asked for.</returns>
    /// <exception cref="CommandException">It could not be delivered.</exception>
    public async Task<bool> PutAsync(UploadPlace place, FileInfo file, IProgress<long> sent, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            var trouble = await TryAsync(place, file, sent, cancellationToken);
            if (trouble is null || trouble.IsTaken)
            {
                return trouble is null;
            }

            if (tried == MostTries || !trouble.MayPass)
            {
                throw new CommandException(Outcome.UploadFailed, $"{file.Name} could not be delivered: {trouble.Why}", Outcome.UploadFailed.Hint);
            }

            await Task.Delay(Pause * tried, clock, cancellationToken);
        }
    }

    private async Task<Trouble?> TryAsync(UploadPlace place, FileInfo file, IProgress<long> sent, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read);
            using var content = new CountedContent(stream, sent);
            foreach (var (name, value) in place.Headers ?? new Dictionary<string, string>())
            {
                content.Headers.TryAddWithoutValidation(name, value);
            }

            using var response = await SendAsync(place, content, cancellationToken);
            return response.IsSuccessStatusCode ? null : new Trouble(
                $"the answer was {(int)response.StatusCode} {ReasonOf(response)}.",
                MayPass: response.StatusCode >= HttpStatusCode.InternalServerError,
                IsTaken: response.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed);
        }
        catch (HttpRequestException e)
        {
            return new Trouble(e.Message, MayPass: true, IsTaken: false);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(UploadPlace place, HttpContent content, CancellationToken cancellationToken)
    {
        var address = new Uri(api.Server, place.Url);
        if (address.Authority == api.Server.Authority)
        {
            return await api.PutAsync(address, content, cancellationToken);
        }

        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = content };
        return await Storage.SendAsync(request, cancellationToken);
    }

    private static string ReasonOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("x-ms-error-code", out var codes) ? codes.First() : response.ReasonPhrase ?? string.Empty;

    private sealed record Trouble(string Why, bool MayPass, bool IsTaken);
}
