using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DtPipeline.Infra.Tests.Compiling;

/// <param name="Content">As Azure would be asked for it; what only Azure can work out is an expression in brackets.</param>
internal sealed partial record DeployedResource(JsonElement Content)
{
    public string Type => Text("type")!;

    public string Id => Text("id")!;

    /// <summary>The last part of it.</summary>
    public string Name => Text("name")!.Split('/')[^1];

    /// <summary>
    /// Of what a role assignment is, below its resource group; the two accounts are <c>data</c> and <c>host</c>. The id of an assignment to an
    /// identity of Azure is an expression that begins with it.
    /// </summary>
    public string Scope => Account().Replace(ScopeInId().Match(Id).Groups["scope"].Value, "$1");

    /// <param name="path">Names with dots between them.</param>
    /// <returns>Null where there is none.</returns>
    public JsonElement? Find(string path) => Find(Content, path);

    public static JsonElement? Find(JsonElement content, string path) => path.Split('.').Aggregate(
        (JsonElement?)content, (at, name) => at is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(name, out var value) ? value : null);

    public string? Text(string path) => Find(path)?.GetString();

    public bool? Truth(string path) => Find(path)?.GetBoolean();

    public int? Number(string path) => Find(path)?.GetInt32();

    public IReadOnlyList<JsonElement> Items(string path) => [.. Find(path)!.Value.EnumerateArray()];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Type} {Name}");

    [GeneratedRegex(@"resourceGroups/[^/]+/providers/(?<scope>[^']+?)(?:'|/providers/Microsoft\.Authorization/)")]
    private static partial Regex ScopeInId();

    [GeneratedRegex(@"^Microsoft\.Storage/storageAccounts/dtp(data|host)\w+")]
    private static partial Regex Account();
}
