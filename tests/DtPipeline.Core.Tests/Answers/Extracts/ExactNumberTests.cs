using System.Globalization;
using DtPipeline.Answers.Extracts;
using DtPipeline.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Answers.Extracts;

public sealed class ExactNumberTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1e-7, "0.0000001")]
    [InlineData(-1.25e-9, "-0.00000000125")]
    [InlineData(1e21, "1000000000000000000000")]
    [InlineData(1.2345678901234568e22, "12345678901234568000000")]
    [InlineData(-38.5, "-38.5")]
    [InlineData(33.333333333333336, "33.333333333333336")]
    public void NumbersAreWrittenWithoutAnExponent(double value, string digits) => Assert.Equal(digits, ExactNumber.Of(value));

    [Theory]
    [InlineData(1.234, "1.2340")]
    [InlineData(0.125, "0.1250")]
    [InlineData(1234.5, "1234.5")]
    [InlineData(1234, "1234")]
    public void NobodyTakesThePointForOneOfThousands(double value, string digits) => Assert.Equal(digits, ExactNumber.BeyondDoubt(value));

    [Fact]
    public void WhatIsWrittenIsReadAsTheVerySameNumber() => Always.Holds(Numbers, value =>
    {
        var doubtless = NumberText.Of(ExactNumber.BeyondDoubt(value));

        Assert.Equal(value, double.Parse(ExactNumber.Of(value), CultureInfo.InvariantCulture));
        Assert.Equal(value, NumberText.Of(ExactNumber.Of(value)).Value(NumberStyle.Point));
        Assert.NotEqual(NumberStyle.Doubtful, doubtless.Style);
        Assert.Equal(value, doubtless.Value(NumberStyle.Comma));
    }, 5_000);

    private static Gen<double> Numbers => Gen.OneOf(
        ArbMap.Default.GeneratorFor<long>().Select(BitConverter.Int64BitsToDouble).Where(double.IsFinite),
        Gen.Choose(int.MinValue, int.MaxValue).Select(n => n / 1000.0));
}
