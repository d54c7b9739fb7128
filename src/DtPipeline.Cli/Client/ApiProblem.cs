using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DtPipeline.Azure.Storage;
using DtPipeline.Cli.Showing;

namespace DtPipeline.Cli.Client;

/// <summary>What an answer says that is none (RFC 9457), as an outcome with its sentence.</summary>
internal sealed record ApiProblem(string? Title, string? Detail, string? DetailVi)
{
    private const string Media = "application/problem+json";

    public static async Task<CommandException> OfAsync(HttpResponseMessage response, Language language, CancellationToken cancellationToken)
    {
        var outcome = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => Outcome.NotSignedIn,
            HttpStatusCode.Forbidden => Outcome.Refused,
            HttpStatusCode.NotFound => Outcome.NotFound,
            HttpStatusCode.RequestEntityTooLarge => Outcome.TooLarge,
            >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => Outcome.NotUnderstood,
            _ => Outcome.ServerFailed,
        };
        var address = response.RequestMessage!.RequestUri!;
        var said = await ReadAsync(response, cancellationToken);
        var sentence = language == Language.Vi ? said?.DetailVi ?? said?.Detail : said?.Detail ?? said?.Title;
        return new CommandException(outcome, sentence is not null ? TerminalText.Of(sentence) : $"{address.GetLeftPart(UriPartial.Path)} answered {(int)response.StatusCode} {response.ReasonPhrase}, without a word of why.", outcome.Hint);
    }

    private static async Task<ApiProblem?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return response.Content.Headers.ContentType?.MediaType == Media ? await response.Content.ReadFromJsonAsync<ApiProblem>(Json.Options, cancellationToken) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
