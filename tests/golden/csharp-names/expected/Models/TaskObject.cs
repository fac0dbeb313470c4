namespace Shop.Client.Models;

using Shop.Client.Runtime;

/// <summary>The complex type Odd.Names.task.</summary>
public partial class TaskObject : global::Shop.Client.Runtime.Model
{
    private static readonly ModelType s_type = new("Odd.Names.task", static () => new TaskObject())
    {
    };

    internal override ModelType ModelInfo => s_type;
}
