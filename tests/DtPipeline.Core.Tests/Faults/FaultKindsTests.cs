using DtPipeline.Faults;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Faults;

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
    public void EveryKindIsExplainedInBothLanguages(string code)
    {
        var kind = Kind(code);

        Assert.All([kind.Meaning, kind.Remedy], said =>
        {
            Assert.NotNull(said);
            Assert.NotEqual(said.Vi, said.En);
            Assert.All([said.Vi, said.En], s => Assert.EndsWith(".", s, StringComparison.Ordinal));
        });
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryKindHasAnExampleOfWhatItSays(string code)
    {
        var example = Kind(code).Example;

        Assert.NotNull(example);
        Assert.Equal((code, Kind(code).Severity), (example.Fault.Code, example.Fault.Severity));
        Assert.All([example.Fault.Message.Vi, example.Fault.Message.En], s =>
        {
            Assert.DoesNotContain("«»", s, StringComparison.Ordinal);
            Assert.DoesNotContain("''", s, StringComparison.Ordinal);
            Assert.DoesNotContain("  ", s, StringComparison.Ordinal);
            Assert.DoesNotMatch(@" [.,;:](\s|$)|\(\)", s);
        });
    }

    [Fact]
    public void AnExampleSaysTheFrequencyInEachLanguage()
    {
        var message = FaultKinds.IndicatorFrequency.Example!.Fault.Message;

        Assert.Equal("Chỉ tiêu «GOV-04» không thuộc kỳ báo cáo này; chỉ tiêu này báo cáo theo năm.", message.Vi);
        Assert.Equal("The indicator 'GOV-04' does not belong to this period; its frequency is annual.", message.En);
    }

    [Fact]
    public void AKindIsFoundByItsCode()
    {
        Assert.Same(FaultKinds.ValueNotNumber, FaultKinds.Find("value.not_number"));
        Assert.Null(FaultKinds.Find("value.never_was"));
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
