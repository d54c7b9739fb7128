using System.Text.Json;

namespace DtPipeline.Azure.Access;

/// <summary>Who is signed in, as App Service says it: base64 of <c>{ "auth_typ", "name_typ", "role_typ", "claims": [{ "typ", "val" }] }</c>.</summary>
/// <see href="https://learn.microsoft.com/azure/app-service/configure-authentication-user-identities"/>
internal sealed record ClientPrincipal(string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Groups, bool HasMoreGroups)
{
    // More groups than a token holds: in their place stands where they could be asked for.
    private static readonly IReadOnlyList<string> OfOverage = ["_claim_names", "hasgroups"];

    // The first that is there. An app that calls has no name but its ids.
    private static readonly IReadOnlyList<string> OfNames =
    [
        "preferred_username", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name", "name", "azp", "appid", "oid", "http://schemas.microsoft.com/identity/claims/objectidentifier",
    ];

    private static readonly IReadOnlyList<string> OfRoles = ["roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"];

    /// <returns>Null where it says of nobody in Entra who it is.</returns>
    public static ClientPrincipal? Parse(string header)
    {
        try
        {
            return JsonSerializer.Deserialize<Written>(Convert.FromBase64String(header)) is { auth_typ: "aad", claims: { } claims } ? Of([.. claims.Where(c => c is { typ: not null, val: not null })]) : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    private static ClientPrincipal? Of(IReadOnlyList<Claim> claims) =>
        OfNames.Select(n => claims.FirstOrDefault(c => c.typ == n)?.val?.Trim()).FirstOrDefault(v => !string.IsNullOrEmpty(v)) is { } name
            ? new ClientPrincipal(name, Values(claims, OfRoles), Values(claims, ["groups"]), claims.Any(c => OfOverage.Contains(c.typ)))
            : null;

    private static List<string> Values(IReadOnlyList<Claim> claims, IReadOnlyList<string> types) => [.. claims.Where(c => types.Contains(c.typ)).Select(c => c.val!)];

    private sealed record Written(string? auth_typ, IReadOnlyList<Claim>? claims);

    private sealed record Claim(string? typ, string? val);
}
