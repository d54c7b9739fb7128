using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace DtPipeline.Web.Tests.Pages;

/// <summary>
/// axe-core on a page without frames of its own. Its client for Playwright would bring the script in again for each question, and open a page to join what frames answer: both take longer than
/// axe does.
/// </summary>
internal static class Axe
{
    /// <summary>Level AA of WCAG 2.2, and what axe calls good practice.</summary>
    public static readonly object All = new { type = "tag", values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice" } };

    /// <summary>What another theme can change.</summary>
    public static readonly object Colours = new { type = "rule", values = new[] { "color-contrast", "link-in-text-block" } };

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    // A brief in its frame is a paper of its own, without a script that axe could ask.
    private const string Ask = """
        async rules => {
          const { violations } = await axe.run({ exclude: ['iframe'] }, { runOnly: rules, resultTypes: ['violations'] });
          return violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html}`));
        }
        """;

    /// <summary>What axe has against a page: rule and element.</summary>
    public static async Task<string[]> AxeAsync(this IPage page, object rules)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Script);
        }

        return await page.EvaluateAsync<string[]>(Ask, rules);
    }
}
