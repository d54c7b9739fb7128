using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function for each blob that matches <paramref name="blobPath"/>, such as <c>reports/{name}</c>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BlobTriggerAttribute(string blobPath) : TriggerBindingAttribute
{
    public string BlobPath { get; } = blobPath;

    /// <summary>The setting, or the prefix of the settings, that says which storage account.</summary>
    public string? Connection { get; set; }

    public BlobTriggerSource Source { get; set; }
}
