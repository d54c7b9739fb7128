using System.Net;

namespace DtPipeline.Azure.Access;

/// <summary>What of an HTTP request tells who asks and from where; texts are headers as they came, null where there is none.</summary>
/// <param name="Principal"><c>X-MS-CLIENT-PRINCIPAL</c>: the platform sets it where its sign-in is on, and removes what a caller sends; elsewhere anybody can write it.</param>
/// <param name="As">On one machine: the role that was chosen, a word of <see cref="DtPipeline.Access.CallerText"/>.</param>
/// <param name="Host">Without port.</param>
/// <param name="Address">Scheme, host and port by which the app was called.</param>
/// <param name="Forwarded"><c>X-Forwarded-For</c>.</param>
/// <param name="ContentType">Of the body.</param>
public sealed record Asking(
    string Method, string? Principal, string? As, string Host, string Address, IPAddress? From, string? Forwarded, string? FetchSite, string? Origin, string? ContentType);
