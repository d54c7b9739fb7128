using System.Text.Json;
using System.Text.Json.Serialization;
using DtPipeline.Azure.Storage;
using Spectre.Console;

namespace DtPipeline.Cli.Showing;

/// <summary>Everything that the commands print: results on standard output, complaints and progress bars on standard error. For people, or with <c>--json</c> for programs.</summary>
internal sealed class Screen(TextWriter output, TextWriter errors)
{
    private const int WidthOfFiles = 160;

    private static readonly JsonSerializerOptions OnOneLine = new(Json.Options) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };
    private static readonly JsonSerializerOptions Indented = new(OnOneLine) { WriteIndented = true };

    /// <summary>Results are one JSON value on standard output, a failure is one object on standard error, and sentences are for people only.</summary>
    public bool IsJson { get; set; }

    public bool HasComplained { get; private set; }

    public void Say(string text)
    {
        if (!IsJson)
        {
            output.WriteLine(text);
        }
    }

    /// <summary>The result for programs; for people it is said by other means.</summary>
    public void Answer<T>(T value)
    {
        if (IsJson)
        {
            output.WriteLine(JsonSerializer.Serialize(value, Indented));
        }
    }

    /// <summary>One of many results that come one after the other: a sentence, or for programs a value on one line.</summary>
    public void Line<T>(string text, T value) => output.WriteLine(IsJson ? JsonSerializer.Serialize(value, OnOneLine) : TerminalText.Of(text));

    /// <summary>A document as it is, such as a brief; for programs as the one field of an object.</summary>
    public void Write(string field, string document)
    {
        if (IsJson)
        {
            Answer(new Dictionary<string, string>(StringComparer.Ordinal) { [field] = document });
        }
        else
        {
            output.Write(document);
        }
    }

    /// <param name="empty">Said in place of a table without rows.</param>
    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string?>> rows, string empty)
    {
        if (IsJson)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns([.. columns.Select(Markup.Escape)]);
        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(c => Markup.Escape(TerminalText.Of(c)))]);
        }

        if (table.Rows.Count == 0)
        {
            output.WriteLine(empty);
            return;
        }

        Console(output).Write(table);
    }

    /// <param name="hint">What to do; null where the message says it.</param>
    public void Complain(Outcome outcome, string message, string? hint = null)
    {
        HasComplained = true;
        if (IsJson)
        {
            errors.WriteLine(JsonSerializer.Serialize(new { outcome.Code, outcome.ExitCode, Message = message, Hint = hint ?? outcome.Hint }, OnOneLine));
            return;
        }

        errors.WriteLine(message);
        if (hint is not null)
        {
            errors.WriteLine(hint);
        }
    }

    /// <summary>Shows how far the work is: a bar for each step on a terminal, a line for each step where the output goes to a file, nothing for programs.</summary>
    public Task<T> WhileAsync<T>(Func<IProgress<WorkProgress>, Task<T>> work)
    {
        var console = Console(errors);
        return IsJson ? work(new WorkSteps(TextWriter.Null))
            : console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal ? console.Progress().Columns(WorkBars.Columns).StartAsync(context => work(new WorkBars(context)))
            : work(new WorkSteps(output));
    }

    private static IAnsiConsole Console(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = WidthOfFiles;
        }

        return console;
    }
}
