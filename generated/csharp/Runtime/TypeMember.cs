using System.Collections.Generic;

namespace Microsoft.Graph.Runtime;

/// <summary>The member that says of which type an object is (OData JSON Format 4.01, section 4.6.3).</summary>
internal static class TypeMember
{
    private const string Name = "@odata.type";
    private const string ShortName = "@type";

    /// <summary>Whether a member on the wire is the one that the models' property stands for.</summary>
    public static bool IsShown(string name) => name == Name;

    /// <summary>Whether a member on the wire says the type.</summary>
    public static bool Is(string name) => name is Name or ShortName;

    /// <summary>The name on the wire of the property for it; null for any other name.</summary>
    public static string? WireName(string property) => property == nameof(Model.OdataType) ? Name : null;

    /// <summary>
    /// The type of an object: the one that it names, if that derives from the declared one. A type that this client does
    /// not know, or that does not derive, gives the declared one.
    /// </summary>
    public static ModelType TypeOf(ModelType declared, JsonMap members)
    {
        if ((!members.TryGetValue(Name, out var named) && !members.TryGetValue(ShortName, out named)) || named is not string text)
        {
            return declared;
        }
        var found = SchemaTable.Find(SchemaTable.PlainName(text));
        return found is not null && found.IsA(declared) ? found : declared;
    }

    /// <summary>What a model must say of its type where the declared one is another; null for nothing.</summary>
    public static KeyValuePair<string, string>? Told(Model model, string? declared)
    {
        var type = model.ModelInfo;
        var isTold = type.Name == declared || type.IsPayload || model.RawMembers.ContainsKey(Name) || model.RawMembers.ContainsKey(ShortName);
        return isTold ? null : KeyValuePair.Create(Name, $"#{type.Name}");
    }
}
