using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Kunskapsstyrning.Web.Features.Boundaries;

/// <summary>What waits to be read in stands on the page that shows it, sealed: nothing is kept on the server until it is confirmed, and nobody can put something else in its place.</summary>
public sealed class SealedBoundaries(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("boundaries.v1");

    /// <summary>Sealed, to stand in a form.</summary>
    public string Seal(BoundaryTrial trial) => _protector.Protect(JsonSerializer.Serialize(trial));

    /// <summary>What was sealed here; null for anything else.</summary>
    public BoundaryTrial? Open(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<BoundaryTrial>(_protector.Unprotect(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
