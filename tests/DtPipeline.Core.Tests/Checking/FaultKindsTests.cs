using DtPipeline.Checking;

namespace DtPipeline.Core.Tests.Checking;

public sealed class FaultKindsTests
{
    public static TheoryData<string> Codes => [.. FaultKinds.All.Select(k => k.Code)];

    [Fact]
    public void EveryKindHasACodeOfItsOwn()
    {
        var codes = FaultKinds.All.Select(k => k.Code).ToList();

        Assert.NotEmpty(codes);
        Assert.Equal(codes.Count, codes.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(codes, c => Assert.Matches("^[a-z]+(\\.[a-z_]+)$", c));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryKindHasASentenceInBothLanguages(string code)
    {
        var message = Kind(code).At(Place.WholeFile, "FOUND", "EXPECTED").Message;

        Assert.NotEqual(message.Vi, message.En);
        Assert.All([message.Vi, message.En], s => Assert.EndsWith(".", s, StringComparison.Ordinal));
        Assert.All([message.Vi, message.En], s => Assert.DoesNotContain("{", s, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void BothLanguagesSayTheSameOfWhatWasFoundAndExpected(string code)
    {
        var message = Kind(code).At(Place.WholeFile, "FOUND", "EXPECTED").Message;

        foreach (var said in new[] { "FOUND", "EXPECTED" })
        {
            Assert.Equal(message.Vi.Contains(said, StringComparison.Ordinal), message.En.Contains(said, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void AFaultHasItsKindsCodeAndSeverityAndKeepsWhatWasFound()
    {
        var fault = FaultKinds.ValueNotNumber.At(new Place("Biểu 1", 7, "value"), "abc", "a number");

        Assert.Equal(
            new Fault(
                new Place("Biểu 1", 7, "value"), "value.not_number", Severity.Error, "abc", "a number",
                new Bilingual("«abc» không phải là số.", "'abc' is not a number.")),
            fault);
    }

    [Fact]
    public void BracesInACellAreOnlyText()
    {
        var fault = FaultKinds.ValueNotNumber.At(Place.WholeFile, "{1} {2} {", "a number");

        Assert.Equal("'{1} {2} {' is not a number.", fault.Message.En);
    }

    [Fact]
    public void ALongCellIsCutInTheFaultAndItsSentence()
    {
        var fault = FaultKinds.ValueNotNumber.At(Place.WholeFile, new string('a', 201));

        Assert.Equal($"{new string('a', 200)}…", fault.Found);
        Assert.Equal($"'{new string('a', 200)}…' is not a number.", fault.Message.En);
    }

    [Fact]
    public void ACellOfTwoHundredCharactersIsNotCut() =>
        Assert.Equal(new string('a', 200), FaultKinds.ValueNotNumber.At(Place.WholeFile, new string('a', 200)).Found);

    private static FaultKind Kind(string code) => FaultKinds.All.Single(k => k.Code == code);
}
