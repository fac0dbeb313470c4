namespace Shop.Client.Builders;

using Shop.Client.Runtime;

/// <summary>The service root.</summary>
public partial class ServiceRequestBuilder : RequestBuilder
{
    internal ServiceRequestBuilder(UrlPlace place)
        : base(place)
    {
    }

    /// <summary>The segment animals.</summary>
    public AnimalCollectionRequestBuilder Animals => new(PlaceBelow("/animals"));

    /// <summary>The segment king.</summary>
    public LionRequestBuilder King => new(PlaceBelow("/king"));
}
