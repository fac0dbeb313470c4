namespace Microsoft.Graph.Identity.ApiConnectors.Item.UploadClientCertificate
{
    /// <summary>What is sent to microsoft.graph.uploadClientCertificate.</summary>
    public class UploadClientCertificatePostRequestBody : global::Microsoft.Graph.Builders.IdentityApiConnectorUploadClientCertificatePostRequestBody
    {
    }
}
