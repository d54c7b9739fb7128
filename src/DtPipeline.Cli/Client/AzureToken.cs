using System.Net.Http.Headers;
using Azure.Core;
using Azure.Identity;
using DtPipeline.Cli.Showing;

namespace DtPipeline.Cli.Client;

/// <summary>Says who asks by the token of <c>az login</c>, or of whatever else vouches for this machine in Azure, for one registration that was named beforehand.</summary>
/// <remarks>The server is never asked which registration that is: one that is not ours could name another and use the token there.</remarks>
internal sealed class AzureToken(string application) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    private readonly TokenCredential credential = new DefaultAzureCredential();

    private readonly TokenRequestContext asked = new([$"{(application.Contains(':', StringComparison.Ordinal) ? application : $"api://{application}")}/.default"]);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (await credential.GetTokenAsync(asked, cancellationToken)).Token);
        }
        catch (AuthenticationFailedException e)
        {
            throw new CommandException(Outcome.NotSignedIn, $"Signing in to Azure failed. {e.Message.ReplaceLineEndings("\n").Split('\n')[0]}", $"Run 'az login --scope {asked.Scopes[0]}'.");
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
