using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EdmundRuntime.Runtime;

/// <summary>Reading answers: each of these is a function from a reply to what an operation gives.</summary>
internal static class Answers
{
    private static readonly string[] Links = ["nextLink", "deltaLink", "count"];

    /// <summary>For calls that answer nothing; what a service sends all the same is not looked at.</summary>
    public static object? Nothing(Reply reply) => null;

    /// <summary>A stream, as it comes; null when the service says that there is none (204), or none that is new (304).</summary>
    public static Stream? Content(Reply reply) => reply.Status is 204 or 304 ? null : reply.Open ?? new MemoryStream(reply.Body, writable: false);

    /// <summary>A count: digits as text.</summary>
    public static int? Number(Reply reply)
    {
        if (reply.Status is 204 or 304)
        {
            return null;
        }
        var text = Encoding.UTF8.GetString(reply.Body.AsSpan(0, Math.Min(reply.Body.Length, 64))).Trim('\uFEFF', ' ', '\r', '\n', '\t');
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new UnexpectedAnswerException("the service answered a count with something else");
    }

    /// <summary>The <c>@odata.id</c> that a reference answers; null for no content.</summary>
    public static string? Reference(Reply reply)
    {
        if (!reply.HasContent)
        {
            return null;
        }
#if OLDER
        var found = OlderAnswers.Of(Json(reply), null);
#else
        object? found = Json(reply);
#endif
        if (found is JsonMap map && !map.TryGetValue("@odata.id", out found))
        {
            map.TryGetValue("value", out found);
        }
        return found as string ?? throw new UnexpectedAnswerException("the service answered a reference with something else");
    }

    /// <summary>
    /// An object of the class or of one derived from it; null for no content. It may be a page: OData 4.01 services
    /// leave out <c>odata.</c> where it goes on (OData JSON Format 4.01, section 4.5).
    /// </summary>
    public static T? Object<T>(Reply reply)
        where T : Model
    {
        if (!reply.HasContent)
        {
            return null;
        }
        var type = TypeOf<T>.Value;
#if OLDER
        var answered = OlderAnswers.Of(Json(reply), type);
        if (answered is null)
        {
            return null;
        }
        var members = answered as JsonMap ?? throw new UnexpectedAnswerException("the answer is JSON, but no object");
#else
        var members = Json(reply) as JsonMap ?? throw new UnexpectedAnswerException("the answer is JSON, but no object");
#endif
        if (type.IsPayload)
        {
            foreach (var link in Links.Where(link => !members.ContainsKey($"@odata.{link}")))
            {
                if (members.TryGetValue($"@{link}", out var value))
                {
                    members[$"@odata.{link}"] = value;
                }
            }
        }
        RelativeLinks.Resolve(members, new Uri(reply.Url));
        return (T)type.Over(members);
    }

    /// <summary>The value of an answer that is no object, as JSON.</summary>
    public static JsonNode? Value(Reply reply)
    {
        if (!reply.HasContent)
        {
            return null;
        }
#if OLDER
        var found = OlderAnswers.Of(Json(reply), null);
#else
        var found = Json(reply);
#endif
        if (found is JsonMap map)
        {
            map.TryGetValue("value", out found);
        }
        return JsonNode.Parse(JsonText.Write(found), null, new JsonDocumentOptions { MaxDepth = JsonText.MaxDepth + 1 });
    }

    private static object? Json(Reply reply)
    {
        try
        {
            return JsonText.Parse(reply.Body, isUnique: true);
        }
        catch (JsonTextException error)
        {
            throw new UnexpectedAnswerException($"the answer is not JSON: {error.Message}", error);
        }
    }
}
