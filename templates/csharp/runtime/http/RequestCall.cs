namespace EdmundRuntime.Runtime;

/// <summary>What a request keeps of the call that it is made of.</summary>
public abstract partial class RequestInformation
{
    internal CallShape? Call { get; set; }

    static partial void Pass(RequestInformation from, RequestInformation to) => to.Call = from.Call;
}
