namespace DtPipeline.Infra.Tests.Compiling;

/// <summary>A test that needs the compiler; see <see cref="BicepExecutable"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BicepFactAttribute : FactAttribute
{
    public BicepFactAttribute() => Skip = BicepExecutable.ReasonToSkip;
}
