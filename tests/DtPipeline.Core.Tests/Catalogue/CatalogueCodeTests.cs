using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Core.Tests.Catalogue;

/// <summary>One rule for every code of every file: what no table, path, file or header takes is refused where it is written.</summary>
public sealed class CatalogueCodeTests
{
    private const string Rule = "expected at most 40 letters of the English alphabet, digits, dashes, dots and underscores, with a letter or digit at both ends";

    private static readonly (string File, Func<string, string> Line)[] Files =
    [
        ("organisations.csv", code => $"{code},province,Name,Tên,,,,,,"),
        ("indicators.csv", code => $"{code},Name,Tên,count,stock,quarterly,sum,organisation,no,,,,,,"),
        ("forms.csv", code => $"{code},Form,Biểu,quarterly,@provinces,RULE,2023-Q1,"),
        ("regimes.csv", code => $"{code},monthly,15,-1,14,0,25,0,none,2019-03-12,"),
        ("tasks.csv", code => $"{code},Task,Nhiệm vụ,MIN,2023-01-05,,,"),
        ("sources.csv", code => $"{code},N,https://x.vn/a,csv,quarterly,0 7 * * *,,,"),
        ("recipients.csv", code => $"{code},Office,a@x.vn,@all,,red,first,overseer"),
    ];

    private static readonly Dictionary<string, string> Headers = new(StringComparer.Ordinal)
    {
        ["sources.csv"] = "code,organisation,url,format,frequency,schedule,valid_from,valid_to,note\n",
        ["recipients.csv"] = "code,name,address,organisations,forms,least_severity,told,view\n",
    };

    public static TheoryData<string, string> WrongCodes()
    {
        var data = new TheoryData<string, string>();
        foreach (var (file, _) in Files)
        {
            foreach (var code in new[] { "X/1", "X#1", "X\\1", "X?1", "X%1", "T24 06", "~", "X~1", "..", ".X", "X.", "-X", "@X", "ĐB-1", new string('A', 41) })
            {
                data.Add(file, code);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(WrongCodes))]
    public void WhatIsNoCodeIsRefusedByFileAndLine(string file, string code) => IsRefused(file, code, $"code is '{code}', {Rule}");

    [Theory]
    [InlineData("organisations.csv", "catalogue")]
    [InlineData("organisations.csv", "unplaced")]
    [InlineData("forms.csv", "Tasks")]
    public void AWordOfThePipelineIsNoCode(string file, string code) => IsRefused(file, code, $"code is '{code}', a word that the pipeline uses itself; choose another code");

    [Fact]
    public void EveryWordThatStandsInAKeyWhereACodeWouldIsTaken() =>
        Assert.All(new[] { LedgerKey.Catalogue, LedgerKey.Unplaced, LedgerKey.Tasks, Recipient.Tasks }, word => Assert.NotNull(CatalogueCode.ProblemOf(word)));

    [Theory]
    [InlineData("organisations.csv", "n")]
    [InlineData("forms.csv", "form")]
    public void ACodeThatDiffersFromAnotherOnlyInCapitalsIsThatCode(string file, string code) => IsRefused(file, code, $"code '{code}' is there twice");

    [Fact]
    public void ACodeOfFortyLettersDigitsDashesDotsAndUnderscoresIsOne() =>
        Assert.Empty(TheCatalogue.SmallWith("organisations.csv", $"A.b_c-9{new string('X', 33)},province,Name,Tên,,,,,,").Problems);

    private static void IsRefused(string file, string code, string problem)
    {
        var line = Files.Single(f => f.File == file).Line(code);
        var reading = Headers.TryGetValue(file, out var header) ? TheCatalogue.SmallWithFile(file, header + line + "\n")
            : file == "forms.csv" ? TheCatalogue.SmallWith(file, line, "form_indicators.csv", $"{code},SHARE,yes")
            : TheCatalogue.SmallWith(file, line);
        var at = Headers.ContainsKey(file) ? 2 : file == "organisations.csv" ? 7 : file == "indicators.csv" ? 5 : 3;

        Assert.Contains($"{file}, line {at}: {problem}", reading.Problems.Select(p => p.ToString()));
        Assert.Equal(CatalogueReader.IsTakenByLine(file), reading.Catalogue is not null);
    }
}
