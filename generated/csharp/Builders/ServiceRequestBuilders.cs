namespace Microsoft.Graph.Builders;

using Microsoft.Graph.Runtime;

/// <summary>The service root.</summary>
public partial class ServiceRequestBuilder : RequestBuilder
{
    internal ServiceRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>Identity features of the tenant.</summary>
    public IdentityContainerRequestBuilder Identity => new(PlaceBelow("/identity"));
}
