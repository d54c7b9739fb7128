using DtPipeline.Access;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Azure.Access;

/// <summary>From the groups and app roles of who is signed in to what they are here. App roles are the words of <see cref="CallerText"/>.</summary>
internal sealed class CallerGroups(PipelineSettings settings)
{
    private readonly IReadOnlyList<(string Organisation, string Group)> localities = settings.LocalityGroups;

    /// <summary>By an app role, whatever groups it is in.</summary>
    public static bool HasRole(ClientPrincipal principal) => Roles(principal).Any(c => c.IsSomebody);

    public Caller CallerOf(ClientPrincipal principal)
    {
        var byRole = Roles(principal).ToList();
        string[] organisations =
        [
            .. byRole.SelectMany(c => c.Organisations).Concat(localities.Where(l => IsIn(principal, l.Group)).Select(l => l.Organisation))
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        return IsIn(principal, settings.SecretariatGroup) || byRole.Exists(c => c.MayAct) ? new Caller(CallerRole.Secretariat, [], principal.Name)
            : organisations.Length > 0 ? new Caller(CallerRole.Reporter, organisations, principal.Name)
            : settings.Viewers == PipelineSettings.EverybodyViews || IsIn(principal, settings.Viewers) || byRole.Exists(c => c.Role == CallerRole.Viewer)
                ? new Caller(CallerRole.Viewer, [], principal.Name)
            : new Caller(CallerRole.None, [], principal.Name);
    }

    private static IEnumerable<Caller> Roles(ClientPrincipal principal) => principal.Roles.Select(r => CallerText.Parse(r, principal.Name)).OfType<Caller>();

    private static bool IsIn(ClientPrincipal principal, string? group) => group is { Length: > 0 } && principal.Groups.Contains(group, StringComparer.OrdinalIgnoreCase);
}
