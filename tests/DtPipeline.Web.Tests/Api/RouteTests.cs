using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.Web.Tests.Api;

/// <summary>
/// Which function is called, as the Functions host decides it: a collection of routes with the functions in the order of their names, ignoring case, of which the first that fits is taken
/// (its FunctionMetadataManager, WebScriptHostHttpRoutesManager and WebJobsRouteBuilder). Nothing goes by how well a route fits.
/// </summary>
public sealed partial class RouteTests
{
    private static readonly IServiceProvider Services = new ServiceCollection().AddLogging().AddRouting().BuildServiceProvider();

    private static readonly IReadOnlyList<(string Name, HttpTriggerAttribute Trigger)> Functions =
    [
        .. from method in typeof(Functions.Reports).Assembly.GetTypes().SelectMany(t => t.GetMethods())
           from parameter in method.GetParameters()
           let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
           where trigger is not null
           orderby method.GetCustomAttribute<FunctionAttribute>()!.Name.ToUpperInvariant()
           select (method.GetCustomAttribute<FunctionAttribute>()!.Name, trigger),
    ];

    public static TheoryData<string, string, string> Addresses =>
    [
        .. Functions.SelectMany(f => f.Trigger.Methods!.Select(m => (m, AnyParameter().Replace($"/{f.Trigger.Route}", p => Example(p.Groups["name"].Value)), f.Name))),
        ("get", "/today", "ShowTab"),
        ("get", "/today.csv", "ShowViewAsText"),
        ("get", "/files/P34-01/2025-Q3/b%C3%A1o%20c%C3%A1o.xlsx", "ShowPart"),
        ("get", "/files/receipt.csv", "ShowPartAsText"),
        ("get", "/indicators/DG-01/P34-01", "ShowPart"),
        ("get", "/indicators/DG-01/P34-01.csv", "ShowObservationsAsText"),
        ("get", "/help", "ShowHelp"),
        ("get", "/help/vi/faults", "ShowHelp"),
        ("get", "/assets/index-1a2b3c.js", "ShowAsset"),
        ("get", "/api/v1/ready", "ShowReadiness"),
        ("get", "/api/v1/openapi.json", "ShowDescription"),
        ("get", "/api/v1/nothing", "UpdateAddress"),
        ("get", "/api/v1/periods/2025-Q3/nothing", "UpdateAddress"),
        ("post", "/api/alerts/P34-01/key", "UpdateAddress"),
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task AnAddressCallsItsFunction(string method, string address, string function) => Assert.Equal(function, await CalledAsync(method, address));

    [Theory]
    [InlineData("get", "/nothing")]
    [InlineData("get", "/wp-login.php")]
    [InlineData("put", "/api/v1/alerts")]
    public async Task WhatIsNoAddressCallsNone(string method, string address) => Assert.Null(await CalledAsync(method, address));

    private static async Task<string?> CalledAsync(string method, string address)
    {
        var called = default(string);
        var routes = new RouteCollection();
        foreach (var (name, trigger) in Functions)
        {
            routes.Add(new Route(
                new RouteHandler(_ =>
                {
                    called = name;
                    return Task.CompletedTask;
                }),
                name,
                trigger.Route,
                [],
                new Dictionary<string, object> { ["httpMethod"] = new HttpMethodRouteConstraint(trigger.Methods!) },
                [],
                Services.GetRequiredService<IInlineConstraintResolver>()));
        }

        var http = new DefaultHttpContext { RequestServices = Services, Request = { Method = method.ToUpperInvariant(), Path = PathString.FromUriComponent(address) } };
        var context = new RouteContext(http);
        await routes.RouteAsync(context);
        await (context.Handler?.Invoke(http) ?? Task.CompletedTask);
        return called;
    }

    private static string Example(string parameter) => parameter switch
    {
        "nothing" => string.Empty,
        "view" => "compliance",
        _ => "x",
    };

    [GeneratedRegex(@"\{\*?(?<name>\w+)(?:[^{}]|\{\{|\}\})*\}")]
    private static partial Regex AnyParameter();
}
