using Microsoft.Playwright;

namespace DtPipeline.Pipeline.Tests.Pages;

/// <summary>What nobody sees at once on a page that is open.</summary>
internal static class PageLooks
{
    /// <summary>Every element with text of its own whose contrast with what lies under it is below 4.5 to 1 (WCAG 2.2, level AA).</summary>
    public const string Contrast = """
        () => {
          const parse = c => (c.match(/[\d.]+/g) || []).map(Number);
          const light = c => { const [r, g, b] = c.map(v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c.slice(0, 3); } return [255, 255, 255]; };
          const said = e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
          return [...document.querySelectorAll('body *')].filter(said).map(e => {
            const [a, b] = [light(parse(getComputedStyle(e).color).slice(0, 3)), light(ground(e))];
            return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), e.tagName + '.' + e.className];
          }).filter(([ratio]) => ratio < 4.5).map(([ratio, name]) => name + ' ' + ratio.toFixed(2));
        }
        """;

    /// <summary>Elements that stand out of a page of that width, or whose content does; what scrolls by itself does not.</summary>
    public static Task<string[]> WiderThanAsync(IPage page, int width) => page.EvaluateAsync<string[]>(
        """
        width => {
          const scrolls = e => ['auto', 'scroll'].includes(getComputedStyle(e).overflowX);
          const inScroller = e => { for (e = e.parentElement; e; e = e.parentElement) if (scrolls(e)) return true; return false; };
          return [...document.querySelectorAll('body, body *')]
            .filter(e => !e.closest('thead') || getComputedStyle(e.closest('thead')).position !== 'absolute')
            .filter(e => !inScroller(e) && (e.getBoundingClientRect().right > width + 1 || (!scrolls(e) && e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1)))
            .map(e => e.tagName + '.' + e.className);
        }
        """,
        width);
}
