namespace Azure.Data.Tables.Accounts;

/// <summary>The settings of a connection string. What it says in errors never includes a value, since the values are secrets.</summary>
internal sealed class ConnectionString
{
    private readonly Dictionary<string, string> _settings = new(StringComparer.OrdinalIgnoreCase);

    public ConnectionString(string text)
    {
        foreach (var setting in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = setting.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new FormatException("The connection string is not a list of Name=value settings separated by semicolons.");
            }

            if (!_settings.TryAdd(setting[..equals].Trim(), setting[(equals + 1)..].Trim()))
            {
                throw new FormatException($"The connection string has more than one {setting[..equals].Trim()}.");
            }
        }
    }

    public string? this[string name]
        => _settings.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    public bool IsTrue(string name) => string.Equals(this[name], bool.TrueString, StringComparison.OrdinalIgnoreCase);
}
