namespace DtPipeline.Cli.Showing;

/// <summary>A file that a command leaves on this machine.</summary>
internal static class NewFile
{
    /// <summary>One that is there already may be somebody's work, and is left alone.</summary>
    /// <returns>Its full path.</returns>
    /// <exception cref="CommandException">It is there already, or cannot be written.</exception>
    public static string Write(string name, BinaryData content)
    {
        var path = Path.GetFullPath(name);
        if (Directory.Exists(path))
        {
            throw new CommandException(Outcome.FileIsFolder, $"{path} is a folder; expected the name of a new file.", $"Name the file too: {Path.Combine(path, "FILE")}");
        }

        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            file.Write(content);
            return path;
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new CommandException(Outcome.FileUnreadable, $"{path} is there already, and is left as it is.", "Name another file with --to, or delete this one.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(Outcome.FileUnreadable, $"{path} cannot be written: {e.Message}", "Name another file with --to.");
        }
    }
}
