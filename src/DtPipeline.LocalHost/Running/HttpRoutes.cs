using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.LocalHost.Running;

/// <summary>
/// Serves the HTTP functions at their own routes, without keys, as the local Functions host does: it asks them in the order of their names, and the first whose route fits is called,
/// however much better another one would fit.
/// </summary>
internal static class HttpRoutes
{
    public static void Map(WebApplication web, FunctionApp app)
    {
        foreach (var (order, (function, trigger)) in app.TriggeredBy<HttpTriggerAttribute>().Index())
        {
            web.MapMethods($"/{trigger.Route ?? function.Name}", trigger.Methods ?? ["GET", "POST"], async (HttpContext context) =>
            {
                var result = await app.CallAsync(
                    function, context.Request, context.RequestAborted, parameter => context.GetRouteValue(parameter.Name!)?.ToString());
                await ((IActionResult)result!).ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
            }).WithOrder(order);
        }
    }
}
