using System.Text.Json;
using System.Text.Json.Serialization;
using DtPipeline.Access;
using DtPipeline.Azure.Storage;
using DtPipeline.Texts;

namespace DtPipeline.Azure.Access;

/// <param name="Role"><c>secretariat</c>, <c>reporter</c>, <c>viewer</c>; null for nobody in particular.</param>
/// <param name="Organisation">Code of whom a reporter reports for.</param>
public sealed record RoleChoice(string? Role, string? Organisation);

/// <summary>The answer of <c>api/v1/me</c>.</summary>
/// <param name="CanChoose">On one machine: <c>PUT api/v1/me</c> changes it.</param>
/// <param name="SignIn">Where to sign in, below the app's address; null where nobody can.</param>
internal sealed record ShownCaller(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Role,
    IReadOnlyList<string> Organisations,
    bool CanChoose,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? SignIn);

/// <summary>Says who asks, and takes the choice of whoever may choose.</summary>
public sealed class RoleDesk(SignIn signIn, CatalogueStore catalogues)
{
    public static Bilingual Expected { get; } = new(
        "Nội dung phải là JSON như { \"role\": \"reporter\", \"organisation\": \"P34-01\" }; role là secretariat, reporter, viewer hoặc null.",
        "The body must be JSON like { \"role\": \"reporter\", \"organisation\": \"P34-01\" }; role is secretariat, reporter, viewer or null.");

    public BinaryData Show(Caller caller) => BinaryData.FromString(JsonSerializer.Serialize(
        new ShownCaller(caller.Name, CallerText.NameOf(caller.Role), caller.Organisations, signIn.CanChoose, signIn.IsOn ? SignIn.LoginPath : null), Json.Indented));

    /// <returns>Who the browser is from now on, or what is wrong with the choice.</returns>
    public async Task<(Caller? Chosen, Bilingual? Why)> ChooseAsync(RoleChoice choice, CancellationToken cancellationToken) => choice switch
    {
        { Role: "reporter", Organisation: { } code } => (await catalogues.GetAsync(cancellationToken)).FindOrganisation(code) is null
            ? (null, new Bilingual($"Không có cơ quan '{OneLine.Of(code, Caller.LongestName)}'.", $"There is no organisation '{OneLine.Of(code, Caller.LongestName)}'."))
            : (new Caller(CallerRole.Reporter, [code], null), null),
        { Role: "secretariat" or "viewer" } => (CallerText.Parse(choice.Role, name: null), null),
        { Role: null } => (new Caller(CallerRole.None, [], null), null),
        _ => (null, Expected),
    };
}
