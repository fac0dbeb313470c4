namespace Shop.Client.Orders.OpsArchive
{
    /// <summary>What is sent to Ops.archive.</summary>
    public class OpsArchivePostRequestBody : global::Shop.Client.Builders.OrderOpsArchivePostRequestBody
    {
    }
}

namespace Shop.Client.Orders.Item.OpsCancel
{
    /// <summary>What is sent to Ops.cancel.</summary>
    public class OpsCancelPostRequestBody : global::Shop.Client.Builders.OrderOpsCancelPostRequestBody
    {
    }
}

namespace Shop.Client.Orders.OpsLatest.OpsCancel
{
    /// <summary>What is sent to Ops.cancel.</summary>
    public class OpsCancelPostRequestBody : global::Shop.Client.Builders.OrderOpsCancelPostRequestBody
    {
    }
}
