using DtPipeline.Answers.Lists;
using FsCheck;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Answers.Lists;

/// <summary>Lists of any texts, walked page by page as somebody does who knows nothing but <c>next</c>.</summary>
public sealed class PageTests
{
    /// <summary>The longest name that a blob can have.</summary>
    private const int LongestPlace = 1_024;

    private static readonly string[] Letters = ["a", "ă", "ế", "Z", "0", "9", "~", "/", "%", " ", "\u0001", "\uFFFD", "\uFF0E", "😀", "数"];

    private static readonly Gen<string> Places =
        from length in Gen.Choose(0, 8)
        from letters in Gen.ArrayOf(Gen.Elements(Letters), length)
        select string.Concat(letters);

    private static readonly Gen<int> Limits = Gen.Frequency((3, Gen.Choose(1, 5)), (1, Gen.Choose(1, PageRequest.Most)));

    private static readonly Gen<string[]> Lists = Gen.ArrayOf(Places).Select(l => l.Distinct().ToArray());

    [Fact]
    public void PagesTogetherAreTheWholeInOrderOnceForAnyLimit() => Always.Holds(
        Lists.Zip(Limits),
        x =>
        {
            var (all, limit) = x;

            var pages = Walk(_ => all, limit);

            Assert.Equal(all.Order(StringComparer.Ordinal), pages.SelectMany(p => p.Items));
            Assert.All(pages.SkipLast(1), p => Assert.Equal(limit, p.Items.Count));
            Assert.True(all.Length == 0 || pages[^1].Items.Count > 0, "An empty page leads nowhere.");
        });

    [Fact]
    public void WhatStandsThereAllTheWhileIsShownOnceAndInOrderWhateverComesAndGoesBetweenThePages() => Always.Holds(
        from list in Lists
        from changes in Gen.ArrayOf(Lists.Zip(Lists))
        from limit in Limits
        select (list, changes, limit),
        x =>
        {
            List<HashSet<string>> states = [[.. x.list]];
            foreach (var (come, gone) in x.changes)
            {
                states.Add([.. states[^1].Except(gone).Union(come)]);
            }

            var pages = Walk(i => states[Math.Min(i, states.Count - 1)], x.limit);

            var shown = pages.SelectMany(p => p.Items).ToList();
            Assert.Equal(shown.Distinct().Order(StringComparer.Ordinal), shown);
            Assert.Empty(states.Take(pages.Count).Aggregate(states[0].AsEnumerable(), (stayed, state) => stayed.Intersect(state)).Except(shown));
            Assert.All(pages.Index(), p => Assert.Subset(states[Math.Min(p.Index, states.Count - 1)], p.Item.Items.ToHashSet()));
        });

    [Fact]
    public void NextOfALongPlaceCanBeAskedWith() => Assert.Equal(
        ["\uFFFE"], Page.Of([new string('数', LongestPlace), "\uFFFE"], p => p, PageRequest.Parse(PageRequest.Written(new string('数', LongestPlace)), "1").Asked!).Items);

    /// <param name="at">What stands there when a page is asked for, counted from 0.</param>
    private static List<Page<string>> Walk(Func<int, IEnumerable<string>> at, int limit)
    {
        var pages = new List<Page<string>>();
        string? after = null;
        do
        {
            var (asked, why) = PageRequest.Parse(after, $"{limit}");
            Assert.Null(why);
            pages.Add(Page.Of(at(pages.Count), p => p, asked!));
            after = pages[^1].Next;
        }
        while (after is not null);

        return pages;
    }
}
