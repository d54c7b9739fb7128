using System.Text.RegularExpressions;

namespace DtPipeline.Infra.Tests.Bicep;

internal sealed partial record BicepFile(
    string Name,
    string Source,
    IReadOnlyList<BicepParameter> Parameters,
    IReadOnlyDictionary<string, BicepValue> Variables,
    IReadOnlyList<BicepResource> Resources,
    IReadOnlyList<string> Outputs)
{
    public static BicepFile Read(string path)
    {
        try
        {
            return new BicepParser(File.ReadAllText(path)).Parse(Path.GetFileName(path));
        }
        catch (FormatException e)
        {
            throw new FormatException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>A literal, or a variable that holds one.</summary>
    public BicepValue Resolve(BicepValue value) =>
        value is BicepExpression { Text: var text } ? Follow(text) ?? value : value;

    public IReadOnlyList<string> Texts(string variable) =>
        [.. ((BicepList)Variables[variable]).Items.Cast<BicepText>().Select(t => t.Value)];

    /// <summary>What the resources of a type are called, one name for every round of a loop.</summary>
    public IEnumerable<string> NamesOf(BicepResource resource) =>
        resource.Content is BicepLoop loop && resource.Expression("name") == loop.Variable ? Texts(loop.Over)
        : Resolve(resource.Find("name")!) is BicepText text ? [text.Value]
        : [];

    /// <summary>The id of a built-in role, or the expression that names another.</summary>
    public string RoleOf(BicepResource assignment)
    {
        var role = Resolve(assignment.Find("properties.roleDefinitionId")!);
        var text = role is BicepExpression expression ? expression.Text : string.Empty;
        return Id().Match(text) is { Success: true } id ? id.Value : text;
    }

    private BicepValue? Follow(string path)
    {
        var names = path.Split('.');
        return names.Skip(1).Aggregate(
            Variables.GetValueOrDefault(names[0]), (value, name) => value is BicepMap map ? map.Properties.GetValueOrDefault(name) : null);
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
