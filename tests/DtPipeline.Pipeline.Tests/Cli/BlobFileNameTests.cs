using DtPipeline.Azure.Moving;

namespace DtPipeline.Pipeline.Tests.Cli;

public sealed class BlobFileNameTests
{
    [Theory]
    [InlineData("P63-01/2023-Q2/báo cáo.csv", "P63-01/2023-Q2/báo cáo.csv")]
    [InlineData("alerts/report.overdue~1", "alerts/report.overdue~1")]
    [InlineData("ab/cd", "ab/cd%.bin")]
    [InlineData("a.b/c.csv", "a%2Eb/c.csv")]
    [InlineData("../../etc/passwd", "%2E%2E/%2E%2E/etc/passwd%.bin")]
    [InlineData("/x.csv", "%/x.csv")]
    [InlineData("a//b.csv", "a/%/b.csv")]
    [InlineData("..", "%2E%2E%.bin")]
    [InlineData(".hidden.csv", "%2Ehidden.csv")]
    [InlineData("c:\\temp\\x.csv", "c%3A%5Ctemp%5Cx.csv")]
    [InlineData("a\0b\u0085c.csv", "a%00b%85c.csv")]
    [InlineData("nul.csv", "%nul.csv")]
    [InlineData(" a .csv ", "%20a .csv%20")]
    [InlineData("100%.csv", "100%25.csv")]
    [InlineData("\ud83d\ude00.csv", "\ud83d\ude00.csv")]
    public void WhatAFileSystemTakesStaysAndTheRestIsPutInOtherWords(string blob, string path) => Assert.Equal(path, BlobFileName.Of(blob));

    [Fact]
    public void NamesThatAreTooLongAreCutAndStayDifferent()
    {
        var one = BlobFileName.Of(new string('a', 500) + "1.csv");
        var other = BlobFileName.Of(new string('a', 500) + "2.csv");

        Assert.NotEqual(one, other);
        Assert.All([one, other], n => Assert.Matches("^a{60}%[0-9a-f]{16}\\.csv$", n));
    }
}
