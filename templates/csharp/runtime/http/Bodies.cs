using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;

namespace EdmundRuntime.Runtime;

/// <summary>Bodies in their forms.</summary>
internal static class Bodies
{
    private const char RecordSeparator = '\u001e';

    /// <summary>The body for a value, written as the shape says.</summary>
    public static BodyMade Of(BodyShape shape, object? value, string mediaType)
    {
        switch (shape.Form)
        {
            case BodyForm.Bytes:
                return new BodyMade(null, mediaType, StreamedBody.Of((Stream)value!));
            case BodyForm.Text:
                return new BodyMade(Encoding.UTF8.GetBytes(ParameterText.TextOf(ParameterText.Plain(value))), mediaType);
            case BodyForm.Form:
                var pairs = Members(value).SelectMany(member => FormPairs(PartOf(shape, member.Key), member.Value));
                return new BodyMade(Encoding.ASCII.GetBytes(string.Join('&', pairs.Select(pair => $"{pair.Key}={pair.Value}"))), mediaType);
            case BodyForm.Multipart:
                return Multipart(shape, value, mediaType);
            case BodyForm.JsonLines:
                return new BodyMade(Lines(value, string.Empty), mediaType);
            case BodyForm.JsonSequence:
                return new BodyMade(Lines(value, RecordSeparator.ToString()), mediaType);
            default:
                return new BodyMade(JsonText.Write(value), mediaType);
        }
    }

    private static byte[] Lines(object? value, string start) => Encoding.UTF8.GetBytes(string.Concat(
        ((JsonList)ParameterText.Plain(value)!).Select(item => $"{start}{Encoding.UTF8.GetString(JsonText.Write(item))}\n")));

    private static IEnumerable<KeyValuePair<string, object?>> Members(object? value) =>
        ParameterText.Plain(value) as JsonMap ?? throw new ArgumentException("a form is made of an object's members", nameof(value));

    private static PartShape PartOf(BodyShape shape, string name) =>
        Array.Find(shape.Parts, part => part.Name == name) ?? (shape.Others ?? new PartShape(name, PartForm.Json)) with { Name = name };

    private static ParameterShape ParameterOf(PartShape part) => new(part.Name, ParameterPlace.Query, part.Style, part.Explode);

    private static IEnumerable<KeyValuePair<string, string>> FormPairs(PartShape part, object? value)
    {
        var raw = ParameterText.Plain(value);
        if (part.Form == PartForm.Style)
        {
            return ParameterText.Pairs(ParameterOf(part), raw);
        }
        return Items(part, raw).Select(item => KeyValuePair.Create(
            ParameterText.Encoded(part.Name),
            ParameterText.Encoded(part.Form == PartForm.Json ? ParameterText.JsonOf(item) : ParameterText.TextOf(ParameterText.Plain(item)))));
    }

    private static string JsonOf(object? value) => Encoding.UTF8.GetString(JsonText.Write(value));

    private static IEnumerable<object?> Items(PartShape part, object? raw) =>
        raw is null ? [] : part.Repeats && raw is JsonList list ? list.Where(item => item is not null) : [raw];

    private static BodyMade Multipart(BodyShape shape, object? value, string mediaType)
    {
        var boundary = $"edmund-{Guid.NewGuid():N}";
        var parts = Members(value).Select(member => (Part: PartOf(shape, member.Key), Value: Unfiled(member.Value))).ToList();
        var sources = parts.SelectMany(part => Items(part.Part with { Repeats = true }, part.Value)).OfType<FilePart>().Select(file => file.Content).ToArray();
        return new BodyMade(null, $"{mediaType.Split(';')[0].Trim()}; boundary={boundary}", new StreamedBody(Make, sources));

        HttpContent Make(Action moved)
        {
            var content = new MultipartContent(mediaType.Split(';')[0].Split('/')[1].Trim(), boundary);
            foreach (var (part, raw) in parts)
            {
                foreach (var (made, name, fileName) in Contents(part, raw, moved))
                {
                    made.Headers.TryAddWithoutValidation("Content-Disposition", Disposition(name, fileName));
                    content.Add(made);
                }
            }
            return content;
        }
    }

    /// <summary>The value with its files as they are, not as the text that JSON would have.</summary>
    private static object? Unfiled(object? value) => value switch
    {
        FilePart => value,
        ITypedList typed => ParameterText.Plain(typed),
        IWireValue typed => Unfiled(typed.Wire()),
        _ => ParameterText.Plain(value),
    };

    private static IEnumerable<(HttpContent Content, string Name, string? FileName)> Contents(PartShape part, object? raw, Action moved)
    {
        if (raw is not null && part.Form == PartForm.Style)
        {
            foreach (var (name, text) in ParameterText.Pairs(ParameterOf(part), raw))
            {
                yield return (Text(Uri.UnescapeDataString(text), "text/plain"), Uri.UnescapeDataString(name), null);
            }
            yield break;
        }
        foreach (var item in Items(part, raw))
        {
            yield return item switch
            {
                FilePart file => (File(file, part.MediaType, moved), part.Name, file.FileName),
                _ when part.Form == PartForm.Json => (Text(JsonOf(item), part.MediaType ?? "application/json"), part.Name, null),
                _ => (Text(ParameterText.TextOf(ParameterText.Plain(item)), part.MediaType ?? "text/plain"), part.Name, null),
            };
        }
    }

    private static StreamedContent File(FilePart file, string? mediaType, Action moved)
    {
        var content = new StreamedContent(file.Content, moved);
        SetType(content, file.ContentType ?? mediaType ?? "application/octet-stream");
        return content;
    }

    private static ByteArrayContent Text(string text, string mediaType)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        SetType(content, mediaType);
        return content;
    }

    private static void SetType(HttpContent content, string mediaType) => content.Headers.ContentType =
        MediaTypeHeaderValue.TryParse(mediaType, out var type) ? type : throw new ArgumentException($"'{Masked.OneLine(mediaType)}' is no media type", nameof(mediaType));

    /// <summary>Names as browsers write them (HTML, section 4.10.21.8): line ends and quotes percent-encoded, all else as UTF-8.</summary>
    private static string Disposition(string name, string? fileName)
    {
        var told = $"form-data; name=\"{Quoted(name)}\"";
        return fileName is null ? told : $"{told}; filename=\"{Quoted(fileName)}\"";
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length);
        foreach (var unit in Encoding.UTF8.GetBytes(text))
        {
            quoted.Append(unit is < 0x20 or 0x7f or (byte)'"' ? $"%{unit:X2}" : ((char)unit).ToString());
        }
        return quoted.ToString();
    }
}
