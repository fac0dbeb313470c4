namespace Shop.Client.Orders.OpsArchive
{
    /// <summary>What is sent to Ops.archive.</summary>
    public class ArchivePostRequestBody : global::Shop.Client.Builders.OrderOpsArchivePostRequestBody
    {
    }
}

namespace Shop.Client.Orders.Item.OpsCancel
{
    /// <summary>What is sent to Ops.cancel.</summary>
    public class CancelPostRequestBody : global::Shop.Client.Builders.OrderOpsCancelPostRequestBody
    {
    }
}

namespace Shop.Client.Orders.OpsLatest.OpsCancel
{
    /// <summary>What is sent to Ops.cancel.</summary>
    public class CancelPostRequestBody : global::Shop.Client.Builders.OrderOpsCancelPostRequestBody
    {
    }
}
