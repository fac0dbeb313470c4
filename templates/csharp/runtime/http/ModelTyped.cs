namespace EdmundRuntime.Runtime;

/// <summary>How generated properties get at values that are put together: maps, lists of lists, unions.</summary>
public abstract partial class Model
{
    private protected T? GetTyped<T>(string name, Codec<T> codec)
    {
        if (!RawMembers.TryGetValue(name, out var value) || value is null)
        {
            return default;
        }
        if (value is TypedValue<T> known)
        {
            return known.Value;
        }
        var raw = (value as IWireValue)?.Wire() ?? value;
        try
        {
            var read = codec.Read(raw);
            RawMembers[name] = new TypedValue<T>(read, codec, raw);
            return read;
        }
        catch (DecodeException error)
        {
            throw new DecodeException($"{GetType().Name}.{ModelInfo.Find(name)?.Member} ({name}): {error.Message}");
        }
    }

    private protected void SetTyped<T>(string name, T? value, Codec<T> codec) =>
        RawMembers[name] = value is null ? null : new TypedValue<T>(value, codec, null);

    /// <summary>Gives a new object a member that its type leaves no choice for.</summary>
    private protected void SetSaid(string name, string json) => RawMembers[name] = JsonText.Parse(json);
}
