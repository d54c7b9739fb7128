namespace DtPipeline.Worker.Tests.Alarms;

/// <summary>
/// A query as the alarms write them, evaluated over rows in memory: <c>let</c>, tables alone or in <c>union</c>, <c>where</c>, <c>summarize</c>
/// without groups, <c>count</c>. No engine for the language is to be had for tests; what it does not know, it refuses.
/// </summary>
internal static class KustoQuery
{
    /// <param name="tables">Rows by table; a table that is not there is empty, as one that has no rows yet.</param>
    /// <returns>The rows of the answer.</returns>
    public static IReadOnlyList<IReadOnlyDictionary<string, object?>> Run(
        string query, ILookup<string, IReadOnlyDictionary<string, object?>> tables, DateTimeOffset now)
    {
        var tokens = KustoExpression.Tokens(query);
        var nothing = new Dictionary<string, object?>(StringComparer.Ordinal);
        var given = new Dictionary<string, object?>(StringComparer.Ordinal);
        var at = 0;
        object? Evaluate(KustoScope scope)
        {
            var expression = new KustoExpression(tokens, at);
            var value = expression.Parse()(scope);
            at = expression.End;
            return value;
        }

        while (tokens[at] == "let")
        {
            var name = tokens[at + 1];
            at += 3;
            given[name] = Evaluate(new KustoScope(nothing, [], given, now));
            Expect(";");
        }

        var names = new List<string>();
        if (tokens[at] == "union")
        {
            at++;
        }

        do
        {
            names.Add(tokens[at++]);
        }
        while (at < tokens.Count && tokens[at] == "," && at++ > 0);

        IReadOnlyList<IReadOnlyDictionary<string, object?>> rows = [.. names.SelectMany(n => tables[n])];
        while (at < tokens.Count)
        {
            Expect("|");
            var stage = tokens[at++];
            if (stage == "where")
            {
                var condition = new KustoExpression(tokens, at);
                var holds = condition.Parse();
                at = condition.End;
                rows = [.. rows.Where(r => KustoExpression.IsTrue(holds(new KustoScope(r, [], given, now))))];
            }
            else if (stage == "summarize")
            {
                var name = tokens[at];
                at += 2;
                rows = [new Dictionary<string, object?>(StringComparer.Ordinal) { [name] = Evaluate(new KustoScope(nothing, rows, given, now)) }];
            }
            else if (stage == "count")
            {
                rows = [new Dictionary<string, object?>(StringComparer.Ordinal) { ["Count"] = (double)rows.Count }];
            }
            else
            {
                throw new NotSupportedException(stage);
            }
        }

        return rows;

        void Expect(string token)
        {
            if (tokens[at++] != token)
            {
                throw new NotSupportedException($"'{tokens[at - 1]}' in place of '{token}' in: {query}");
            }
        }
    }
}
