using DtPipeline.Catalogue;

namespace DtPipeline.Core.Tests.Catalogue;

public sealed class RecipientTests
{
    private const string Header = "code,name,address,organisations,forms,least_severity,told,view\n";

    [Theory]
    [InlineData("A,Tổ thư ký,a@x.vn,@all,,green,first,overseer", true)]
    [InlineData("A,Vụ địa phương,a@x.vn,@provinces,,green,first,overseer", true)]
    [InlineData("A,Vụ bộ ngành,a@x.vn,@ministries,,green,first,overseer", false)]
    [InlineData("A,Hà Nội và Cần Thơ,a@x.vn,P63-01;P63-92,,green,first,overseer", true)]
    [InlineData("A,Cần Thơ,a@x.vn,P63-92,,green,first,overseer", false)]
    [InlineData("A,Biểu quý,a@x.vn,@all,PROV-Q,green,first,overseer", true)]
    [InlineData("A,Biểu tháng,a@x.vn,@all,PROV-M,green,first,overseer", false)]
    [InlineData("A,Nhiệm vụ,a@x.vn,@all,tasks,green,first,overseer", false)]
    [InlineData("A,Đỏ,a@x.vn,@all,,red,first,overseer", false)]
    [InlineData("A,Cấp trên,a@x.vn,@all,,green,next,overseer", false)]
    [InlineData("A,Hà Nội,a@x.vn,P63-01,,green,first,reporter", true)]
    [InlineData("A,Cần Thơ,a@x.vn,P63-92,,green,first,reporter", false)]
    public void IsConcernedByOrganisationFormAndSeverity(string line, bool isConcerned) =>
        Assert.Equal(isConcerned, Read(line).IsConcerned("P63-01", "PROV-Q", null, AlertSeverity.Yellow, 0, TheCatalogue.Default));

    [Theory]
    [InlineData("A,Tổ thư ký,a@x.vn,@all,,green,first,overseer", true)]
    [InlineData("A,Vụ địa phương,a@x.vn,@provinces,,green,first,overseer", true)]
    [InlineData("A,Hà Nội,a@x.vn,P63-01,,green,first,overseer", true)]
    [InlineData("A,Bộ và Hà Nội,a@x.vn,@ministries;P63-01,,green,first,overseer", true)]
    [InlineData("A,Vụ bộ ngành,a@x.vn,@ministries,,green,first,overseer", false)]
    [InlineData("A,Hà Nội,a@x.vn,P63-01,,green,first,reporter", true)]
    [InlineData("A,Bộ Công an,a@x.vn,MPS,,green,first,reporter", false)]
    public void OfAnAlertForAllWhoeverOverseesOneOfTheGroupIsToldAndEveryReporterInIt(string line, bool isConcerned) =>
        Assert.Equal(isConcerned, Read(line).IsConcerned("@provinces", "PROV-Q", null, AlertSeverity.Yellow, 0, TheCatalogue.Default));

    [Fact]
    public void TheNextRecipientIsToldOnceAnAlertIsPassedOn() =>
        Assert.True(Read("A,Cấp trên,a@x.vn,@all,,red,next,overseer").IsConcerned("P63-01", "PROV-Q", null, AlertSeverity.Red, 1, TheCatalogue.Default));

    [Fact]
    public void TasksAreAskedForByTheirWord()
    {
        var recipient = Read("A,Nhiệm vụ,a@x.vn,@all,tasks,green,first,overseer");

        Assert.True(recipient.IsConcerned("P63-01", null, "T24-01", AlertSeverity.Green, 0, TheCatalogue.Default));
        Assert.False(recipient.IsConcerned("P63-01", null, null, AlertSeverity.Yellow, 0, TheCatalogue.Default));
    }

    [Theory]
    [InlineData("A,Tên,nobody,@all,,green,first,overseer", "recipients.csv, line 3: address is no e-mail address")]
    [InlineData("A,Tên,a@x.vn,@all,,green,first,overseer,", "recipients.csv, line 3: 9 fields, expected 8")]
    [InlineData("OK,Tên,a@x.vn,@all,,green,first,overseer", "recipients.csv, line 3: code 'OK' is there twice")]
    [InlineData("A B,Tên,a@x.vn,@all,,green,first,overseer", "recipients.csv, line 3: code is 'A B', expected at most 40 letters of the English alphabet, digits, dashes, dots and underscores, with a letter or digit at both ends")]
    [InlineData("A,Tên,a@x.vn,@towns,,green,first,overseer", "recipients.csv, line 3: organisation '@towns' is neither a group nor in organisations.csv")]
    [InlineData("A,Tên,a@x.vn,@all,PROV-X,green,first,overseer", "recipients.csv, line 3: form 'PROV-X' is not in forms.csv; expected codes of forms, 'tasks', or nothing for all")]
    [InlineData("A,Tên,a@x.vn,@all,,blue,first,overseer", "recipients.csv, line 3: least_severity is 'blue', expected green, yellow, red")]
    [InlineData("A,Tên,a@x.vn,@all,,green,later,overseer", "recipients.csv, line 3: told is 'later', expected first, next")]
    [InlineData("A,Tên,a@x.vn,@all,,green,first,reporter", "recipients.csv, line 3: organisations is '@all', expected one code: a reporter is told of nobody else's affairs")]
    [InlineData("A,Tên,a@x.vn,P63-01;P63-92,,green,first,reporter", "recipients.csv, line 3: organisations is 'P63-01;P63-92', expected one code: a reporter is told of nobody else's affairs")]
    public void AWrongLineIsToldAndCostsOnlyItself(string line, string problem)
    {
        var reading = With($"OK,Tổ thư ký,ok@x.vn,@all,,green,first,overseer\n{line}");

        Assert.Equal(problem, Assert.Single(reading.Problems).ToString());
        Assert.Equal("OK", Assert.Single(reading.Catalogue!.Recipients).Code);
    }

    public static Recipient Read(string line) => Assert.Single(With(line).Catalogue!.Recipients);

    private static CatalogueReading With(string lines) =>
        CatalogueReader.Read(file => file == "recipients.csv" ? Header + lines + "\n" : DefaultCatalogue.TextOf(file));
}
