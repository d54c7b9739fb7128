using System.CommandLine;
using DtPipeline.Cli.Showing;

namespace DtPipeline.Cli.Client;

/// <summary>Which server a command asks, as whom, and in which language it answers people.</summary>
internal sealed class ServerOptions
{
    /// <summary>Where the local host listens by itself.</summary>
    private const string Usual = "http://127.0.0.1:7071";

    private const string ServerVariable = "DTP_SERVER";
    private const string ApplicationVariable = "DTP_APPLICATION";
    private const string LanguageVariable = "DTP_LANG";

    private readonly Option<string?> server = new("--server") { Description = $"Address of the function app. Without it {ServerVariable}, or else {Usual}, the local host.", HelpName = "URL" };

    private readonly Option<string?> asWhom = new("--as") { Description = "On this machine only, who asks: secretariat, viewer, or reporter:P34-01 for an organisation.", HelpName = "ROLE" };

    private readonly Option<string?> application = new("--application")
    {
        Description = $"In Azure: client id of the registration that people sign in to (signInClientId of the deployment). Without it {ApplicationVariable}. The token is that of 'az login'.",
        HelpName = "ID",
    };

    private readonly Option<string?> language = new("--lang") { Description = $"vi or en. Without it {LanguageVariable}, or else en.", HelpName = "vi|en" };

    public ServerOptions() => language.CompletionSources.Add("vi", "en");

    public void AddTo(Command command)
    {
        command.Options.Add(server);
        command.Options.Add(asWhom);
        command.Options.Add(application);
        command.Options.Add(language);
    }

    /// <exception cref="CommandException">An option is not what it can be.</exception>
    public ApiClient Open(ParseResult arguments)
    {
        var address = AddressIn(arguments);
        var isHere = address.IsLoopback;
        if (arguments.GetValue(asWhom) is { } role && !isHere)
        {
            throw new CommandException(Outcome.BadUsage, $"--as {role} counts on this machine only; {address.Host} asks who is signed in with 'az login'.");
        }

        if (address.Scheme == Uri.UriSchemeHttp && !isHere)
        {
            throw new CommandException(Outcome.BadUsage, $"{address} would be asked over http, where others can read along.", $"Write https://{address.Authority}.");
        }

        var token = isHere ? null : new AzureToken(
            arguments.GetValue(application) ?? FromEnvironment(ApplicationVariable) ?? throw new CommandException(
                Outcome.BadUsage, $"It is not said which registration vouches for people at {address.Host}.", $"Give its client id with --application, or set {ApplicationVariable}."));
        return new ApiClient(address, arguments.GetValue(asWhom), token, LanguageIn(arguments));
    }

    /// <exception cref="CommandException">Neither <c>vi</c> nor <c>en</c>.</exception>
    public Language LanguageIn(ParseResult arguments) => (arguments.GetValue(language) ?? FromEnvironment(LanguageVariable) ?? "en") switch
    {
        "vi" => Language.Vi,
        "en" => Language.En,
        var other => throw new CommandException(Outcome.BadUsage, $"--lang is '{other}'; expected vi or en."),
    };

    /// <exception cref="CommandException">No address of a server.</exception>
    public Uri AddressIn(ParseResult arguments)
    {
        var text = arguments.GetValue(server) ?? FromEnvironment(ServerVariable) ?? Usual;
        return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.UserInfo.Length == 0
            ? address
            : throw new CommandException(Outcome.BadUsage, $"--server is '{text}'; expected an address like {Usual} or https://bao-cao.example.gov.vn.");
    }

    private static string? FromEnvironment(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
