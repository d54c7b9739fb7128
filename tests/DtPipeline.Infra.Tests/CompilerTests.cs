using System.Text.Json;
using DtPipeline.Infra.Tests.Compiling;

namespace DtPipeline.Infra.Tests;

public sealed class CompilerTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Deployment.Folder, "*.bicep*").Where(IsSource).Select(f => Path.GetFileName(f))];

    [Theory]
    [MemberData(nameof(Files))]
    public void TheCompilerAndItsLinterFindNothing(string file)
    {
        var (_, findings) = BicepCompiler.Instance.Compile(Path.Combine(Deployment.Folder, file));

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void AFileIsFormatted(string file)
    {
        var path = Path.Combine(Deployment.Folder, file);

        Assert.True(File.ReadAllText(path).ReplaceLineEndings("\n") == BicepCompiler.Instance.Format(path), $"'bicep format infra/{file}' would change it.");
    }

    [Fact]
    public void TheTestsSeeEveryTypeThatTheTemplatesDeploy() => Assert.Empty(
        Types(Deployment.Main).Concat(Types(Deployment.Template("events.bicep"))).Except(Deployment.Everything.Select(r => r.Type)));

    /// <summary>A fault in a copy of infra/, and what the compiler says. The type system only warns, so that Azure would be the first to refuse it.</summary>
    [Theory]
    [InlineData(
        "storage.bicep", "isVersioningEnabled: true", "isVersioningEnabled: true, isVersioned: true",
        "Warning BCP037: The property \"isVersioned\" is not allowed on objects of type \"BlobServicePropertiesProperties\".")]
    [InlineData(
        "servicebus.bicep", "minimumTlsVersion: '1.2'", "minimumTlsVersion: 12",
        "Warning BCP036: The property \"minimumTlsVersion\" expected a value of type \"null | string\" but the provided value is of type \"12\".")]
    [InlineData(
        "workbook.bicep", "workbooks@2023-06-01", "workbooks@2023-06-02",
        "Warning BCP081: Resource type \"Microsoft.Insights/workbooks@2023-06-02\" does not have types available.")]
    [InlineData("identity.bicep", "name: name", "name: 'dtpipeline'", "Warning no-unused-params: Parameter \"name\" is declared but never used.")]
    [InlineData(
        "topic.bicep", "@description('Name of the system topic.')", "",
        "Error use-description-params: Parameter \"name\" must have a non-empty description.")]
    [InlineData(
        "main.bicep", "name: functionAppName", "name: identity.outputs.principalId",
        "Error what-if-short-circuiting: Parameter 'name' is used as a resource identifier, API version, or condition")]
    [InlineData(
        "dev.bicepparam", "param monthlyBudget = 30", "",
        "Error BCP258: The following parameters are declared in the Bicep file but are missing an assignment in the params file: \"monthlyBudget\".")]
    [InlineData(
        "dev.bicepparam", "param monthlyBudget = 30", "param monthlyBudget = 30\nparam weeklyBudget = 7",
        "Error BCP259: The parameter \"weeklyBudget\" is assigned in the params file without being declared in the Bicep file.")]
    public void AFaultIsFound(string file, string sound, string faulty, string finding)
    {
        var copy = Directory.CreateTempSubdirectory("dtpipeline-infra-");
        try
        {
            foreach (var source in Directory.GetFiles(Deployment.Folder))
            {
                File.Copy(source, Path.Combine(copy.FullName, Path.GetFileName(source)));
            }

            var path = Path.Combine(copy.FullName, file);
            var text = File.ReadAllText(path);
            Assert.Single(text.Split(sound).Skip(1));
            File.WriteAllText(path, text.Replace(sound, faulty, StringComparison.Ordinal));

            var (place, found) = Assert.Single(BicepCompiler.Instance.Compile(path).Findings).Split("): ", 2) is [var before, var after] ? (before, after) : default;
            Assert.StartsWith($"{file}(", place, StringComparison.Ordinal);
            Assert.StartsWith(finding, found, StringComparison.Ordinal);
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    private static bool IsSource(string file) => Path.GetExtension(file) is ".bicep" or ".bicepparam";

    /// <summary>Of the resources of a template and of its modules, which are templates inside it.</summary>
    private static IEnumerable<string> Types(JsonElement template)
    {
        var resources = template.GetProperty("resources");
        return (resources.ValueKind == JsonValueKind.Array ? resources.EnumerateArray() : resources.EnumerateObject().Select(r => r.Value))
            .Where(r => !r.TryGetProperty("existing", out _))
            .SelectMany(r => DeployedResource.Find(r, "properties.template") is { } module ? Types(module) : [r.GetProperty("type").GetString()!]);
    }
}
