namespace Azure.Data.Tables.Edm;

/// <summary>Fits a stored value to the type that an entity's property asks for.</summary>
internal static class PropertyValue
{
    /// <returns>False for the name of an enum member that this program does not know: the property then keeps its default.</returns>
    public static bool TryFit(object value, Type type, out object? fitted)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (target.IsEnum && value is string name)
        {
            return Enum.TryParse(target, name, out fitted);
        }

        fitted = value switch
        {
            int number when target == typeof(long) => (long)number,
            int number when target == typeof(double) => (double)number,
            long number when target == typeof(double) => (double)number,
            DateTimeOffset time when target == typeof(DateTime) => time.UtcDateTime,
            byte[] bytes when target == typeof(BinaryData) => BinaryData.FromBytes(bytes),
            _ when target.IsInstanceOfType(value) => value,
            _ => throw new InvalidOperationException($"A stored {value.GetType()} does not fit a property of type {type}."),
        };
        return true;
    }
}
