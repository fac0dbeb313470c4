using System;

namespace Microsoft.Graph.Runtime;

/// <summary>What the whole numbers of the primitive types go from and to.</summary>
internal static class IntegerRanges
{
    public static bool TryGet(string type, out Int128 low, out Int128 high)
    {
        (low, high) = type switch
        {
            "Edm.Byte" => (byte.MinValue, byte.MaxValue),
            "Edm.SByte" => (sbyte.MinValue, sbyte.MaxValue),
            "Edm.Int16" => (short.MinValue, short.MaxValue),
            "Edm.Int32" => (int.MinValue, int.MaxValue),
            "Edm.Int64" => (long.MinValue, long.MaxValue),
            _ => ((Int128)1, (Int128)0),
        };
        return low < high;
    }
}
