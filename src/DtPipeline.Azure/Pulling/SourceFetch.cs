using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using DtPipeline.Azure.Storage;
using DtPipeline.Texts;

namespace DtPipeline.Azure.Pulling;

/// <summary>Fetches one report from a source. Whatever the source answers, or fails to, is an outcome and never an exception.</summary>
public sealed class SourceFetch(PipelineSettings settings, TimeProvider clock) : IDisposable
{
    private const int MostRedirects = 3;

    private readonly HttpClient http = SourceHttp.Create(settings);

    /// <param name="hosts">Hosts, with their ports, of all sources of the catalogue.</param>
    internal async Task<FetchOutcome> FetchAsync(Uri address, IReadOnlySet<string> hosts, Validators known, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(settings.FetchWithin);
        try
        {
            return await FollowAsync(address, hosts, known, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var seconds = settings.FetchWithin.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return Failed($"nguồn không trả lời xong trong {seconds} giây", $"the source had not answered in full within {seconds} seconds");
        }
        catch (Exception e) when (e is AddressRefusedException || e.InnerException is AddressRefusedException)
        {
            return Failed("máy chủ của nguồn không ở mạng công cộng", "the source's host is not on the public internet");
        }
        catch (UriFormatException)
        {
            return Failed("nguồn chuyển hướng tới một địa chỉ không hợp lệ", "the source redirects to an address that is none");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException)
        {
            return Failed("không kết nối được với nguồn hoặc câu trả lời bị đứt quãng", "the source could not be reached, or its answer broke off");
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<FetchOutcome> FollowAsync(Uri address, IReadOnlySet<string> hosts, Validators known, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (Refusal(address, hosts) is { } refusal)
            {
                return refusal;
            }

            using var request = Request(address, known);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!IsRedirect(response.StatusCode))
            {
                return await ReadAsync(response, known, cancellationToken);
            }

            if (response.Headers.Location is not { } target)
            {
                return Failed("nguồn chuyển hướng mà không nói tới đâu", "the source redirects without saying where to");
            }

            address = new Uri(address, target);
        }

        return Failed($"nguồn chuyển hướng quá {MostRedirects} lần", $"the source redirects more than {MostRedirects} times");
    }

    private FetchOutcome.Failed? Refusal(Uri address, IReadOnlySet<string> hosts) =>
        address.Scheme != Uri.UriSchemeHttps && !(settings.AllowPrivateSources && address.Scheme == Uri.UriSchemeHttp)
            ? Failed("địa chỉ không dùng https", "the address is not https")
        : address.UserInfo.Length > 0 ? Failed("địa chỉ có tên người dùng hoặc mật khẩu", "the address has a user name or password in it")
        : !hosts.Contains(HostOf(address))
            ? Failed($"máy chủ «{HostOf(address)}» không có trong danh sách nguồn", $"the host '{HostOf(address)}' is not in the list of sources")
        : null;

    internal static string HostOf(Uri address) => string.Create(CultureInfo.InvariantCulture, $"{address.IdnHost}:{address.Port}");

    private static HttpRequestMessage Request(Uri address, Validators known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("DtPipeline", null));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        if (known.ETag is { } tag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        if (known.LastModified is { } modified)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        }

        return request;
    }

    private async Task<FetchOutcome> ReadAsync(HttpResponseMessage response, Validators known, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.NotModified && known.Sha256 is not null)
        {
            return new FetchOutcome.Unchanged();
        }

        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            return new FetchOutcome.Absent();
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
            return Failed($"nguồn trả lời mã {status}", $"the source answered with status {status}") with { NotBefore = NotBefore(response.Headers.RetryAfter) };
        }

        if (response.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml")
        {
            return Failed("nguồn trả lời bằng một trang web, không phải tệp báo cáo", "the source answered with a web page and not with a report");
        }

        var content = await BoundedContent.ReadAsync(response.Content, settings.MostReportBytes, cancellationToken);
        return content.Length == 0 ? Failed("nguồn trả lời một tệp rỗng", "the source answered with an empty file")
            : content.Length > settings.MostReportBytes ? Failed(
                string.Create(CultureInfo.InvariantCulture, $"tệp lớn hơn {settings.MostReportBytes} byte"),
                string.Create(CultureInfo.InvariantCulture, $"the file is larger than {settings.MostReportBytes} bytes"))
            : new FetchOutcome.Fetched(content, response.Headers.ETag?.ToString(), response.Content.Headers.LastModified?.ToString("r", CultureInfo.InvariantCulture));
    }

    private DateTimeOffset? NotBefore(RetryConditionHeaderValue? wish)
    {
        // No source puts itself off for more than a day by a slip of its own.
        var latest = clock.GetUtcNow().AddDays(1);
        var wanted = wish?.Date ?? (wish?.Delta is { } delta ? clock.GetUtcNow() + delta : null);
        return wanted > latest ? latest : wanted;
    }

    private static bool IsRedirect(HttpStatusCode status) => status
        is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private static FetchOutcome.Failed Failed(string vi, string en) => new(new Bilingual(vi, en));
}
