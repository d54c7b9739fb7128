using System.Reflection;
using DtPipeline.LocalHost.Services;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.LocalHost.Running;

/// <summary>A function of the app, found by its attributes as the Functions host finds it.</summary>
internal sealed record LocalFunction(string Name, MethodInfo Method, ParameterInfo TriggerParameter, Attribute Trigger);

/// <summary>Calls the functions of an assembly: <paramref name="services"/> make their classes, the caller gives what the trigger binds.</summary>
internal sealed class FunctionApp(IServiceProvider services, Assembly assembly)
{
    /// <summary>By name, as that host has them.</summary>
    public IReadOnlyList<LocalFunction> Functions { get; } =
    [
        .. assembly.GetTypes()
            .SelectMany(t => t.GetMethods())
            .Where(m => m.GetCustomAttribute<FunctionAttribute>() is not null)
            .Select(Describe)
            .OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase),
    ];

    public IEnumerable<(LocalFunction Function, T Trigger)> TriggeredBy<T>()
        where T : Attribute =>
        Functions.Where(f => f.Trigger is T).Select(f => (f, (T)f.Trigger));

    /// <param name="bind">The value of a parameter that is neither the trigger's nor a cancellation token.</param>
    public async Task<object?> CallAsync(LocalFunction function, object trigger, CancellationToken cancellationToken, Func<ParameterInfo, object?>? bind = null)
    {
        var target = ActivatorUtilities.CreateInstance(services, function.Method.DeclaringType!);
        var arguments = function.Method.GetParameters().Select(p =>
            p == function.TriggerParameter ? trigger
            : p.ParameterType == typeof(CancellationToken) ? cancellationToken
            : bind?.Invoke(p)).ToArray();
        var task = (Task)function.Method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
        await task;
        return task.GetType().GetProperty(nameof(Task<object>.Result))?.GetValue(task);
    }

    private static LocalFunction Describe(MethodInfo method)
    {
        foreach (var parameter in method.GetParameters())
        {
            if (parameter.GetCustomAttributes().FirstOrDefault(a => a is TimerTriggerAttribute or BlobTriggerAttribute or ServiceBusTriggerAttribute or HttpTriggerAttribute) is { } trigger)
            {
                return new LocalFunction(method.GetCustomAttribute<FunctionAttribute>()!.Name, method, parameter, trigger);
            }
        }

        throw new LocalHostException($"The function {method.Name} has no trigger that this host can run: timer, blob, Service Bus or HTTP.");
    }
}
