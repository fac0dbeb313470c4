namespace EdmundRuntime.Runtime;

/// <summary>What an answer holds, also where it is not what the call itself gives.</summary>
public sealed partial class Response<T>
{
    /// <summary>What the answer holds, as the description has it for its status; null for an answer without content.</summary>
    public object? Content => Value is not null ? Value : Request.Call?.Read(_reply);
}
