namespace DtPipeline.Infra.Tests.Bicep;

internal abstract record BicepValue;

/// <param name="Value">Between the quotes, with <c>${…}</c> as written.</param>
internal sealed record BicepText(string Value) : BicepValue;

internal sealed record BicepNumber(long Value) : BicepValue;

internal sealed record BicepTruth(bool Value) : BicepValue;

internal sealed record BicepList(IReadOnlyList<BicepValue> Items) : BicepValue;

internal sealed record BicepMap(IReadOnlyDictionary<string, BicepValue> Properties, IReadOnlyList<BicepResource> Nested) : BicepValue;

/// <summary><c>[for x in list: body]</c>.</summary>
internal sealed record BicepLoop(string Variable, string Over, BicepValue Body) : BicepValue;

/// <summary>Anything that would have to be worked out, as written.</summary>
internal sealed record BicepExpression(string Text) : BicepValue;

internal sealed record BicepParameter(string Name, string Type, BicepValue? Default, bool IsDescribed);

/// <param name="Type">With the provider, without the version.</param>
internal sealed record BicepResource(string Symbol, string Type, bool IsExisting, BicepValue Content)
{
    /// <summary>What the braces hold, of a loop the one that is repeated.</summary>
    public BicepMap Body => (BicepMap)(Content is BicepLoop loop ? loop.Body : Content);

    /// <param name="path">Names with dots between them, below the resource.</param>
    /// <returns>Null where there is none.</returns>
    public BicepValue? Find(string path) => path.Split('.').Aggregate(
        (BicepValue?)Body, (value, name) => value is BicepMap map ? map.Properties.GetValueOrDefault(name) : null);

    public bool? Truth(string path) => (Find(path) as BicepTruth)?.Value;

    public string? Text(string path) => (Find(path) as BicepText)?.Value;

    public string? Expression(string path) => (Find(path) as BicepExpression)?.Text;
}
