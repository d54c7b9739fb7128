using DtPipeline.Architecture.Tests.Code;

namespace DtPipeline.Architecture.Tests.Rules;

/// <summary>What only some may name, and what nobody names, each breach as a sentence.</summary>
internal static class NamingRules
{
    // The last stands in for a package of the functions worker.
    private static readonly string[] MayNameAzure = ["DtPipeline.Azure", "DtPipeline.Functions", "DtPipeline.LocalHost", "DtPipeline.Cli", "ServiceBusTrigger"];

    public static IEnumerable<string> NamesOfAzure(CodeBase code, string project) => MayNameAzure.Contains(project)
        ? []
        : code.Namings
            .Where(n => n.By.Project == project && n.DeclaredIn is null && n.Type.StartsWith("Azure.", StringComparison.Ordinal))
            .Select(n => $"{n.By.Path}:{n.Line} names {n.Type}; only {string.Join(", ", MayNameAzure)} may");

    public static IEnumerable<string> PublicForNobody(CodeBase code, string project)
    {
        var used = code.Namings.Where(n => n.DeclaredIn is { } file && file.Project != n.By.Project).Select(n => n.Type).ToHashSet();
        var next = new Queue<string>(used);
        var types = code.PublicTypes.ToDictionary(t => t.Name);
        while (next.TryDequeue(out var name))
        {
            foreach (var exposed in types.GetValueOrDefault(name)?.Exposes.Where(used.Add) ?? [])
            {
                next.Enqueue(exposed);
            }
        }

        return code.PublicTypes
            .Where(t => t.File.Project == project && !t.HasTriggers && !used.Contains(t.Name))
            .Select(t => $"{t.File.Path}: {t.Name} is public, and no other project names it: make it internal");
    }

    public static IEnumerable<string> StrayNamespaces(CodeBase code, string project) => code.Namings
        .Where(n => n.DeclaredIn?.Project == project && !NamespaceOf(n.Type).EndsWith(n.DeclaredIn.NamespaceEnd, StringComparison.Ordinal))
        .Select(n => $"{n.DeclaredIn!.Path}: {n.Type} is not in the namespace of its folder, which ends in {n.DeclaredIn.NamespaceEnd}")
        .Distinct();

    private static string NamespaceOf(string type)
    {
        var name = type.Split('<')[0];
        return name[..Math.Max(name.LastIndexOf('.'), 0)];
    }
}
