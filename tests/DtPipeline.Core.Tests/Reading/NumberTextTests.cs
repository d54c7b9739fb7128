using System.Globalization;
using DtPipeline.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Reading;

public sealed class NumberTextTests
{
    private static readonly string[] Spaces = ["", " ", "\u00A0", "\u202F"];

    /// <summary>A number in hundredths, and whether it is written with thousands groups.</summary>
    private static readonly Gen<(int Hundredths, bool Grouped, string Space)> Written =
        from hundredths in Gen.Choose(-2_000_000_000, 2_000_000_000)
        from grouped in Gen.Elements(true, false)
        from space in Gen.Elements(Spaces)
        select (hundredths, grouped, space);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("12", 12)]
    [InlineData("+12", 12)]
    [InlineData("-12", -12)]
    [InlineData("1234567", 1234567)]
    [InlineData("1 234 567", 1234567)]
    [InlineData("1\u00A0234", 1234)]
    [InlineData("1\u202F234", 1234)]
    [InlineData("1\u2009234", 1234)]
    [InlineData(" 12\t", 12)]
    [InlineData("87%", 87)]
    [InlineData("87 %", 87)]
    [InlineData("007", 7)]
    [InlineData("１２", 12)]
    [InlineData("\u221212", -12)]
    [InlineData("(5)", -5)]
    [InlineData("(5 %)", -5)]
    public void WithoutSeparatorsIsPlain(string text, double value) => Reads(text, "Plain", value, value);

    [Theory]
    [InlineData("13,75", 13.75)]
    [InlineData("-13,75", -13.75)]
    [InlineData("13,7", 13.7)]
    [InlineData("0,125", 0.125)]
    [InlineData("1234,567", 1234.567)]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("1.234,567", 1234.567)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("12.345.678,9", 12345678.9)]
    [InlineData("1 234,5", 1234.5)]
    [InlineData("1\u00A0234,5 %", 1234.5)]
    [InlineData("99,5%", 99.5)]
    public void WithADecimalCommaIsVietnamese(string text, double value) => Reads(text, "Comma", value, value);

    [Theory]
    [InlineData("13.75", 13.75)]
    [InlineData("+13.75", 13.75)]
    [InlineData("0.125", 0.125)]
    [InlineData("-0.125", -0.125)]
    [InlineData("1234.567", 1234.567)]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("1,234.567", 1234.567)]
    [InlineData("1,234,567", 1234567)]
    [InlineData("12,345,678.9", 12345678.9)]
    [InlineData("87.25 %", 87.25)]
    public void WithADecimalPointIsEnglish(string text, double value) => Reads(text, "Point", value, value);

    [Theory]
    [InlineData("1.234", 1234, 1.234)]
    [InlineData("-1.234", -1234, -1.234)]
    [InlineData("12.345", 12345, 12.345)]
    [InlineData("123.456 %", 123456, 123.456)]
    [InlineData("1,234", 1.234, 1234)]
    [InlineData("999,999", 999.999, 999999)]
    public void WithOneSeparatorBeforeThreeDigitsIsDoubtful(string text, double withComma, double withPoint) =>
        Reads(text, "Doubtful", withComma, withPoint);

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("abc")]
    [InlineData("12a")]
    [InlineData("1e5")]
    [InlineData("0x1F")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("--1")]
    [InlineData("1-2")]
    [InlineData("5%%")]
    [InlineData(".5")]
    [InlineData("5,")]
    [InlineData("1..2")]
    [InlineData("1.2.3")]
    [InlineData("1,2,3")]
    [InlineData("1.2345,6")]
    [InlineData("12,34.5")]
    [InlineData("1.234,567,8")]
    [InlineData("1234.567,8")]
    [InlineData("5 người")]
    [InlineData("12 34")]
    [InlineData("1 2345")]
    [InlineData("1234 567")]
    [InlineData("(-5)")]
    [InlineData("()")]
    [InlineData("١٢")]
    public void AnythingElseIsNoNumber(string text) => Assert.Equal("NotNumber", NumberText.Of(text).Style.ToString());

    [Fact]
    public void WhatIsWrittenInAStatedStyleIsReadBackExactly() => Always.Holds(Written, w =>
    {
        foreach (var style in new[] { NumberStyle.Comma, NumberStyle.Point })
        {
            var number = NumberText.Of(Write(w.Hundredths, w.Grouped, w.Space, style));

            Assert.Equal(style, number.Style);
            Assert.Equal(w.Hundredths / 100m, (decimal)number.Value(NumberStyle.Doubtful));
            Assert.Equal(number.Value(NumberStyle.Comma), number.Value(NumberStyle.Point));
        }
    });

    [Fact]
    public void ADoubtfulNumberIsReadBackExactlyInTheStyleItWasWrittenIn() => Always.Holds(Gen.Choose(1_000, 999_999), thousandths =>
    {
        var decimals = string.Create(CultureInfo.InvariantCulture, $"{thousandths / 1000}.{thousandths % 1000:000}");

        Assert.Equal(thousandths / 1000m, (decimal)NumberText.Of(decimals).Value(NumberStyle.Point));
        Assert.Equal(thousandths, NumberText.Of(decimals).Value(NumberStyle.Comma));
        Assert.Equal(thousandths / 1000m, (decimal)NumberText.Of(decimals.Replace('.', ',')).Value(NumberStyle.Comma));
        Assert.Equal(thousandths, NumberText.Of(decimals.Replace('.', ',')).Value(NumberStyle.Point));
    });

    private static string Write(int hundredths, bool grouped, string space, NumberStyle style)
    {
        var english = (hundredths / 100m).ToString(grouped ? "#,##0.00" : "0.00", CultureInfo.InvariantCulture);
        var styled = style == NumberStyle.Point ? english : english.Replace(',', ';').Replace('.', ',').Replace(';', '.');
        return $"{space}{styled}{space}";
    }

    private static void Reads(string text, string style, double withComma, double withPoint)
    {
        var number = NumberText.Of(text);

        Assert.Equal(style, number.Style.ToString());
        Assert.Equal((withComma, withPoint), (number.Value(NumberStyle.Comma), number.Value(NumberStyle.Point)));
    }
}
