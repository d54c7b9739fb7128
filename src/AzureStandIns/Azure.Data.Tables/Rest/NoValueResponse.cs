namespace Azure.Data.Tables.Rest;

internal sealed class NoValueResponse<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException("The service found no such entity; ask HasValue first.");

    public override Response GetRawResponse() => response;
}
