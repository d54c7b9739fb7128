using System.Xml;
using System.Xml.Linq;
using Reason = Azure.Messaging.ServiceBus.ServiceBusFailureReason;

namespace Azure.Messaging.ServiceBus.Http;

/// <summary>Turns an HTTP refusal, or no answer at all, into the exception that the package throws.</summary>
internal static class Failure
{
    private const int LongestDetail = 500;

    public static Exception OfAnswer(HttpAnswer answer, HttpCall call)
    {
        var entity = call.Entity;
        var detail = Detail(answer.Body.ToString());

        return answer.Status switch
        {
            401 => new UnauthorizedAccessException($"Service Bus did not accept the credential for {entity}: {detail}"),
            403 when Mentions("quota") => Because(Reason.QuotaExceeded, $"{entity} is full: {detail}"),
            403 when Mentions("size") => TooLarge(),
            403 => new UnauthorizedAccessException($"Service Bus did not allow the call on {entity}: {detail}"),
            404 or 410 when call.LockedMessageId is { } id => Because(
                Reason.MessageLockLost,
                $"The lock on message {id} of {entity} is lost: it expired, or the message is settled."),
            404 or 410 => Because(Reason.MessagingEntityNotFound, $"Service Bus has no queue, topic or subscription {entity}."),
            408 or 504 => Because(Reason.ServiceTimeout, $"Service Bus took too long over {entity}: {detail}"),
            413 => TooLarge(),
            429 or 503 => Because(Reason.ServiceBusy, $"Service Bus is busy: {detail}"),
            var status => new ServiceBusException(status >= 500, $"Service Bus answered {status} for {entity}: {detail}", entity),
        };

        bool Mentions(string word) => detail.Contains(word, StringComparison.OrdinalIgnoreCase);
        ServiceBusException TooLarge() => Because(Reason.MessageSizeExceeded, $"The message is too large for {entity}: {detail}");
        ServiceBusException Because(Reason reason, string sentence) => new(sentence, reason, entity);
    }

    /// <summary>Null for what is not the network's doing.</summary>
    public static ServiceBusException? OfNetwork(Exception exception, Uri endpoint, HttpCall call)
    {
        // A pipeline that gave up after several tries says so in an aggregate; the last try tells the most.
        var last = exception is AggregateException aggregate ? aggregate.InnerExceptions[^1] : exception;

        return last switch
        {
            OperationCanceledException => Because(Reason.ServiceTimeout, "did not answer in time."),
            RequestFailedException { Status: 0 } or IOException or HttpRequestException
                => Because(Reason.ServiceCommunicationProblem, $"cannot be reached: {last.Message}"),
            _ => null,
        };

        ServiceBusException Because(Reason reason, string what)
            => new($"The Service Bus at {endpoint.Authority} {what}", reason, call.Entity, exception);
    }

    /// <summary>The service answers in XML with the sentence in Detail; anything else is taken as it is.</summary>
    private static string Detail(string body)
    {
        var detail = body.Trim();
        if (detail.StartsWith('<'))
        {
            try
            {
                var elements = XDocument.Parse(detail).Descendants();
                detail = elements.FirstOrDefault(element => element.Name.LocalName == "Detail")?.Value ?? detail;
            }
            catch (XmlException)
            {
                // A proxy's page, say: shown as it is.
            }
        }

        return detail.Length switch
        {
            0 => "no reason given.",
            > LongestDetail => detail[..LongestDetail],
            _ => detail,
        };
    }
}
