using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Accounts;

namespace Azure.Data.Tables.Rest;

/// <summary>Builds and sends requests to one account's Table service.</summary>
internal sealed class TableRest
{
    public const string Json = "application/json";
    public const string JsonWithTypes = "application/json;odata=minimalmetadata";

    private readonly HttpPipeline _pipeline;
    private readonly string _version;

    public TableRest(TableAccount account, TableClientOptions? options)
    {
        options ??= new TableClientOptions();
        Endpoint = account.Endpoint;
        _version = options.VersionHeader;
        _pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options)
        {
            PerRetryPolicies = { account.Authentication },
            RequestFailedDetailsParser = ODataErrorParser.Shared,
        });
    }

    public Uri Endpoint { get; }

    public Uri Address(string path) => new($"{Endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{path}");

    public HttpMessage Message(RequestMethod method, string path)
    {
        var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(Address(path));
        request.Headers.SetValue("x-ms-version", _version);
        request.Headers.SetValue("DataServiceVersion", "3.0");
        request.Headers.SetValue(HttpHeader.Names.Accept, JsonWithTypes);
        return message;
    }

    public HttpMessage Message(EntityOperation operation)
    {
        var message = Message(operation.Method, operation.Path);
        foreach (var (name, value) in operation.Headers)
        {
            message.Request.Headers.SetValue(name, value);
        }

        message.Request.Content = operation.Body is { } body ? RequestContent.Create(body) : null;
        return message;
    }

    /// <summary>Sends, and throws for every answer but the successful and the <paramref name="accepted"/> ones.</summary>
    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken, params int[] accepted)
    {
        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var response = message.Response;
        return response.Status is >= 200 and < 300 || accepted.Contains(response.Status)
            ? response
            : throw new RequestFailedException(response);
    }
}
