using System.Globalization;
using DtPipeline.Catalogue;

namespace DtPipeline.Core.Tests.Catalogue;

public sealed class TaskOwnersTests
{
    [Theory]
    [InlineData("T24-03", "2024-07-24", 0)]
    [InlineData("T24-03", "2024-07-25", 93)]
    [InlineData("T24-03", "2025-02-28", 93)]
    [InlineData("T24-03", "2025-03-01", 85)]
    [InlineData("T24-03", "2025-06-30", 85)]
    [InlineData("T24-03", "2025-07-01", 56)]
    [InlineData("T23-02", "2025-06-30", 63)]
    [InlineData("T23-02", "2025-07-01", 34)]
    [InlineData("T23-01", "2024-01-01", 30)]
    [InlineData("T23-01", "2025-03-01", 22)]
    [InlineData("T24-01", "2026-01-01", 0)]
    public void OfAGroupAreItsMembersOfTheDay(string task, string day, int owners) =>
        Assert.Equal(owners, TaskOwners.On(TheCatalogue.Task(task), Day(day), TheCatalogue.Default).Count);

    [Theory]
    [InlineData("T24-17", "2024-07-25", "MONRE")]
    [InlineData("T24-17", "2025-02-28", "MONRE")]
    [InlineData("T24-17", "2025-03-01", "MAE")]
    [InlineData("T24-08", "2025-03-01", "MOST")]
    [InlineData("T24-14", "2025-03-01", "MND MOHA MPS")]
    [InlineData("T24-13", "2024-08-01", "MIC MND MPS")]
    public void ThatAreNamedAreFollowedToTheirSuccessors(string task, string day, string owners) =>
        Assert.Equal(owners, string.Join(' ', TaskOwners.On(TheCatalogue.Task(task), Day(day), TheCatalogue.Default).Select(o => o.Code).Order(StringComparer.Ordinal)));

    [Fact]
    public void AProvinceOfTheOldMapIsFollowedToTheNewOne()
    {
        var task = TheCatalogue.Task("T24-08") with { Owners = ["P63-02", "P63-08"] };

        Assert.Equal(["P63-02", "P63-08"], TaskOwners.On(task, Day("2025-06-30"), TheCatalogue.Default).Select(o => o.Code));
        Assert.Equal(["P34-08"], TaskOwners.On(task, Day("2025-07-01"), TheCatalogue.Default).Select(o => o.Code));
    }

    [Theory]
    [InlineData("T24-17", "MAE", "MONRE")]
    [InlineData("T24-03", "P34-08", "P63-02 P63-08")]
    [InlineData("T24-03", "P34-01", "P63-01")]
    [InlineData("T24-03", "MOST", "")]
    [InlineData("T24-08", "MOST", "MIC")]
    [InlineData("T24-03", "MAE", "MARD MONRE")]
    [InlineData("T24-01", "P34-08", "")]
    public void ATaskComesFromThoseDissolvedIntoOneThatDidNotHaveItBeside(string task, string owner, string before) =>
        Assert.Equal(before, string.Join(' ', TaskOwners.Before(TheCatalogue.Task(task), TheCatalogue.Organisation(owner), TheCatalogue.Default).Select(o => o.Code)));

    [Fact]
    public void ADissolvedOwnerHasOwnedItAndOwnsItNoMore()
    {
        var (task, owner, day) = (TheCatalogue.Task("T24-17"), TheCatalogue.Organisation("MONRE"), Day("2025-03-01"));

        Assert.False(TaskOwners.Owns(task, owner, day, TheCatalogue.Default));
        Assert.True(TaskOwners.HasOwned(task, owner, day, TheCatalogue.Default));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
