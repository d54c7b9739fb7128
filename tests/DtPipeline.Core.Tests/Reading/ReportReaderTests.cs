using System.Text;
using DtPipeline.Reading;

namespace DtPipeline.Core.Tests.Reading;

public sealed class ReportReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\r\n\t \n")]
    [InlineData("\uFEFF")]
    [InlineData("\uFEFF\n")]
    [InlineData(",,\n,,\n")]
    public void AFileWithoutAnythingIsEmpty(string text)
    {
        var table = Read(text);

        Assert.Empty(table.Rows);
        Expect.OneFault(
            table.Faults, "file.empty", null, null,
            "Tệp rỗng. Hãy gửi lại tệp có dữ liệu.",
            "The file is empty. Send it again with its data.");
    }

    [Theory]
    [InlineData("indicator,value\nDG-05,12\n")]
    [InlineData("indicator,value\nDG-05,12")]
    [InlineData("\uFEFFindicator,value\nDG-05,12\n")]
    [InlineData("indicator,value\r\nDG-05,12\r\n")]
    [InlineData("indicator,value\rDG-05,12\r")]
    [InlineData("VALUE, Indicator \n 12 , DG-05 \n")]
    [InlineData("\"indicator\",\"value\"\n\"DG-05\",\"12\"\n")]
    [InlineData("indicator,value\nDG-05,12\n\u001A")]
    public void TheSameReportIsReadHoweverItsTextIsWritten(string text)
    {
        var row = Read(text).Rows[0];

        Assert.Equal(("DG-05", "12", 2), (row.Text(ReportColumn.Indicator), row.Text(ReportColumn.Value), row.Number));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0x00, 0x69, 0x00 })]
    [InlineData(new byte[] { 0x69, 0x2C, 0x76, 0x0A, 0x00 })]
    [InlineData(new byte[] { 0x69, 0x2C, 0x76, 0x1B })]
    public void WhatIsNoTextIsNotCsv(byte[] content)
    {
        var table = ReadTable.Of(content);

        Expect.OneFault(
            table.Faults, "file.binary", null, null,
            "Tệp là binary data, không đọc được số liệu. Hãy gửi tệp dạng XLSX, XLS, ODS, CSV, DOCX, HTML, JSON, ZIP.",
            "The file is binary data, from which no figures can be read. Send it as XLSX, XLS, ODS, CSV, DOCX, HTML, JSON, ZIP.");
    }

    [Fact]
    public void AnotherEncodingIsToldByTheLineOfItsFirstWrongByte()
    {
        byte[] content = [.. "indicator,value,note\nDG-05,12,\nDG-06,13,Hà "u8, 0xF4, .. "i\n"u8];

        var table = ReadTable.Of(content);

        Assert.Empty(table.Rows);
        Expect.OneFault(
            table.Faults, "file.encoding", null, null,
            "Tệp không ở bảng mã UTF-8 (byte sai đầu tiên ở dòng 3). Hãy lưu lại dưới dạng CSV UTF-8.",
            "The file is not in UTF-8 (the first wrong byte is on line 3). Save it again as CSV UTF-8.");
    }

    [Theory]
    [InlineData(new byte[] { 0xE1, 0xBB })]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    public void HalvesOverlongFormsAndSurrogatesAreNoUtf8(byte[] content) =>
        Assert.Equal("file.encoding", Assert.Single(ReadTable.Of(content).Faults).Code);

    [Fact]
    public void AnOldEncodingIsReadAndToldToTheSender()
    {
        byte[] content = [.. "indicator,value,note\nGOV-01,c"u8, 0xE3, .. ",t"u8, 0xD8, .. "nh V"u8, 0xDC, .. "nh Long kh"u8, 0xAB, .. "ng c"u8, 0xE3, .. "\n"u8];

        var table = ReadTable.Of(content);

        Assert.Equal(("có", "tỉnh Vĩnh Long không có"), (table.Rows[0].Text(ReportColumn.Value), table.Rows[0].Text(ReportColumn.Note)));
        Expect.OneFault(
            table.Faults, "file.text_encoding", null, null,
            "Tệp dùng bảng mã TCVN3 (ABC); nội dung đã được đọc và chuyển sang Unicode.",
            "The file is in the encoding TCVN3 (ABC); it was read and converted to Unicode.");
    }

    [Fact]
    public void LettersWithSeparateMarksBecomeWholeOnes()
    {
        var table = Read("indicator,value\nGOV-01,có\n".Normalize(NormalizationForm.FormD));

        Assert.Equal("có", table.Rows[0].Text(ReportColumn.Value));
    }

    [Theory]
    [InlineData("\uFFFE")]
    [InlineData("\uFFFF")]
    [InlineData("\uFDD0")]
    [InlineData("\uD83D\uDE00")]
    [InlineData("\u0085\u2028\u200B")]
    public void NoCharacterThatUtf8CanHoldThrows(string odd)
    {
        var table = Read($"indicator,value,note\nDG-05,12,{odd}\n");

        Assert.NotEmpty(table.Rows);
    }

    private static ReadTable Read(string text) => ReadTable.Of(Encoding.UTF8.GetBytes(text));
}
