namespace Shop.Client.Orders.Archive
{
    /// <summary>What is sent to Ops.archive.</summary>
    public class ArchivePostRequestBody : global::Shop.Client.Builders.OrderArchivePostRequestBody
    {
    }
}

namespace Shop.Client.Orders.Item.Cancel
{
    /// <summary>What is sent to Ops.cancel.</summary>
    public class CancelPostRequestBody : global::Shop.Client.Builders.OrderCancelPostRequestBody
    {
    }
}

namespace Shop.Client.Orders.Latest.Cancel
{
    /// <summary>What is sent to Ops.cancel.</summary>
    public class CancelPostRequestBody : global::Shop.Client.Builders.OrderCancelPostRequestBody
    {
    }
}
