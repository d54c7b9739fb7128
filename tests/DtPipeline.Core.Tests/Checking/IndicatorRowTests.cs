using DtPipeline.Checking;

namespace DtPipeline.Core.Tests.Checking;

/// <summary>Which indicator a row is about, by its code, its name, or what is nearly one of them.</summary>
public sealed class IndicatorRowTests
{
    private const string Name = "Số doanh nghiệp công nghệ số";

    [Theory]
    [InlineData("DE-08: Digital technology enterprises")]
    [InlineData("DE-08 : Digital technology enterprises")]
    [InlineData("DE-08:")]
    public void ACodeMayHaveItsNameBehindIt(string written) => Is("DE-08", [], Sent.Rows($"{written},12").Report);

    [Theory]
    [InlineData(Name, "DE-08")]
    [InlineData("so doanh nghiep cong nghe so", "DE-08")]
    [InlineData("Digital technology enterprises", "DE-08")]
    public void ANameAloneIsToldByWhatItIsKnown(string written, string code) =>
        Is(code, [$"Indicator 'indicator.by_name' {written} → {code}"], Sent.Table("Indicator,value", $"{written},12").Report);

    [Theory]
    [InlineData("1")]
    [InlineData("01")]
    [InlineData("IV")]
    [InlineData("(1.2)")]
    [InlineData("1.2.34")]
    public void ANumberOfTheRowBesideANameIsNoCode(string number) =>
        Is("DE-08", [$"Chỉ tiêu 'indicator.by_name' {Name} → DE-08"], Sent.Table("Mã,Chỉ tiêu,Giá trị", $"{number},{Name},12").Report);

    [Theory]
    [InlineData("1.2.345")]
    [InlineData("A1")]
    public void WhatIsNoNumberOfARowIsACodeThatTheCatalogueLacks(string code) =>
        Is(null, [$"Mã 'indicator.unknown' {code} → DE-08"], Sent.Table("Mã,Chỉ tiêu,Giá trị", $"{code},{Name},12").Report);

    [Theory]
    [InlineData(Name)]
    [InlineData("Doanh nghiệp của tỉnh")]
    [InlineData("")]
    public void ACodeCountsWhereItsNameSaysNothingElse(string name) => Is("DE-08", [], Sent.Table("Mã,Chỉ tiêu,Giá trị", $"DE-08,{name},12").Report);

    [Fact]
    public void ACodeBesideTheNameOfAnotherCostsTheRow() =>
        Is(null, [$"Chỉ tiêu 'indicator.name_conflict' {Name} → DE-08"], Sent.Table("Mã,Chỉ tiêu,Giá trị", $"DS-05,{Name},12").Report);

    [Theory]
    [InlineData("de 8", "DE-08")]
    [InlineData("DE.08", "DE-08")]
    [InlineData("DE8", "DE-08")]
    [InlineData("de08", "DE-08")]
    [InlineData("So doanh nghiep cong nghe", "DE-08")]
    [InlineData("So doanh nghiep cong ng", "GOV-01, DG-05")]
    [InlineData("Số doanh nghiệp công nghệ sộ", null)]
    [InlineData("Số doanh nghiệp công nghệ sốx", "DE-08")]
    [InlineData("So doanh nghiep cong nghe soxx", "DE-08")]
    [InlineData("So doanh nghiep cong nghe soxxx", "DE-08")]
    [InlineData("So doanh nghiep cong nghe soxxxx", "DE-08")]
    [InlineData("So doanh nghiep cong nghe soxxxxx", "GOV-01, DG-05")]
    [InlineData("hoàn toàn khác", "GOV-01, DG-05")]
    public void WhatIsNearlyACodeOrNameIsToldWhichWasMeant(string written, string? expected) =>
        Is(expected is null ? "DE-08" : null, [expected is null ? $"indicator 'indicator.by_name' {written} → DE-08" : $"indicator 'indicator.unknown' {written} → {expected}"], Sent.Rows($"{written},12").Report);

    [Theory]
    [InlineData("Da ban hanh Ke hoach hanh dong hang namx cua Ban Chi dao chuyen doi so", "GOV-04")]
    [InlineData("Da ban hanh ke hoach hanh dong nam nayx cua Ban Chi dao chuyen doi so", "GOV-10")]
    public void OfTwoNamesThatAreNearTheNearerWasMeant(string written, string expected) =>
        Is(null, [$"indicator 'indicator.unknown' {written} → {expected}"], Sent.Rows($"{written},1").Report);

    [Fact]
    public void WithoutACodeANameThatTheCatalogueLacksIsToldAsTheName() =>
        Is(null, ["Chỉ tiêu 'indicator.unknown' hoàn toàn khác → GOV-01, DG-05"], Sent.Table("Mã,Chỉ tiêu,Giá trị", ",hoàn toàn khác,12").Report);

    [Fact]
    public void OfARowThatCannotBeTakenNothingElseIsChecked()
    {
        var report = Sent.Rows("P06-04,abc").Report;

        Is(null, ["indicator 'indicator.national' P06-04 → Ministry of Public Security (MPS)"], report);
        Assert.Empty(report.Named);
    }

    [Fact]
    public void ThousandRowsGetASuggestionAndTheRestAnExample()
    {
        var report = Sent.Rows([.. Enumerable.Repeat("DE.8,1", 1_001)]).Report;

        Assert.Equal(Enumerable.Repeat("DE-08", 1_000).Append("GOV-01, DG-05"), report.Faults.Select(f => f.Expected));
    }

    [Fact]
    public void ANameInAWrongEncodingIsReadAndTold()
    {
        var garbled = System.Text.Encoding.Latin1.GetString(System.Text.Encoding.UTF8.GetBytes("Số thành viên tổ công nghệ số cộng đồng"));

        Is("DS-06", [$"indicator 'text.mojibake' {garbled} → Số thành viên tổ công nghệ số cộng đồng"], Sent.Rows($"\"{garbled}\",12").Report);
    }

    [Fact]
    public void WithoutCodeAndNameTheRowIsToldWithAnExample() =>
        Is(null, ["Mã 'indicator.missing'  → GOV-01"], Sent.Table("Mã,Chỉ tiêu,Giá trị", ",,12").Report);

    [Fact]
    public void WhatAFileNamesIsKnownWhetherOrNotItCouldBeStored() =>
        Assert.Equal(["DE-08", "DG-05"], Sent.Rows("DE-08,12", "DG-05,abc", "DG-99,1", "DE-08,12").Report.Named.Order(StringComparer.Ordinal));

    private static void Is(string? code, string[] told, CheckedReport report)
    {
        Assert.Equal(told, report.Faults.Select(f => $"{f.Place.Column} '{f.Code}' {f.Found} → {f.Expected}"));
        Assert.Equal(code, report.Cells.SingleOrDefault()?.Indicator.Code);
        Assert.Equal(code is null ? 1 : 0, report.Faulty);
    }
}
