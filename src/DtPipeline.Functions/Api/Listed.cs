using DtPipeline.Access;
using DtPipeline.Answers.Lists;
using DtPipeline.Azure.Serving;
using Microsoft.AspNetCore.Http;

namespace DtPipeline.Functions.Api;

/// <summary>What the query of a list asks for.</summary>
internal static class Listed
{
    /// <summary>Answers the page that is asked for by <c>after</c> and <c>limit</c>, or says what is wrong with them.</summary>
    public static async Task<ServedResult> PageAsync(HttpRequest request, Func<PageRequest, Task<Served>> answer)
    {
        var (page, why) = PageRequest.Parse(Text(request, "after"), Text(request, "limit"));
        return new ServedResult(page is null ? Served.Malformed(why!) : await answer(page));
    }

    /// <returns>Null where the query has none of that name, or an empty one.</returns>
    public static string? Text(HttpRequest request, string name) => request.Query[name].FirstOrDefault() is { Length: > 0 } text ? text : null;

    /// <summary>Whether somebody may see what the query asks for: a reporter what is of its own, with or without saying so.</summary>
    public static bool MaySee(HttpRequest request, Caller caller) =>
        caller.MaySeeAll || (Text(request, "organisation") is { } organisation ? caller.MaySee(organisation) : caller.Organisations.Count > 0);

    /// <returns>Null for all.</returns>
    public static IReadOnlyList<string>? Organisations(HttpRequest request, Caller caller) =>
        Text(request, "organisation") is { } organisation ? [organisation] : caller.MaySeeAll ? null : caller.Organisations;
}
