using System.CommandLine;
using DtPipeline.Azure;
using DtPipeline.Azure.Storage;
using DtPipeline.Cli.Showing;
using DtPipeline.LocalHost.Running;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Cli.Commands;

/// <summary>Which account a command works on: that of the settings of the function app, taken from the environment, or of an option.</summary>
internal sealed class Connection(TimeProvider clock)
{
    public Option<string?> Storage { get; } = new("--storage") { Description = "Connection string of the storage account, instead of Reporting__accountName and the identity of 'az login'." };

    public Option<string?> Local { get; } = new("--local")
    {
        Description = "The running local host that works on this folder (.local where none is named).",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public void AddTo(Command command)
    {
        command.Options.Add(Storage);
        command.Options.Add(Local);
    }

    public bool IsGiven(ParseResult arguments) => SettingsOf(arguments).GetSection(StorageNames.StorageConnection) is var section
        && (section.Value is { Length: > 0 } || section.GetChildren().Any(c => c.Value is { Length: > 0 }));

    /// <exception cref="CommandException">No account is named, or a setting is wrong.</exception>
    public ServiceProvider Open(ParseResult arguments)
    {
        if (!IsGiven(arguments))
        {
            throw new CommandException(
                "No storage account is named: set the environment variable Reporting__accountName to its name and sign in with 'az login', or give --storage with a connection string, or --local for a local host.");
        }

        return Checked(() => new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
            .AddSingleton(ClockOf(arguments))
            .AddDtPipelineStorage(SettingsOf(arguments))
            .BuildServiceProvider());
    }

    /// <exception cref="CommandException">A setting is wrong.</exception>
    public PipelineSettings Settings(ParseResult arguments) => Checked(() => PipelineSettings.From(SettingsOf(arguments)));

    private static T Checked<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException e)
        {
            throw new CommandException(e.Message, e);
        }
    }

    private IConfiguration SettingsOf(ParseResult arguments)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables();
        if (LocalFolder(arguments) is { } folder)
        {
            settings.AddInMemoryCollection(LocalSettings.Read(folder) ?? throw new CommandException(
                $"No local host works on {folder}: start it with --data {folder}, or name another folder with --local. One that was given --storage is reached with --storage here too."));
        }

        if (arguments.GetValue(Storage) is { } storage)
        {
            settings.AddInMemoryCollection(new Dictionary<string, string?> { [StorageNames.StorageConnection] = storage });
        }

        return settings.Build();
    }

    private TimeProvider ClockOf(ParseResult arguments) => LocalFolder(arguments) is { } folder ? new LocalClock(folder) : clock;

    private string? LocalFolder(ParseResult arguments) =>
        arguments.GetResult(Local) is { Implicit: false } ? Path.GetFullPath(arguments.GetValue(Local) ?? ".local") : null;
}
