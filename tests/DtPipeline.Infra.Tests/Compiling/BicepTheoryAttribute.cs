namespace DtPipeline.Infra.Tests.Compiling;

/// <summary>Cases of a test that needs the compiler; see <see cref="BicepExecutable"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BicepTheoryAttribute : TheoryAttribute
{
    public BicepTheoryAttribute() => Skip = BicepExecutable.ReasonToSkip;
}
