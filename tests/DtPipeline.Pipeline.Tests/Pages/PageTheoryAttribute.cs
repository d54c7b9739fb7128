namespace DtPipeline.Pipeline.Tests.Pages;

/// <summary>Cases of a test in Chromium; see <see cref="PageFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PageTheoryAttribute : TheoryAttribute
{
    public PageTheoryAttribute() => Skip = PageFactAttribute.IsSkipped ? PageFactAttribute.HowToGetIt : null;
}
