using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.LocalHost.Running;

/// <summary>Serves the HTTP functions at their own routes, without keys, as the local Functions host does.</summary>
internal static class HttpRoutes
{
    public static void Map(WebApplication web, FunctionApp app)
    {
        foreach (var (function, trigger) in app.TriggeredBy<HttpTriggerAttribute>())
        {
            web.MapMethods($"/{trigger.Route ?? function.Name}", trigger.Methods ?? ["GET", "POST"], async (HttpContext context) =>
            {
                var result = await app.CallAsync(
                    function, context.Request, context.RequestAborted, parameter => context.GetRouteValue(parameter.Name!)?.ToString());
                await ((IActionResult)result!).ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
            });
        }
    }
}
