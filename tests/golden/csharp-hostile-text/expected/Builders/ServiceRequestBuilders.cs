namespace Shop.Client.Builders;

using Shop.Client.Runtime;

/// <summary>The service root.</summary>
public partial class ServiceRequestBuilder : RequestBuilder
{
    internal ServiceRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The segment things.</summary>
    public ThingCollectionRequestBuilder Things => new(PlaceBelow("/things"));
}
