using System.Globalization;
using System.Text.Json;
using DtPipeline.Azure.Storage;
using DtPipeline.Cli.Client;
using DtPipeline.Cli.Showing;

namespace DtPipeline.Cli.Commands.Remote;

/// <summary>One file to send.</summary>
internal sealed record Sending(FileInfo File, Destination To);

/// <summary>What became of a file.</summary>
/// <param name="Receipt">Null where it has not come.</param>
internal sealed record Submitted(Sending Sending, string Path, Uri Page, Outcome Outcome, JsonElement? Receipt)
{
    public object AsJson => new { File = Sending.File.FullName, Path, Outcome = Outcome.Code, ReceiptPage = Page, Receipt };
}

/// <summary>Sends one file after another straight to storage, and waits for the receipt of each.</summary>
internal sealed class Submission(ApiClient api, Screen screen, TimeProvider clock, TimeSpan wait)
{
    private const int MostNames = 3;

    private readonly Uploads uploads = new(api, clock);
    private readonly Receipts receipts = new(api, clock);

    /// <exception cref="CommandException">It could not be delivered, or somebody stopped it: the sentence says whether anything of it is stored.</exception>
    public async Task<Submitted> SendAsync(Sending sending, CancellationToken cancellationToken)
    {
        var place = await DeliverAsync(sending, cancellationToken);
        var page = receipts.PageOf(place.Path);
        try
        {
            var found = wait == TimeSpan.Zero ? null : await screen.WhileAsync(shown =>
            {
                shown.Report(new WorkProgress($"{place.Path}: reading", 0, null));
                return receipts.WaitAsync(place.Path, wait, cancellationToken);
            });
            return found is null ? Unanswered(sending, place.Path, page)
                : new Submitted(sending, place.Path, page, ReceiptText.Show(found.Receipt, page, screen, api.Language), found.Json);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new CommandException(Outcome.Stopped, $"Stopped. {sending.File.Name} is delivered as {place.Path} and will be read.", $"Its receipt is shown by: dtp receipt '{place.Path}'");
        }
    }

    private async Task<UploadPlace> DeliverAsync(Sending sending, CancellationToken cancellationToken)
    {
        try
        {
            for (var tried = 1; tried <= MostNames; tried++)
            {
                var place = await uploads.AskAsync(sending.To.Organisation, sending.To.Period, sending.File, cancellationToken);
                if (await screen.WhileAsync(shown => uploads.PutAsync(
                    place, sending.File, new Portions(bytes => shown.Report(new WorkProgress(sending.File.Name, bytes, sending.File.Length))), cancellationToken)))
                {
                    return place;
                }
            }

            throw new CommandException(Outcome.UploadFailed, $"{sending.File.Name} could not be delivered: others were quicker under each of {MostNames} names.", Outcome.UploadFailed.Hint);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new CommandException(Outcome.Stopped, $"Stopped before {sending.File.Name} was delivered: nothing of it is stored.", Outcome.Stopped.Hint);
        }
        catch (IOException e)
        {
            throw new CommandException(Outcome.FileUnreadable, $"{sending.File.FullName} cannot be read: {e.Message}", Outcome.FileUnreadable.Hint);
        }
    }

    private Submitted Unanswered(Sending sending, string path, Uri page)
    {
        screen.Say(wait == TimeSpan.Zero
            ? $"{sending.File.Name} is delivered as {path}."
            : string.Create(CultureInfo.InvariantCulture, $"{sending.File.Name} is delivered as {path}, and was not answered within {wait.TotalSeconds:N0} seconds."));
        screen.Say($"  Its receipt is shown by: dtp receipt '{path}'");
        return new Submitted(sending, path, page, wait == TimeSpan.Zero ? Outcome.Done : Outcome.NoReceipt, null);
    }

    /// <summary>Told at once and in order, as a bar must be.</summary>
    private sealed class Portions(Action<long> told) : IProgress<long>
    {
        public void Report(long value) => told(value);
    }
}
