namespace EdmundRuntime.Runtime;

/// <summary>What the compiler knows of a service and its client; options of the client come first.</summary>
/// <param name="Product">The client for <c>User-Agent</c>.</param>
/// <param name="BatchLimit">How many requests go in one batch.</param>
/// <param name="BatchUrlsStartWithSlash">How URLs in a batch are written.</param>
internal sealed record ServiceTraits(string Product, int BatchLimit = int.MaxValue, bool BatchUrlsStartWithSlash = false);
