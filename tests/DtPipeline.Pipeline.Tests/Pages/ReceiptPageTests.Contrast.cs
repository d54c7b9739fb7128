namespace DtPipeline.Pipeline.Tests.Pages;

public sealed partial class ReceiptPageTests
{
    /// <summary>Every element with text of its own whose contrast with what lies under it is below 4.5 to 1 (WCAG 2.2, level AA).</summary>
    private const string Contrast = """
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
}
