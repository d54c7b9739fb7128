using System.Diagnostics;

namespace DtPipeline.LocalHost.Services;

/// <summary>The Node programs of a folder of the repository, those of <c>tools/local</c> where no other is named, installed as its lock file pins them when they are first needed.</summary>
/// <param name="what">As people are told it.</param>
internal sealed class NodeTools(string repositoryRoot, string folder = "tools/local", string what = "Azurite and the local Service Bus")
{
    public string Folder { get; } = Path.Combine([repositoryRoot, .. folder.Split('/')]);

    /// <exception cref="LocalHostException">Node is missing or the packages cannot be installed.</exception>
    public async Task InstallAsync(Action<string> say, CancellationToken cancellationToken)
    {
        var lockFile = Path.Combine(Directory.CreateDirectory(Path.Combine(repositoryRoot, "artifacts")).FullName, "npm-ci.lock");
        await using var only = await OneAtATimeAsync(lockFile, cancellationToken);
        var installed = Path.Combine(Folder, "node_modules", ".package-lock.json");
        if (File.Exists(installed) && File.GetLastWriteTimeUtc(installed) >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
        {
            return;
        }

        if (Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            Directory.Delete(Path.Combine(Folder, "node_modules"), recursive: true);
        }

        say($"Installing {what} (once) …");
        using var npm = Start("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], Folder);
        npm.StandardInput.Close();
        var output = npm.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = await npm.StandardError.ReadToEndAsync(cancellationToken);
        await npm.WaitForExitAsync(cancellationToken);
        if (npm.ExitCode != 0)
        {
            throw new LocalHostException($"'npm ci' in {folder} failed. It needs Node 20 or newer and a registry.{Environment.NewLine}{await output}{errors}");
        }

        File.SetLastWriteTimeUtc(installed, TimeProvider.System.GetUtcNow().UtcDateTime);
    }

    /// <param name="environment">Variables for the program alone, beside those of this process.</param>
    public static Process Start(string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new LocalHostException($"'{program}' was not found. Install Node 20 or newer and see that '{program}' is on the path.");
        }
    }

    private static async Task<FileStream> OneAtATimeAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }
}
