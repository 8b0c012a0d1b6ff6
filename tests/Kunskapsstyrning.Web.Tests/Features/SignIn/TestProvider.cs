using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kunskapsstyrning.Web.Tests.Features.SignIn;

/// <summary>
/// An identity provider of the test's own, on this machine only: tells what it is, signs in whoever comes, changes codes for real
/// tokens that it signs with a key of its own, and signs out. It tells what a test bids it, also what is false.
/// </summary>
public sealed class TestProvider : IAsyncDisposable
{
    public const string ClientId = "kunskapsstyrning";
    public const string Secret = "hemlighet & co";

    private readonly ConcurrentDictionary<string, Asked> _codes = new();
    private readonly WebApplication _app;
    private RsaSecurityKey _key = NewKey("nyckel-1");

    private TestProvider(WebApplication app) => _app = app;

    /// <summary>Its address.</summary>
    public string Issuer { get; private set; } = "";

    /// <summary>What it knows whoever comes by.</summary>
    public string Subject { get; set; } = "anna";

    /// <summary>What it says besides.</summary>
    public Dictionary<string, object> Claims { get; set; } = new() { ["name"] = "Provledare Ett", ["groups"] = new[] { "alla", "handlaggare" } };

    /// <summary>What it makes of the token that it would have given.</summary>
    public Func<Idea, string>? Forge { get; set; }

    /// <summary>True when it answers nothing but that it is down.</summary>
    public bool IsDown { get; set; }

    /// <summary>How long ago whoever comes proved who they are: it remembers them, and asks only when it is bid to.</summary>
    public TimeSpan Remembers { get; set; }

    /// <summary>True when it asks whoever comes anew when it is bid to.</summary>
    public bool AsksAnew { get; set; } = true;

    /// <summary>True when it tells when whoever comes proved who they are.</summary>
    public bool TellsWhen { get; set; } = true;

    /// <summary>True when it says of itself that its answers always name it.</summary>
    public bool PromisesItsName { get; set; }

    /// <summary>True when its answers name it.</summary>
    public bool GivesItsName { get; set; } = true;

    /// <summary>What its clock shows.</summary>
    public Func<DateTimeOffset> Now { get; set; } = () => DateTimeOffset.UtcNow;

    /// <summary>The last question to sign out.</summary>
    public string? AskedToSignOut { get; private set; }

    /// <summary>The key it signs with.</summary>
    public RsaSecurityKey Key => _key;

    public static async Task<TestProvider> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var provider = new TestProvider(app);
        provider.Map(app);
        await app.StartAsync();
        provider.Issuer = app.Urls.Single();
        return provider;
    }

    /// <summary>Signs with another key from now on, and tells so.</summary>
    public void ChangeKey() => _key = NewKey($"nyckel-{Guid.NewGuid():N}");

    /// <summary>A key like its own, that is not.</summary>
    public static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map(WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (!IsDown) return next(context);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Issuer,
            ["authorization_endpoint"] = $"{Issuer}/in",
            ["token_endpoint"] = $"{Issuer}/token",
            ["jwks_uri"] = $"{Issuer}/nycklar",
            ["end_session_endpoint"] = $"{Issuer}/ut",
            ["response_types_supported"] = new[] { "code" },
            ["authorization_response_iss_parameter_supported"] = PromisesItsName,
        }));
        app.MapGet("/nycklar", () =>
        {
            var parts = _key.Rsa.ExportParameters(includePrivateParameters: false);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = _key.KeyId, n = Base64UrlEncoder.Encode(parts.Modulus), e = Base64UrlEncoder.Encode(parts.Exponent) } } });
        });
        app.MapGet("/in", (HttpContext context) =>
        {
            var query = context.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString());
            if (query.GetValueOrDefault("code_challenge_method") != "S256" || query.GetValueOrDefault("response_type") != "code") return Results.BadRequest();

            var code = Guid.NewGuid().ToString("N");
            _codes[code] = new Asked(query["nonce"], query["code_challenge"], query["redirect_uri"], Subject, WithTime(asksAnew: query.GetValueOrDefault("max_age") == "0"));
            var answer = new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] };
            if (GivesItsName) answer["iss"] = Issuer;
            return Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"], answer));
        });
        app.MapPost("/token", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            var known = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{Uri.EscapeDataString(Secret)}"))}";
            if (context.Request.Headers.Authorization != known) return Results.Unauthorized();
            if (!_codes.TryRemove(form["code"].ToString(), out var asked) || asked.RedirectUri != form["redirect_uri"]) return Results.BadRequest();
            if (Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked.Challenge) return Results.BadRequest();

            var idea = new Idea(this, asked.Nonce, asked.Subject, asked.Claims);
            return Results.Json(new { access_token = "ingen", token_type = "Bearer", id_token = Forge?.Invoke(idea) ?? idea.Signed() });
        });
        app.MapGet("/ut", (HttpContext context) =>
        {
            AskedToSignOut = context.Request.QueryString.Value;
            return Results.Redirect(context.Request.Query["post_logout_redirect_uri"].ToString());
        });
    }

    private Dictionary<string, object> WithTime(bool asksAnew) => !TellsWhen ? Claims : new(Claims)
    {
        ["auth_time"] = (Now() - (asksAnew && AsksAnew ? TimeSpan.Zero : Remembers)).ToUnixTimeSeconds(),
    };

    private sealed record Asked(string Nonce, string Challenge, string RedirectUri, string Subject, Dictionary<string, object> Claims);

    /// <summary>A token that could be given.</summary>
    public sealed record Idea(TestProvider Provider, string Nonce, string Subject, Dictionary<string, object> Claims)
    {
        public string Issuer { get; init; } = Provider.Issuer;

        public string Audience { get; init; } = ClientId;

        public TimeSpan Age { get; init; }

        public SigningCredentials? Credentials { get; init; } = new(Provider.Key, SecurityAlgorithms.RsaSha256);

        public string Signed()
        {
            var issued = (Provider.Now() - Age).UtcDateTime;
            return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
            {
                Issuer = Issuer, Audience = Audience, IssuedAt = issued, NotBefore = issued, Expires = issued.AddMinutes(5), SigningCredentials = Credentials,
                Claims = new Dictionary<string, object>(Claims) { ["sub"] = Subject, ["nonce"] = Nonce },
            });
        }
    }
}
