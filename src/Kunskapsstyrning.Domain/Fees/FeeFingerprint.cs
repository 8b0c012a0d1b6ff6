using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kunskapsstyrning.Domain.Fees;

/// <summary>Knows a list of fees again: what one person proposed and another approves is the same, to the last decimal.</summary>
public static class FeeFingerprint
{
    /// <summary>SHA-256 of every row and the rate, in hex.</summary>
    public static string Of(FeeList list)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{list.Terms.Kind};{Text(list.RatePerInhabitant)}\n");
        foreach (var row in list.Rows)
            text.Append(CultureInfo.InvariantCulture, $"{row.Municipality.Digits};{row.Inhabitants};{row.Discounted};{Text(row.Exact)};{Text(row.Computed?.Amount)};{Text(row.Published?.Amount)}\n");

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Without trailing zeros, which the database does not promise to keep.</summary>
    private static string Text(decimal? number) => number is { } some ? Rounding.WithoutTrailingZeros(some).ToString(CultureInfo.InvariantCulture) : "";
}
