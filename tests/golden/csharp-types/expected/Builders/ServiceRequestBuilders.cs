namespace Shop.Client.Builders;

using Shop.Client.Runtime;

/// <summary>The service root.</summary>
public partial class ServiceRequestBuilder : RequestBuilder
{
    internal ServiceRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The segment Products.</summary>
    public ProductCollectionRequestBuilder Products => new(PlaceBelow("/Products"));
}
