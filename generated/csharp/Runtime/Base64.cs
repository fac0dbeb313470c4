using System;

namespace Microsoft.Graph.Runtime;

/// <summary>Base64 and base64url (RFC 4648, sections 4 and 5).</summary>
internal static class Base64
{
    /// <summary>
    /// The bytes that text in either alphabet stands for, or null. Padding may be left out; where it is given it
    /// has to be right.
    /// </summary>
    public static byte[]? Decode(string text)
    {
        var body = text.AsSpan().TrimEnd('=');
        var padding = text.Length - body.Length;
        var missing = (4 - (body.Length % 4)) % 4;
        if (missing == 3 || (padding != 0 && padding != missing))
        {
            return null;
        }
        foreach (var character in body)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('+' or '/' or '-' or '_'))
            {
                return null;
            }
        }
        var standard = body.ToString().Replace('-', '+').Replace('_', '/') + new string('=', missing);
        var data = new byte[(standard.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(standard, data, out var length) ? data[..length] : null;
    }
}
