using System;
using System.IO;

namespace EdmundRuntime.Runtime;

/// <summary>A file in a form: its bytes, which are read while they are sent, its name and its media type.</summary>
public sealed class FilePart : IWireValue
{
    /// <summary>A file of a stream, which stays the caller's.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="fileName">The name that the service is told; null for none.</param>
    /// <param name="contentType">The media type; null for what the description says, or bytes.</param>
    public FilePart(Stream content, string? fileName = null, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        (Content, FileName, ContentType) = (content, fileName, contentType);
    }

    /// <summary>A file of bytes.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="fileName">The name that the service is told; null for none.</param>
    /// <param name="contentType">The media type; null for what the description says, or bytes.</param>
    public FilePart(byte[] content, string? fileName = null, string? contentType = null)
        : this(new MemoryStream(content, writable: false), fileName, contentType)
    {
    }

    /// <summary>The bytes.</summary>
    public Stream Content { get; }

    /// <summary>The name that the service is told.</summary>
    public string? FileName { get; }

    /// <summary>The media type.</summary>
    public string? ContentType { get; }

    /// <summary>That it is a file.</summary>
    public override string ToString() => "FilePart(...)";

    /// <summary>In JSON, which has no bytes: base64 text.</summary>
    object? IWireValue.Wire()
    {
        using var copy = new MemoryStream();
        if (Content.CanSeek)
        {
            Content.Position = 0;
        }
        Content.CopyTo(copy);
        return Convert.ToBase64String(copy.ToArray());
    }
}

/// <summary>Files among the members of an object.</summary>
internal sealed class FileCodec : Codec<FilePart>
{
    public override FilePart Read(object raw) => raw switch
    {
        FilePart file => file,
        string text => new FilePart(Base64.Decode(text) ?? System.Text.Encoding.UTF8.GetBytes(text)),
        _ => throw Mismatch("a file", raw),
    };

    public override object Write(FilePart value, object? raw) => raw is string ? raw : value;
}
