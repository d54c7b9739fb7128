using DtPipeline.Azure.Storage;
using MimeKit;

namespace DtPipeline.Azure.Mailing;

/// <summary>A folder of <c>.eml</c> files that any mail program opens, in place of a mail server. A file is there whole or not at all.</summary>
internal sealed class PickupFolder(PipelineSettings settings) : IMailWay
{
    private static readonly FormatOptions Lines = Dos();

    public async Task<MailOutcome> SendAsync(MimeMessage message, string id, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(settings.MailPickup!);
        var writing = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, ".writing")).FullName, Path.GetRandomFileName());
        await message.WriteToAsync(Lines, writing, cancellationToken);
        File.Move(writing, Path.Combine(folder, $"{id}.eml"), overwrite: true);
        return MailOutcome.Taken;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static FormatOptions Dos()
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        return options;
    }
}
