using System.Globalization;
using System.Text.RegularExpressions;

namespace DtPipeline.Worker.Tests.Alarms;

/// <summary>What an expression is evaluated in.</summary>
/// <param name="Row">The row that names of columns are looked up in.</param>
/// <param name="Rows">The rows that are summarised.</param>
/// <param name="Given">What <c>let</c> has named.</param>
internal sealed record KustoScope(IReadOnlyDictionary<string, object?> Row, IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows, IReadOnlyDictionary<string, object?> Given, DateTimeOffset Now);

/// <summary>Expressions of the Kusto query language, as far as the alarms use them: texts, numbers, times, lists, comparisons, and, or, +, a few functions.</summary>
internal sealed partial class KustoExpression(IReadOnlyList<string> tokens, int start)
{
    private int at = start;

    /// <summary>Where the expression ended.</summary>
    public int End => at;

    public static IReadOnlyList<string> Tokens(string query) => [.. Token().Matches(query).Select(m => m.Value)];

    public Func<KustoScope, object?> Parse()
    {
        var left = Both();
        while (Take("or"))
        {
            var (one, other) = (left, Both());
            left = s => IsTrue(one(s)) || IsTrue(other(s));
        }

        return left;
    }

    public static bool IsTrue(object? value) => value is true;

    private Func<KustoScope, object?> Both()
    {
        var left = Comparison();
        while (Take("and"))
        {
            var (one, other) = (left, Comparison());
            left = s => IsTrue(one(s)) && IsTrue(other(s));
        }

        return left;
    }

    private Func<KustoScope, object?> Comparison()
    {
        var left = Sum();
        if (at == tokens.Count || !Comparisons.TryGetValue(tokens[at], out var compare))
        {
            return left;
        }

        at++;
        var right = Sum();
        return s => compare(left(s), right(s));
    }

    private Func<KustoScope, object?> Sum()
    {
        var left = Value();
        while (Take("+"))
        {
            var (one, other) = (left, Value());
            left = s => (one(s), other(s)) switch
            {
                (DateTimeOffset moment, TimeSpan more) => moment + more,
                (double number, double more) => number + more,
                var (a, b) => throw new NotSupportedException($"{a} + {b}"),
            };
        }

        return left;
    }

    private Func<KustoScope, object?> Value()
    {
        var token = tokens[at++];
        if (token is "(" or "[")
        {
            var items = Items();
            return items is [var only] && token == "(" ? only : s => items.SelectMany(i => i(s) is object?[] list ? list : [i(s)]).ToArray();
        }

        if (token[0] == '"')
        {
            return _ => token[1..^1];
        }

        if (char.IsDigit(token[0]))
        {
            return _ => Number(token);
        }

        if (token is "true" or "false")
        {
            return _ => token == "true";
        }

        return Take("(") ? Call(token, Items()) : s => s.Given.TryGetValue(token, out var given) ? given
            : s.Row.TryGetValue(token, out var value) ? value
            : throw new NotSupportedException($"There is no column {token}.");
    }

    private List<Func<KustoScope, object?>> Items()
    {
        var items = new List<Func<KustoScope, object?>>();
        while (!Take(")") && !Take("]"))
        {
            items.Add(Parse());
            Take(",");
        }

        return items;
    }

    private static Func<KustoScope, object?> Call(string function, List<Func<KustoScope, object?>> arguments) => function switch
    {
        "now" => s => s.Now,
        "dynamic" => arguments[0],
        "coalesce" => s => arguments.Select(a => a(s)).FirstOrDefault(v => v is not null),
        "startofday" => s => arguments[0](s) is DateTimeOffset moment ? new DateTimeOffset(moment.Date, TimeSpan.Zero) : null,
        "hourofday" => s => arguments[0](s) is DateTimeOffset moment ? (double)moment.Hour : null,
        "dayofweek" => s => arguments[0](s) is DateTimeOffset moment ? TimeSpan.FromDays((int)moment.DayOfWeek) : null,
        "dayofmonth" => s => arguments[0](s) is DateTimeOffset moment ? (double)moment.Day : null,
        "sum" => s => Numbers(s, arguments[0]) is { Count: > 0 } numbers ? numbers.Sum() : null,
        "min" => s => Numbers(s, arguments[0]) is { Count: > 0 } numbers ? numbers.Min() : null,
        "max" => s => Numbers(s, arguments[0]) is { Count: > 0 } numbers ? numbers.Max() : null,
        "dcount" => s => (double)s.Rows.Select(r => arguments[0](s with { Row = r })).Distinct().Count(),
        _ => throw new NotSupportedException($"{function}()"),
    };

    private static List<double> Numbers(KustoScope scope, Func<KustoScope, object?> of) => [.. scope.Rows.Select(r => of(scope with { Row = r })).OfType<double>()];

    private static readonly Dictionary<string, Func<object?, object?, bool>> Comparisons = new(StringComparer.Ordinal)
    {
        ["=="] = Equals,
        ["=~"] = (a, b) => string.Equals(a as string, b as string, StringComparison.OrdinalIgnoreCase),
        [">"] = (a, b) => Compare(a, b) > 0,
        [">="] = (a, b) => Compare(a, b) >= 0,
        ["<"] = (a, b) => Compare(a, b) < 0,
        ["in"] = (a, b) => List(b).Contains(a),
        ["!in"] = (a, b) => !List(b).Contains(a),
        ["contains"] = Contains,
        // Whole terms only; what the alarms ask for stands between slashes.
        ["has"] = Contains,
        ["!startswith"] = (a, b) => a is string text && b is string start && !text.StartsWith(start, StringComparison.OrdinalIgnoreCase),
        ["startswith"] = (a, b) => a is string text && b is string start && text.StartsWith(start, StringComparison.OrdinalIgnoreCase),
    };

    private static object?[] List(object? value) => value as object?[] ?? [value];

    private static bool Contains(object? whole, object? part) => whole is string text && part is string sought && text.Contains(sought, StringComparison.OrdinalIgnoreCase);

    /// <returns>Null where one of them is nothing: then no comparison holds.</returns>
    private static int? Compare(object? one, object? other) => one is IComparable comparable && other?.GetType() == one.GetType() ? comparable.CompareTo(other) : null;

    private static object Number(string token) => token[^1] switch
    {
        'd' => TimeSpan.FromDays(Plain(token[..^1])),
        'h' => TimeSpan.FromHours(Plain(token[..^1])),
        'm' => TimeSpan.FromMinutes(Plain(token[..^1])),
        _ => Plain(token),
    };

    private static double Plain(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private bool Take(string token)
    {
        if (at == tokens.Count || tokens[at] != token)
        {
            return false;
        }

        at++;
        return true;
    }

    [GeneratedRegex("""
        "[^"]*"|[0-9][0-9.]*[dhm]?|!?[A-Za-z_][A-Za-z0-9_]*|==|=~|!=|>=|<=|[|()\[\],;=<>+]
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Token();
}
