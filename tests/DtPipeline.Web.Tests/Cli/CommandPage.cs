using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Text;
using DtPipeline.Cli.Showing;

namespace DtPipeline.Web.Tests.Cli;

/// <summary>The page <c>docs/dtp.md</c>, made from the commands themselves.</summary>
internal static class CommandPage
{
    public static string Of()
    {
        var page = new StringBuilder("""
            # The command line

            `dtp` sends reports and shows what became of them, lists alerts, tasks and series, and looks after the data. This page is made from the commands;
            `DTP_ACCEPT=1 dotnet test --project tests/DtPipeline.Web.Tests --filter CommandPageTests` writes it anew.

            ## Getting it

            ```
            dotnet pack src/DtPipeline.Cli && dotnet tool install --global --source artifacts/package/release DtPipeline.Cli
            dtp completion bash >> ~/.bashrc
            ```

            In the repository itself `dotnet run --project src/DtPipeline.Cli --` stands for `dtp`.

            ## Whom it asks, and as whom

            Commands with `--server` ask a running server over HTTP: the local host at `http://127.0.0.1:7071`, unless `--server` or the environment variable `DTP_SERVER` names
            another. On one machine `--as reporter:P34-01` says who asks; without it the secretariat does. In Azure the token of `az login` says it, for the registration whose client id
            `--application` or `DTP_APPLICATION` names (`signInClientId` of the deployment); no secret is ever typed. `--lang vi`, or `DTP_LANG`, answers in Vietnamese.

            Commands with `--local` work on the storage itself, with the rights of an operator ([runbook](runbook.md#losing-things-and-getting-them-back)).

            ## How it ends

            The exit code is the same with and without `--json`. With `--json` the result is JSON on standard output, and whatever does not end with 0 writes one line of JSON on standard
            error: `code` and `exitCode` as below, `message` and `hint` for people.

            | exit code | `code` | meaning | what to do |
            | --- | --- | --- | --- |

            """);
        foreach (var outcome in Outcome.All)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"| {outcome.ExitCode} | `{outcome.Code}` | {outcome.Meaning} | {outcome.Hint} |");
        }

        page.AppendLine("\n## The commands\n");
        foreach (var (name, command) in CommandTree.All)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"### {name}\n\n{command.Description}\n\n```");
            foreach (var example in CommandTree.ExamplesOf(command))
            {
                page.AppendLine(example);
            }

            page.AppendLine("```\n");
            foreach (var line in command.Arguments.Select(a => $"- `{a.Name}`: {a.Description}").Concat(OwnOptions(command).Select(LineOf)))
            {
                page.AppendLine(line);
            }

            page.AppendLine();
        }

        return page.ToString().ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
    }

    // Those that are told of once for all commands are left out.
    private static IEnumerable<Option> OwnOptions(Command command) =>
        command.Options.Where(o => o is not HelpOption && o.Name is not ("--server" or "--as" or "--application" or "--lang" or "--storage" or "--local"));

    private static string LineOf(Option option) => $"- `{option.Name}{(option.HelpName is { } value ? $" {value}" : string.Empty)}`: {option.Description}";
}
