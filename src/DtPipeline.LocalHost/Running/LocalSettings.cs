using System.Text.Json;
using DtPipeline.Azure.Storage;
using DtPipeline.LocalHost.Services;

namespace DtPipeline.LocalHost.Running;

/// <summary>The settings that the functions run with here; kept with the data, so that the command line finds the host that works on a folder.</summary>
internal static class LocalSettings
{
    private const string FileName = "settings.json";

    public static Dictionary<string, string?> Of(LocalAzure azure, Ports ports, string dataFolder, RunMode mode) => new()
    {
        [StorageNames.StorageConnection] = azure.Storage,
        [StorageNames.ServiceBusConnection] = azure.ServiceBus,
        ["DtPipeline:PublicUrl"] = $"http://127.0.0.1:{ports.Http}",
        ["DtPipeline:MailPickup"] = Path.Combine(dataFolder, "mail"),
        ["DtPipeline:AllowPrivateSources"] = "true",
        ["DtPipeline:SweepAfter"] = mode.Once ? "00:00:00" : "00:00:05",
    };

    /// <param name="settings">Null where services of somebody else are used: their connection strings may be secrets, and are not kept.</param>
    public static void Write(string dataFolder, Dictionary<string, string?>? settings)
    {
        var file = Path.Combine(Directory.CreateDirectory(dataFolder).FullName, FileName);
        if (settings is null)
        {
            File.Delete(file);
        }
        else
        {
            File.WriteAllText(file, JsonSerializer.Serialize(settings));
        }
    }

    /// <returns>Null where no host with services of its own has worked on the folder.</returns>
    public static Dictionary<string, string?>? Read(string dataFolder)
    {
        var file = Path.Combine(dataFolder, FileName);
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<string, string?>>(File.ReadAllText(file)) : null;
        }
        catch (JsonException)
        {
            // The settings of another program.
            return null;
        }
    }
}
