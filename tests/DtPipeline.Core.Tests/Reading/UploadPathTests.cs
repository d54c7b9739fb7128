using DtPipeline.Reading;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Reading;

public sealed class UploadPathTests
{
    private static readonly DateOnly Today = new(2025, 9, 22);

    [Theory]
    [InlineData("bao-cao.xlsx", "bao-cao.xlsx")]
    [InlineData("Báo cáo quý III (2).xlsx", "Báo cáo quý III (2).xlsx")]
    [InlineData("Ba\u0301o ca\u0301o Đa\u0306\u0301k.xlsx", "Báo cáo Đắk.xlsx")]
    [InlineData("tăng 5%, KH&ĐT_v1.0.csv", "tăng 5%, KH&ĐT_v1.0.csv")]
    [InlineData("a..b.csv", "a..b.csv")]
    public void AFilesNameIsKeptAndComposed(string name, string kept) => Assert.Equal(($"P34-01/2025-Q3/{kept}", null), Of("P34-01", "2025-Q3", name));

    [Theory]
    [InlineData("", "The file has no name.")]
    [InlineData("  ", "The file has no name.")]
    [InlineData(".", "The file's name '.' begins or ends with a dot or a blank. Remove it.")]
    [InlineData("..", "The file's name '..' begins or ends with a dot or a blank. Remove it.")]
    [InlineData("bao-cao.xlsx.", "The file's name 'bao-cao.xlsx.' begins or ends with a dot or a blank. Remove it.")]
    [InlineData(" bao-cao.xlsx", "The file's name 'bao-cao.xlsx' begins or ends with a dot or a blank. Remove it.")]
    [InlineData("../../P34-02/2025-Q3/a.csv", "'../../P34-02/2025-Q3/a.csv' is no file's name: a name has neither / nor \\.")]
    [InlineData("..\\a.csv", "'..\\a.csv' is no file's name: a name has neither / nor \\.")]
    [InlineData("%2e%2e%2fa.csv", "The file's name '%2e%2e%2fa.csv' has encoded characters such as %2e. Write it with the characters themselves.")]
    [InlineData("a%2Fb.csv", "The file's name 'a%2Fb.csv' has encoded characters such as %2e. Write it with the characters themselves.")]
    [InlineData("bao．cao.csv", "The file's name 'bao．cao.csv' has the character U+FF0E, which cannot be used. Use Latin letters, digits and plain marks.")]
    [InlineData("a／b.csv", "The file's name 'a／b.csv' has the character U+FF0F, which cannot be used. Use Latin letters, digits and plain marks.")]
    [InlineData("a∕b.csv", "The file's name 'a∕b.csv' has the character U+2215, which cannot be used. Use Latin letters, digits and plain marks.")]
    [InlineData("bао-cao.csv", "The file's name 'bао-cao.csv' has the character U+0430, which cannot be used. Use Latin letters, digits and plain marks.")]
    [InlineData("bao\u200bcao.csv", "The file's name 'baocao.csv' has the character U+200B, which cannot be used. Use Latin letters, digits and plain marks.")]
    [InlineData("xslx\u202Evsc.exe", "The file's name 'xslxvsc.exe' has the character U+202E, which cannot be used. Use Latin letters, digits and plain marks.")]
    [InlineData("a\0.csv", "The file's name 'a .csv' has the character U+0000, which cannot be used. Use Latin letters, digits and plain marks.")]
    [InlineData("a:b.csv", "The file's name 'a:b.csv' has the character U+003A, which cannot be used. Use Latin letters, digits and plain marks.")]
    [InlineData("<img src=x>.csv", "The file's name '<img src=x>.csv' has the character U+003C, which cannot be used. Use Latin letters, digits and plain marks.")]
    public void ANameThatCouldBeReadInTwoWaysIsRefusedWithASentence(string name, string sentence) => Assert.Equal((null, sentence), Of("P34-01", "2025-Q3", name));

    [Fact]
    public void HalfOfACharacterIsNoName() => Assert.Equal(
        "The file's name 'a.csv' has the character U+FFFD, which cannot be used. Use Latin letters, digits and plain marks.", Of("P34-01", "2025-Q3", "a\ud800.csv").Why);

    [Fact]
    public void ANameHasABound()
    {
        Assert.Null(Of("P34-01", "2025-Q3", new string('a', UploadPath.LongestFileName)).Why);
        Assert.Equal("The file's name has 151 characters; 150 are the most. Give it a shorter one.", Of("P34-01", "2025-Q3", new string('a', UploadPath.LongestFileName + 1)).Why);
    }

    [Theory]
    [InlineData("p34-01", "2025-Q3", "No organisation has the code 'p34-01'. Use a code of the catalogue, for example P34-01, MOF.")]
    [InlineData("Ｐ34-01", "2025-Q3", "No organisation has the code 'Ｐ34-01'. Use a code of the catalogue, for example P34-01, MOF.")]
    [InlineData("P34-01/..", "2025-Q3", "The path 'P34-01/../2025-Q3/a.csv' has parts that are not allowed. Folder and file names are never '.', '..' and have no control characters.")]
    [InlineData("P34-01", "2025-Q5", "There is no period '2025-Q5'. Write the period like 2024-06, 2024-Q2, 2024-S1, 2024.")]
    [InlineData("P34-01", "2026-Q1", "The period '2026-Q1' has not begun; it begins on 2026-01-01.")]
    [InlineData("P34-01", "2025-Q3/..", "The path 'P34-01/2025-Q3/../a.csv' has parts that are not allowed. Folder and file names are never '.', '..' and have no control characters.")]
    public void TheRestIsJudgedAsAReportsPathIs(string organisation, string period, string sentence) => Assert.Equal((null, sentence), Of(organisation, period, "a.csv"));

    [Theory]
    [InlineData("bao-cao.xlsx", "bao-cao.xlsx", "other.xlsx")]
    [InlineData("bao-cao (2).xlsx", "bao-cao.xlsx", "bao-cao.xlsx")]
    [InlineData("bao-cao (2).xlsx", "bao-cao.xlsx", "BAO-CAO.XLSX")]
    [InlineData("bao-cao (3).xlsx", "bao-cao.xlsx", "bao-cao.xlsx", "bao-cao (2).xlsx")]
    [InlineData("bao-cao (3).xlsx", "bao-cao (2).xlsx", "bao-cao (2).xlsx")]
    [InlineData("bao-cao (2)", "bao-cao", "bao-cao")]
    public void ANameThatIsTakenGetsANumber(string free, string name, params string[] taken) => Assert.Equal(free, UploadPath.FreeName(name, taken));

    [Fact]
    public void WhateverIsAskedForAReportLandsInTheFolderThatWasAskedForOrNowhere()
    {
        var pieces = Gen.Elements("P34-01", "P34-02", "..", ".", "/", "\\", "%2f", "%2e", "．", "／", "a", "báo", " ", ".csv", "\u202e", "2025-Q3", "\0", "(2)");
        var texts = pieces.ListOf().Select(p => string.Concat(p));
        Always.Holds(from name in texts from organisation in texts select (Name: name, Organisation: organisation), asked =>
        {
            var (byName, _) = Of("P34-01", "2025-Q3", asked.Name);
            var (byOrganisation, _) = Of(asked.Organisation, "2025-Q3", "a.csv");
            Assert.True(byName is null || (byName.StartsWith("P34-01/2025-Q3/", StringComparison.Ordinal) && byName.Split('/').Length == 3 && new Uri($"http://a/b/{byName}").AbsolutePath.StartsWith("/b/P34-01/2025-Q3/", StringComparison.Ordinal)));
            Assert.True(byOrganisation is null || byOrganisation == $"{asked.Organisation}/2025-Q3/a.csv");
        });
    }

    private static (string? Path, string? Why) Of(string organisation, string period, string name)
    {
        var (path, why) = UploadPath.Of(organisation, period, name, TheCatalogue.Default, Today);
        return (path, why?.En);
    }
}
