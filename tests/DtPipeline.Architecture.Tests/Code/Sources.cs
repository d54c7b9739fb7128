using DtPipeline.Core.Tests;
using Microsoft.CodeAnalysis;

namespace DtPipeline.Architecture.Tests.Code;

/// <summary>What there is to compile.</summary>
internal static class Sources
{
    /// <summary>What the SDKs write into a file of their own.</summary>
    public const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>Packages and frameworks that the tests run with, without the projects themselves.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(a => !Path.GetFileName(a).StartsWith("DtPipeline.", StringComparison.Ordinal) && Path.GetFileName(a) is not ("dtp.dll" or "ServiceBusTrigger.dll"))
            .Select(a => MetadataReference.CreateFromFile(a)),
    ];

    public static IEnumerable<string> Projects => Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"))
        .Where(f => Directory.EnumerateFiles(f, "*.csproj").Any())
        .Select(f => Path.GetFileName(f))
        .Order(StringComparer.Ordinal);

    /// <param name="folder">In the repository.</param>
    public static IEnumerable<(string Path, string Text)> Under(string folder) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
        .Select(f => (Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'), File.ReadAllText(f)));
}
