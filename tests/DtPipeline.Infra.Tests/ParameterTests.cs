using DtPipeline.Infra.Tests.Bicep;

namespace DtPipeline.Infra.Tests;

public sealed class ParameterTests
{
    private static readonly string[] FileNames = [.. Directory.GetFiles(Deployment.Folder, "*.bicepparam").Select(f => Path.GetFileName(f))];

    public static TheoryData<string> ParameterFiles => [.. FileNames];

    [Fact]
    public void EveryParameterIsDescribed() => Assert.Empty(
        Deployment.Files.SelectMany(f => f.Parameters.Where(p => !p.IsDescribed).Select(p => $"{f.Name}: {p.Name}")));

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public void AParameterFileNamesOnlyParametersThatThereAre(string file) => Assert.Empty(Given(file).Except(Known.Select(p => p.Name)));

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public void AParameterFileGivesWhatHasNoDefault(string file) => Assert.Empty(Known.Where(p => p.Default is null).Select(p => p.Name).Except(Given(file)));

    [Fact]
    public void ThereAreFilesForDevelopmentForProductionAndForAzd() => Assert.Equal(
        ["dev.bicepparam", "main.bicepparam", "prod.bicepparam"], FileNames.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("dev.bicepparam", false)]
    [InlineData("prod.bicepparam", true)]
    public void ProductionIsClosedToTheWorld(string file, bool isClosed) => Assert.Equal(
        isClosed, BicepFile.Read(Path.Combine(Deployment.Folder, file)).Parameters.Any(p => p is { Name: "privateNetwork", Default: BicepTruth { Value: true } }));

    private static IReadOnlyList<BicepParameter> Known => Deployment.File("main.bicep").Parameters;

    private static IEnumerable<string> Given(string file) => BicepFile.Read(Path.Combine(Deployment.Folder, file)).Parameters.Select(p => p.Name);
}
