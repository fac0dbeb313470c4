using System.IO;
using System.Text;

namespace EdmundRuntime.Runtime;

/// <summary>How answers are read in their forms.</summary>
internal static class Contents
{
    /// <summary>A JSON value; null for null and for no content.</summary>
    public static ContentShape Json<T>(string mediaType, Codec<T> codec) =>
        new(mediaType, reply => reply.HasContent ? codec.ReadOrNull(Parsed(reply)) : null);

    /// <summary>The text of a scalar.</summary>
    public static ContentShape Text<T>(string mediaType, Codec<T> codec) => new(mediaType, reply => codec.ReadOrNull(Scalar(codec, reply)));

    /// <summary>Bytes as they come.</summary>
    public static ContentShape Bytes(string mediaType) => new(mediaType, reply => reply.Open ?? new MemoryStream(reply.Body, writable: false));

    /// <summary>Values that follow each other, each in a line of its own.</summary>
    public static ContentShape Lines<T>(string mediaType, Codec<T> codec) =>
        new(mediaType, reply => new ItemStream<T>(Source(reply), body => ItemReader.Lines(body), codec));

    /// <summary>Values that follow each other, each behind a record separator.</summary>
    public static ContentShape Sequence<T>(string mediaType, Codec<T> codec) =>
        new(mediaType, reply => new ItemStream<T>(Source(reply), body => ItemReader.Sequence(body), codec));

    /// <summary>Events (HTML, section 9.2): all of their fields, their data as JSON, or its text.</summary>
    public static ContentShape Events<T>(string mediaType, Codec<T> codec, EventPayload payload) =>
        new(mediaType, reply => new ItemStream<T>(Source(reply), body => ItemReader.Events(body, payload), codec));

    private static Stream Source(Reply reply) => reply.Open ?? new MemoryStream(reply.Body, writable: false);

    private static object? Scalar<T>(Codec<T> codec, Reply reply)
    {
        var text = Encoding.UTF8.GetString(reply.Body);
        if (codec is Codec<string>)
        {
            return text;
        }
        // A number or a boolean is a value of JSON already; what is none is text.
        try
        {
            var value = JsonText.Parse(text);
            return value is JsonNumber or bool ? value : text;
        }
        catch (JsonTextException)
        {
            return text;
        }
    }

    private static object? Parsed(Reply reply)
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
