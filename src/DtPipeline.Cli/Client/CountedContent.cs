using System.Net;

namespace DtPipeline.Cli.Client;

/// <summary>A file on its way, which tells how much of it is sent.</summary>
internal sealed class CountedContent(Stream file, IProgress<long> sent) : HttpContent
{
    private const int Portion = 131_072;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream target, TransportContext? context, CancellationToken cancellationToken)
    {
        var buffer = new byte[Portion];
        var total = 0L;
        sent.Report(0);
        for (int read; (read = await file.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            sent.Report(total += read);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = file.Length;
        return true;
    }
}
