namespace Microsoft.Graph.Models;

using Microsoft.Graph.Runtime;

/// <summary>What is known of an uploaded certificate.</summary>
public partial class Pkcs12CertificateInformation : Model
{
    private static readonly ModelType s_type = new("microsoft.graph.pkcs12CertificateInformation", static () => new Pkcs12CertificateInformation())
    {
        Properties =
        [
            new("isActive", "IsActive", "Edm.Boolean") { IsNullable = false, IsInsertable = false, IsUpdatable = false },
            new("notAfter", "NotAfter", "Edm.Int64") { IsNullable = false, IsInsertable = false, IsUpdatable = false },
            new("notBefore", "NotBefore", "Edm.Int64") { IsNullable = false, IsInsertable = false, IsUpdatable = false },
            new("thumbprint", "Thumbprint", "Edm.String") { IsInsertable = false, IsUpdatable = false },
        ],
    };

    /// <summary>
    /// <para>
    /// Whether this certificate is the one in use.
    /// </para>
    /// <para>
    /// True for the newest uploaded certificate that has not expired and whose notBefore has passed.
    /// </para>
    /// </summary>
    public bool? IsActive
    {
        get => GetBoolean("isActive");
        set => SetBoolean("isActive", value);
    }

    /// <summary>
    /// <para>
    /// When the certificate expires.
    /// </para>
    /// <para>
    /// A NumericDate of RFC 7519: seconds since 1970-01-01T00:00:00Z.
    /// </para>
    /// </summary>
    public long? NotAfter
    {
        get => GetInt64("notAfter");
        set => SetInt64("notAfter", value);
    }

    /// <summary>
    /// <para>
    /// When the certificate becomes valid.
    /// </para>
    /// <para>
    /// A NumericDate of RFC 7519: seconds since 1970-01-01T00:00:00Z.
    /// </para>
    /// </summary>
    public long? NotBefore
    {
        get => GetInt64("notBefore");
        set => SetInt64("notBefore", value);
    }

    /// <summary>The thumbprint of the certificate.</summary>
    public string? Thumbprint
    {
        get => GetString("thumbprint");
        set => SetString("thumbprint", value);
    }

    internal override ModelType ModelInfo => s_type;
}
