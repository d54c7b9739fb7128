using Microsoft.Azure.Functions.Worker;

namespace AzureStandIns.Tests.Worker;

public sealed class RetryAttributeTests
{
    [Fact]
    public void AFixedDelayKeepsItsCountAndPause()
    {
        var retry = new FixedDelayRetryAttribute(5, "00:00:30");

        Assert.Equal(5, retry.MaxRetryCount);
        Assert.Equal("00:00:30", retry.DelayInterval);
    }

    [Fact]
    public void AnExponentialBackoffKeepsItsCountAndPauses()
    {
        var retry = new ExponentialBackoffRetryAttribute(5, "00:00:04", "00:15:00");

        Assert.Equal(5, retry.MaxRetryCount);
        Assert.Equal(("00:00:04", "00:15:00"), (retry.MinimumInterval, retry.MaximumInterval));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-00:00:01")]
    public void APauseIsATimeSpan(string pause)
    {
        var failure = Assert.Throws<ArgumentOutOfRangeException>(() => new FixedDelayRetryAttribute(1, pause));

        Assert.Equal("The pause is a time span such as 00:00:30. (Parameter 'delayInterval')", failure.Message);
    }

    [Fact]
    public void TheShortestPauseIsNotTheLongest()
    {
        var failure = Assert.Throws<ArgumentException>(() => new ExponentialBackoffRetryAttribute(1, "00:01:00", "00:00:01"));

        Assert.Equal("The shortest pause is longer than the longest. (Parameter 'minimumInterval')", failure.Message);
    }
}
