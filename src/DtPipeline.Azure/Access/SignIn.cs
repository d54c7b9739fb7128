using DtPipeline.Access;
using DtPipeline.Azure.Storage;
using Microsoft.Extensions.Configuration;

namespace DtPipeline.Azure.Access;

/// <summary>Who asks. A name is believed only from the platform's sign-in; on one machine, where only that machine can ask, whoever asks says what they are.</summary>
public sealed class SignIn(IConfiguration configuration, PipelineSettings settings)
{
    /// <summary>Where somebody signs in, below the address of the app.</summary>
    public const string LoginPath = "/.auth/login/aad";

    // Both are set by the platform alone.
    private const string IsOnSetting = "WEBSITE_AUTH_ENABLED";
    private const string SiteName = "WEBSITE_SITE_NAME";
    private const string SiteHost = "WEBSITE_HOSTNAME";

    private readonly CallerGroups groups = new(settings);

    /// <summary>The platform signs people in.</summary>
    public bool IsOn => string.Equals(configuration[IsOnSetting], "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whoever asks says what they are: on one machine alone.</summary>
    public bool CanChoose => !IsOn && configuration[SiteName] is not { Length: > 0 };

    /// <returns>Who asks, perhaps with no role, or why nobody is answered.</returns>
    public (Caller? Caller, Refusal? Refusal) Of(Asking asking) =>
        CanChoose && !CrossSite.IsFromThisMachine(asking) ? (null, Refusals.NotThisMachine)
        : CrossSite.Is(asking, CanChoose ? [asking.Address] : OwnAddresses) ? (null, Refusals.OtherSite)
        : IsFormPost(asking) ? (null, Refusals.NotJson)
        : CanChoose ? Chosen(asking.As)
        : IsOn && asking.Principal is { Length: > 0 } principal ? SignedIn(principal)
        : (Open(new Caller(CallerRole.None, [], null)), null);

    /// <returns>Why somebody may not do what their role does not allow; signing in helps who has not.</returns>
    public Refusal WhyNot(Caller caller) => caller.Name is null && IsOn ? Refusals.SignedOut(settings.PublicUrl.TrimEnd('/') + LoginPath)
        : caller.Name is null && !CanChoose ? Refusals.NobodySignsIn
        : Refusals.NotAllowed(caller);

    private IReadOnlyList<string> OwnAddresses =>
        [new Uri(settings.PublicUrl).GetLeftPart(UriPartial.Authority), .. configuration[SiteHost] is { Length: > 0 } host ? [$"https://{host}"] : Array.Empty<string>()];

    // A form of another site can send all but JSON without asking first.
    private static bool IsFormPost(Asking asking) => asking is { Method: "POST", ContentType: { Length: > 0 } type }
        && !type.Split(';')[0].Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase);

    private (Caller? Caller, Refusal? Refusal) Chosen(string? word) => CallerText.Parse(word is { Length: > 0 } ? word : "secretariat", name: null) is { } caller
        ? (Open(caller), null)
        : (null, Refusals.UnknownRole(word!));

    private (Caller? Caller, Refusal? Refusal) SignedIn(string header) => ClientPrincipal.Parse(header) is not { } principal ? (null, Refusals.Unreadable)
        : principal.HasMoreGroups && !CallerGroups.HasRole(principal) ? (null, Refusals.TooManyGroups(principal.Name))
        : (Open(groups.CallerOf(principal)), null);

    private Caller Open(Caller caller) => caller with { PublishedIsOpen = settings.Anonymous == PipelineSettings.AnonymousSeesPublished };
}
