using System.Net;
using System.Text;
using System.Text.Json;
using DtPipeline.Access;
using DtPipeline.Azure.Access;
using DtPipeline.Azure.Storage;
using Microsoft.Extensions.Configuration;

namespace DtPipeline.Pipeline.Tests.Access;

public sealed class SignInTests
{
    private const string Secretariat = "00000000-0000-0000-0000-000000000021";
    private const string Viewers = "00000000-0000-0000-0000-000000000024";
    private const string OfAnGiang = "00000000-0000-0000-0000-000000003401";
    private const string OfHue = "00000000-0000-0000-0000-000000003402";
    private const string Stranger = "00000000-0000-0000-0000-00000000ffff";

    [Theory]
    [InlineData("secretariat", Secretariat)]
    [InlineData("secretariat", Secretariat, OfAnGiang)]
    [InlineData("reporter:P34-01", OfAnGiang, Viewers)]
    [InlineData("reporter:P34-01,P34-02", OfHue, OfAnGiang)]
    [InlineData("viewer", Viewers, Stranger)]
    [InlineData("nobody", Stranger)]
    [InlineData("nobody")]
    public void AGroupOfEntraMakesTheRole(string role, params string[] groups) => Assert.Equal(role, RoleOf(InAzure().Of(SignedIn(groups))));

    [Theory]
    [InlineData("secretariat", "secretariat")]
    [InlineData("viewer", "viewer")]
    [InlineData("reporter:P34-02", "reporter:P34-02", "viewer")]
    [InlineData("nobody", "Secretariat", "admin")]
    public void AnAppRoleMakesTheRoleToo(string role, params string[] appRoles) =>
        Assert.Equal(role, RoleOf(InAzure().Of(Signed(appRoles.Select(r => ("roles", r))))));

    [Fact]
    public void EverybodyWhoSignsInIsAViewerWhereTheSettingSaysSo()
    {
        Assert.Equal("viewer", RoleOf(InAzure(("DtPipeline:Viewers", "everybody")).Of(SignedIn(Stranger))));
        Assert.Equal("nobody", RoleOf(InAzure(("DtPipeline:Viewers", "everybody")).Of(Asked())));
    }

    [Theory]
    [InlineData("_claim_names", """{"groups":"src1"}""")]
    [InlineData("hasgroups", "true")]
    public void MoreGroupsThanATokenHoldsAreRefusedWithWhatTheAdministratorHasToDo(string claim, string value)
    {
        var (caller, refusal) = InAzure(("DtPipeline:Viewers", "everybody")).Of(Signed([(claim, value)]));

        Assert.Null(caller);
        Assert.Equal((403, "groups.overage"), (refusal!.Status, refusal.Code));
        Assert.Equal(
            "lan@example.gov.vn is in more groups than a token holds (200), so that no role is known. The administrator has to assign the groups of this system to the application "
            + "in Entra and to choose 'Groups assigned to the application' in its token configuration (infra/scripts/signin.sh does it).",
            refusal.Why.En);
        Assert.Equal("viewer", RoleOf(InAzure().Of(Signed([(claim, value), ("roles", "viewer")]))));
    }

    [Fact]
    public void WhoIsSignedInHasAName()
    {
        Assert.Equal("lan@example.gov.vn", InAzure().Of(SignedIn(Secretariat)).Caller!.Name);
        Assert.Equal("0000-app", InAzure().Of(Asked(Principal([("roles", "secretariat"), ("azp", "0000-app")]))).Caller!.Name);
        Assert.Equal(401, InAzure().Of(Asked(Principal([("roles", "secretariat")]))).Refusal!.Status);
        Assert.Equal(401, InAzure().Of(Asked(Principal([("roles", "secretariat"), ("name", " ")]))).Refusal!.Status);
    }

    [Theory]
    [InlineData("not base64")]
    [InlineData("bnVsbA==")]
    [InlineData("e30=")]
    public void APrincipalThatCannotBeReadIsNobody(string header) => Assert.Equal("signin.unreadable", InAzure().Of(Asked(header)).Refusal!.Code);

    [Fact]
    public void APrincipalOfAnotherProviderIsNobody() => Assert.Equal(
        "signin.unreadable", InAzure().Of(Asked(Principal([("roles", "secretariat"), ("name", "mallory")], "github"))).Refusal!.Code);

    [Fact]
    public void APrincipalIsForgedWhereSignInIsOffInAzure()
    {
        var signIn = SignInWith(("WEBSITE_SITE_NAME", "app"), ("WEBSITE_AUTH_ENABLED", "False"));
        var (caller, refusal) = signIn.Of(SignedIn(Secretariat) with { As = "secretariat" });

        Assert.Null(refusal);
        Assert.Equal(("nobody", null), (CallerText.Of(caller!), caller!.Name));
        Assert.Equal((403, "signin.off"), (signIn.WhyNot(caller).Status, signIn.WhyNot(caller).Code));
        Assert.False(signIn.CanChoose);
    }

    [Fact]
    public void APrincipalIsForgedOnOneMachine() =>
        Assert.Equal(new Caller(CallerRole.Viewer, [], null), Locally().Of(SignedIn(Secretariat) with { As = "viewer" }).Caller! with { Organisations = [] });

    [Theory]
    [InlineData(null, "secretariat")]
    [InlineData("", "secretariat")]
    [InlineData("viewer", "viewer")]
    [InlineData("nobody", "nobody")]
    [InlineData("reporter:P34-01", "reporter:P34-01")]
    public void OnOneMachineWhoAsksSaysWhatTheyAre(string? chosen, string role) => Assert.Equal(role, RoleOf(Locally().Of(Asked() with { As = chosen })));

    [Fact]
    public void ARoleThatThereIsNotIsAnswered() => Assert.Equal(
        (400, "The role is 'king'; expected one of: secretariat, viewer, reporter:P34-01, nobody."),
        (Locally().Of(Asked() with { As = "king" }).Refusal!.Status, Locally().Of(Asked() with { As = "king" }).Refusal!.Why.En));

    [Fact]
    public void NobodyChoosesARoleInAzure()
    {
        var (caller, _) = InAzure().Of(Asked() with { As = "secretariat" });

        Assert.Equal("nobody", CallerText.Of(caller!));
        Assert.Equal((401, "signin.needed"), (InAzure().WhyNot(caller!).Status, InAzure().WhyNot(caller!).Code));
        Assert.Equal(
            "Sign in at https://bao-cao.example.gov.vn/.auth/login/aad; a program sends a token of Entra (Authorization: Bearer …).", InAzure().WhyNot(caller!).Why.En);
    }

    [Fact]
    public void WhoMayNotIsToldTheirOwnRole() => Assert.Equal(
        "lan@example.gov.vn with the role reporter:P34-01 may not see or do this. Ask the secretariat if you need to.",
        InAzure().WhyNot(InAzure().Of(SignedIn(OfAnGiang)).Caller!).Why.En);

    [Theory]
    [InlineData("nothing", false)]
    [InlineData("published", true)]
    public void WhatAnybodySeesIsASetting(string setting, bool seesPublished) =>
        Assert.Equal(seesPublished, InAzure(("DtPipeline:Anonymous", setting)).Of(Asked()).Caller!.MaySeePublished);

    internal static SignIn InAzure(params (string Name, string? Value)[] settings) => SignInWith(
    [
        ("WEBSITE_SITE_NAME", "app"), ("WEBSITE_AUTH_ENABLED", "True"), ("WEBSITE_HOSTNAME", "app.azurewebsites.net"), ("DtPipeline:PublicUrl", "https://bao-cao.example.gov.vn/"),
        ("DtPipeline:SecretariatGroup", Secretariat), ("DtPipeline:Viewers", Viewers), ("DtPipeline:Localities", $"P34-01={OfAnGiang}; P34-02={OfHue};"), .. settings,
    ]);

    internal static SignIn Locally() => SignInWith();

    internal static Asking Asked(string? principal = null) => new(
        "GET", principal, null, "127.0.0.1", "http://127.0.0.1:7071", IPAddress.Loopback, null, null, null, null);

    private static Asking SignedIn(params string[] groups) => Signed(groups.Select(g => ("groups", g)));

    private static Asking Signed(IEnumerable<(string, string)> claims) => Asked(Principal([("preferred_username", "lan@example.gov.vn"), .. claims]));

    private static string Principal(IEnumerable<(string Type, string Value)> claims, string provider = "aad") => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        JsonSerializer.Serialize(new { auth_typ = provider, claims = claims.Select(c => new { typ = c.Type, val = c.Value }), name_typ = "name", role_typ = "roles" })));

    private static string? RoleOf((Caller? Caller, Refusal? Refusal) asked) => asked.Caller is { } caller ? CallerText.Of(caller) : asked.Refusal!.Code;

    private static SignIn SignInWith(params (string Name, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.GroupBy(s => s.Name).Select(g => KeyValuePair.Create(g.Key, g.Last().Value))).Build();
        return new SignIn(configuration, configuration.GetSection("DtPipeline").Get<PipelineSettings>() ?? new PipelineSettings());
    }
}
