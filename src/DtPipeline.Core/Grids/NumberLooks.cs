namespace DtPipeline.Grids;

/// <summary>The number formats of a file, each taken apart once, however many cells have it.</summary>
internal sealed class NumberLooks
{
    private const int Most = 66_000;

    private readonly Dictionary<string, Func<double, NumberLook>> known = new(StringComparer.Ordinal);

    public NumberLook Of(string? format, double number)
    {
        if (NumberLook.IsPlain(format))
        {
            return NumberLook.Plain;
        }

        if (!known.TryGetValue(format, out var look))
        {
            look = NumberLook.In(format);
            if (known.Count < Most)
            {
                known[format] = look;
            }
        }

        return look(number);
    }
}
