using System.Text.Json;
using DtPipeline.Answers.Receipts;
using DtPipeline.Azure.Storage;
using DtPipeline.Cli.Showing;

namespace DtPipeline.Cli.Client;

/// <param name="Json">As the server wrote it.</param>
internal sealed record FoundReceipt(Receipt Receipt, JsonElement Json);

/// <summary><c>GET receipts/{path}</c></summary>
internal sealed class Receipts(ApiClient api, TimeProvider clock)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    /// <summary>The page that people read.</summary>
    public Uri PageOf(string path) => new(api.Server, $"api/v1/{ApiPath.OfReport("receipts", path)}.html");

    /// <returns>Null where it is not written yet.</returns>
    public async Task<FoundReceipt?> FindAsync(string path, CancellationToken cancellationToken) =>
        await api.FindAsync($"{ApiPath.OfReport("receipts", path)}.json", cancellationToken) is { } json
            ? new FoundReceipt(json.Deserialize<Receipt>(Json.Options) ?? throw new CommandException(Outcome.ServerFailed, $"The receipt of {path} is empty."), json)
            : null;

    /// <returns>Null where it has not come within the time.</returns>
    public async Task<FoundReceipt?> WaitAsync(string path, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            if (await FindAsync(path, cancellationToken) is { } found)
            {
                return found;
            }

            var left = atMost - clock.GetElapsedTime(began);
            if (left <= TimeSpan.Zero)
            {
                return null;
            }

            await Task.Delay(pause < left ? pause : left, clock, cancellationToken);
        }
    }
}
