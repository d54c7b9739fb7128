using System.Globalization;

namespace DtPipeline.Infra.Tests.Bicep;

/// <summary>As much of the language as infra/ is written in: declarations, objects, arrays, loops, conditions; expressions stay text.</summary>
internal sealed class BicepParser(string source)
{
    private readonly IReadOnlyList<BicepToken> tokens = BicepTokens.Of(source);
    private readonly List<BicepParameter> parameters = [];
    private readonly Dictionary<string, BicepValue> variables = new(StringComparer.Ordinal);
    private readonly List<BicepResource> resources = [];
    private readonly List<string> outputs = [];
    private int at;

    private BicepToken Here => tokens[at];

    public BicepFile Parse(string name)
    {
        var isDescribed = false;
        for (SkipSeparators(); Here.Kind != BicepTokenKind.End; SkipSeparators())
        {
            if (Is("@"))
            {
                at++;
                isDescribed |= Is("description");
                SkipExpression();
                continue;
            }

            Declaration(isDescribed);
            isDescribed = false;
        }

        return new BicepFile(name, source, parameters, variables, resources, outputs);
    }

    private void Declaration(bool isDescribed)
    {
        switch (Take().Value)
        {
            case "param":
                var parameter = Take().Value;
                var type = Is("=") ? string.Empty : TextUntil("=");
                parameters.Add(new BicepParameter(parameter, type, TakeIf("=") ? Value() : null, isDescribed));
                break;
            case "var":
                var variable = Take().Value;
                Expect("=");
                variables.Add(variable, Value());
                break;
            case "resource":
                resources.Add(Resource(parentType: null));
                break;
            case "output":
                outputs.Add(Take().Value);
                SkipExpression();
                break;
            default:
                // module, type, targetScope, using: nothing here asks for their content.
                SkipExpression();
                break;
        }
    }

    private BicepResource Resource(string? parentType)
    {
        var symbol = Take().Value;
        var type = (parentType is null ? string.Empty : parentType + "/") + Take().Value.Split('@')[0];
        var isExisting = TakeIf("existing");
        Expect("=");
        if (TakeIf("if"))
        {
            SkipParentheses();
        }

        return new BicepResource(symbol, type, isExisting, Value(type));
    }

    private BicepValue Value(string? resourceType = null)
    {
        var start = at;
        BicepValue? value = Here switch
        {
            { Value: "{", Kind: BicepTokenKind.Mark } => Map(resourceType),
            { Value: "[", Kind: BicepTokenKind.Mark } => ListOrLoop(resourceType),
            { Kind: BicepTokenKind.Text } => new BicepText(Take().Value),
            { Kind: BicepTokenKind.Number } => new BicepNumber(long.Parse(Take().Value, CultureInfo.InvariantCulture)),
            { Value: "true" or "false" } => new BicepTruth(Take().Value == "true"),
            _ => null,
        };
        if (value is not null && IsEndOfValue())
        {
            return value;
        }

        at = start;
        return new BicepExpression(SkipExpression());
    }

    private BicepMap Map(string? resourceType)
    {
        Expect("{");
        var properties = new Dictionary<string, BicepValue>(StringComparer.Ordinal);
        var nested = new List<BicepResource>();
        for (SkipSeparators(); !TakeIf("}"); SkipSeparators())
        {
            if (resourceType is not null && Is("resource") && tokens[at + 1].Kind == BicepTokenKind.Word)
            {
                at++;
                nested.Add(Resource(resourceType));
                continue;
            }

            var key = Take().Value;
            Expect(":");
            properties.Add(key, Value());
        }

        return new BicepMap(properties, nested);
    }

    private BicepValue ListOrLoop(string? resourceType)
    {
        Expect("[");
        SkipSeparators();
        if (TakeIf("for"))
        {
            var variable = Is("(") ? tokens[at + 1].Value : Here.Value;
            TextUntil("in");
            Expect("in");
            var over = TextUntil(":");
            Expect(":");
            var body = Value(resourceType);
            SkipSeparators();
            Expect("]");
            return new BicepLoop(variable, over, body);
        }

        var items = new List<BicepValue>();
        for (; !TakeIf("]"); SkipSeparators())
        {
            items.Add(Value());
        }

        return new BicepList(items);
    }

    private string SkipExpression()
    {
        var start = Here.Start;
        var depth = 0;
        while (Here.Kind != BicepTokenKind.End && (depth > 0 || !IsEndOfValue()))
        {
            depth += Here.Kind != BicepTokenKind.Mark ? 0 : Here.Value is "(" or "[" or "{" ? 1 : Here.Value is ")" or "]" or "}" ? -1 : 0;
            at++;
        }

        return source[start..tokens[at - 1].End];
    }

    private void SkipParentheses()
    {
        for (var depth = 0; ;)
        {
            depth += Is("(") ? 1 : Is(")") ? -1 : 0;
            at++;
            if (depth == 0)
            {
                return;
            }
        }
    }

    private string TextUntil(string mark)
    {
        var start = Here.Start;
        while (!Is(mark) && Here.Kind is not (BicepTokenKind.NewLine or BicepTokenKind.End))
        {
            at++;
        }

        return source[start..tokens[at - 1].End].Trim();
    }

    private void SkipSeparators()
    {
        while (Here.Kind == BicepTokenKind.NewLine || Is(","))
        {
            at++;
        }
    }

    private bool IsEndOfValue() => Here.Kind is BicepTokenKind.NewLine or BicepTokenKind.End || Is(",") || Is("}") || Is("]") || Is(")");

    private bool Is(string value) => Here.Value == value && (Here.Kind is BicepTokenKind.Mark or BicepTokenKind.Word);

    private bool TakeIf(string value)
    {
        var isIt = Is(value);
        at += isIt ? 1 : 0;
        return isIt;
    }

    private BicepToken Take() => tokens[at++];

    private void Expect(string value)
    {
        if (!TakeIf(value))
        {
            var line = source[..Here.Start].Count(c => c == '\n') + 1;
            throw new FormatException($"line {line}: expected '{value}', found '{Here.Value}'");
        }
    }
}
