using DtPipeline.Reading;

namespace DtPipeline.Core.Tests.Reading;

/// <summary>Number and day of official papers, as letterheads and annexes write them.</summary>
public sealed class PaperTextTests
{
    [Theory]
    [InlineData("Số: 123/BC-UBND", "123/BC-UBND")]
    [InlineData("Số 45/BC-STTTT", "45/BC-STTTT")]
    [InlineData("Số: 123 / BC - UBND", "123/BC-UBND")]
    [InlineData("Số:  05/BC-BTTTT-CĐS", "05/BC-BTTTT-CĐS")]
    [InlineData("Số: 344/TB-VPCP", "344/TB-VPCP")]
    [InlineData("Số: 1024/TTr-UBND", "1024/TTr-UBND")]
    [InlineData("Số: 321/UBND-KGVX", "321/UBND-KGVX")]
    [InlineData("Số: 98/QÐ-STTTT", "98/QĐ-STTTT")]
    [InlineData("Số: 17-BC/TU", "17-BC/TU")]
    [InlineData("S ố : 1 2 3 / B C - U B N D", "123/BC-UBND")]
    [InlineData("Số: 123/BC\u00ADUBND", "123/BC-UBND")]
    [InlineData("Số: 123\u2044BC\u2013UBND", "123/BC-UBND")]
    [InlineData("So\u0302\u0301: 123/BC-UBND", "123/BC-UBND")]
    [InlineData("SỐ: 123/BC-UBND", "123/BC-UBND")]
    [InlineData("Sè: 123/BC-UBND", "123/BC-UBND")]
    [InlineData("Soá: 123/BC-UBND", "123/BC-UBND")]
    [InlineData("Số: 123/BC-UBND Hà Nội, ngày 20 tháng 6 năm 2024", "123/BC-UBND")]
    [InlineData("Số báo cáo: 123/BC-UBND", "123/BC-UBND")]
    public void ANumberIsReadAsPapersWriteIt(string line, string number) => Assert.Equal(number, In(line).Number);

    [Theory]
    [InlineData("Số:        /BC-UBND")]
    [InlineData("Số: ....../BC-UBND")]
    [InlineData("Số liệu đến 30/6/2024")]
    [InlineData("Căn cứ Nghị định số 09/2019/NĐ-CP ngày 24 tháng 01 năm 2019")]
    [InlineData("Thực hiện Công văn số 45/BTTTT-CĐS")]
    [InlineData("số 99/2023/QĐ-TTg ngày 01 tháng 02 năm 2023")]
    [InlineData("(Ban hành kèm theo Thông tư số 02/2023/TT-BTTTT ngày 21 tháng 3 năm 2023)")]
    [InlineData("Kết quả chuyển đổi số 6 tháng đầu năm 2024")]
    [InlineData("Số tổ công nghệ số: 12/BC")]
    public void WhatIsOnlyCitedOrWrittenByHandIsNoNumber(string line) => Assert.Null(In(line).Number);

    [Theory]
    [InlineData("Hà Nội, ngày 20 tháng 6 năm 2024")]
    [InlineData("TP. Hồ Chí Minh, ngày 20 tháng 06 năm 2024")]
    [InlineData("Hà Nội ngày 20 tháng 6 năm 2024.")]
    [InlineData("ngày 20 tháng 6 năm 2024")]
    [InlineData("Hà Nội, ngày20tháng6năm2024")]
    [InlineData("Hà Nội, ngày 2 0 tháng 6 năm 2 0 2 4")]
    [InlineData("Cao Bằng, ngày 20/6/2024")]
    [InlineData("Hµ Néi, ngµy 20 th¸ng 6 n¨m 2024")]
    [InlineData("Haø Noäi, ngaøy 20 thaùng 6 naêm 2024")]
    [InlineData("Số: 123/BC-UBND Hà Nội, ngày 20 tháng 6 năm 2024")]
    [InlineData("Ngày ký: 20/06/2024")]
    [InlineData("Ngày báo cáo 2024-06-20")]
    public void ADayOfSigningIsReadAsPapersWriteIt(string line) => Assert.Equal(new DateOnly(2024, 6, 20), In(line).Date);

    [Theory]
    [InlineData("Hà Nội, ngày      tháng 6 năm 2024")]
    [InlineData("Hà Nội, ngày 31 tháng 6 năm 2024")]
    [InlineData("Số liệu tính đến ngày 20 tháng 6 năm 2024")]
    [InlineData("Kỳ báo cáo từ ngày 15/3/2024 đến ngày 14/6/2024")]
    [InlineData("Ngày 15 tháng 3 năm 2024 ban hành kế hoạch chuyển đổi số")]
    public void AnotherDayIsNone(string line) => Assert.Null(In(line).Date);

    [Theory]
    [InlineData("(Kèm theo Báo cáo số 45/BC-STTTT ngày 20/6/2024 của Sở Thông tin và Truyền thông)")]
    [InlineData("(Kèm theo Công văn số: 45/BC-STTTT ngày 20 tháng 6 năm 2024)")]
    [InlineData("PHỤ LỤC kèm theo báo cáo của UBND tỉnh số 45/BC-STTTT ngày 20 tháng 6 năm 2024")]
    public void AnAnnexNamesThePaperThatItBelongsTo(string line) => Assert.Equal(new PaperReference("45/BC-STTTT", new DateOnly(2024, 6, 20)), In(line));

    [Fact]
    public void TheLetterheadIsReadAcrossItsCellsAndUpToTheBody() => Assert.Equal(
        new PaperReference("123/BC-UBND", new DateOnly(2024, 6, 20)),
        PaperText.In([["UỶ BAN NHÂN DÂN\nTỈNH CAO BẰNG"], ["Số:", "123/BC-UBND", "Cao Bằng, ngày 20 tháng 6 năm 2024"], ["Kính gửi: Bộ"], ["Số: 9/X-Y"]]));

    [Theory]
    [InlineData("5/BC-UBND", "05/bc-ubnd", PaperMatch.Number)]
    [InlineData("45/QĐ-STTTT", "45/QD-STTTT", PaperMatch.Number)]
    [InlineData("5/BC-UBND", "15/BC-UBND", PaperMatch.OtherNumber)]
    [InlineData("5/BC-UBND", null, PaperMatch.Date)]
    [InlineData(null, null, PaperMatch.Date)]
    public void PapersOfOneDayAreOneWhereANumberIsMissing(string? one, string? other, PaperMatch match)
    {
        var day = new DateOnly(2024, 6, 20);

        Assert.Equal(match, new PaperReference(one, day).Match(new PaperReference(other, day)));
        Assert.Equal(match == PaperMatch.Date ? PaperMatch.Unknown : match, new PaperReference(one, day).Match(new PaperReference(other, null)));
    }

    private static PaperReference In(string line) => PaperText.In([[line]]);
}
