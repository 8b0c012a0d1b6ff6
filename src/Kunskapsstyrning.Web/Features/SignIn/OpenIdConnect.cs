using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kunskapsstyrning.Domain.People;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Kunskapsstyrning.Web.Features.SignIn;

/// <summary>A provider does not answer, or answers with what is no answer. It is its fault and not the person's.</summary>
internal sealed class ProviderDownException(string why, Exception? inner = null) : Exception(why, inner);

/// <summary>What came of a provider's answer: what it told of the person, or why that is not believed.</summary>
/// <param name="Told">What it told; null when it is not believed.</param>
/// <param name="Why">Why not, in a word.</param>
internal sealed record ProviderAnswer(ToldByProvider? Told, string? Why)
{
    public static ProviderAnswer Refused(string why) => new(null, why);
}

/// <summary>Talks with identity providers by OpenID Connect: code flow with PKCE. Every secret of a question follows from the key of the browser that asks.</summary>
internal sealed class OpenIdConnect(IConfiguration configuration, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenKeys = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Discovered> _discovered = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 512 * 1024,
    };

    /// <summary>Why an answer is not believed that was to tell that the person has just proved who they are.</summary>
    public const string NotAnew = "token-auth-time";

    /// <summary>Where the browser is sent.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="browser">A key made for the browser that asks.</param>
    /// <param name="answerTo">Where the answer goes.</param>
    /// <param name="anew">True when the person has to prove anew who they are, though the provider remembers them.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ProviderDownException">The provider does not answer.</exception>
    public async Task<string> Question(IdentityProvider provider, BrowserKey browser, Uri answerTo, bool anew, CancellationToken cancellation)
    {
        var itself = await Discover(provider, cancellation);
        return new OpenIdConnectMessage
        {
            IssuerAddress = itself.AuthorizationEndpoint,
            ClientId = provider.ClientId,
            RedirectUri = answerTo.AbsoluteUri,
            ResponseType = OpenIdConnectResponseType.Code,
            Scope = "openid profile",
            State = StateOf(browser),
            Nonce = NonceOf(browser),
            MaxAge = anew ? "0" : null,
            Parameters =
            {
                ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(VerifierOf(browser)))),
                ["code_challenge_method"] = "S256",
            },
        }.CreateAuthenticationRequestUrl();
    }

    /// <summary>What the provider is told, so that only the browser that asked can bring the answer.</summary>
    public static string StateOf(BrowserKey browser) => browser.For("state");

    /// <summary>True when an answer comes from the provider, as far as it tells. One that promises to give its name in every answer is held to it.</summary>
    /// <exception cref="ProviderDownException">The provider does not answer.</exception>
    public async Task<bool> IsFrom(IdentityProvider provider, string? sender, CancellationToken cancellation) =>
        sender is null ? !(await Discover(provider, cancellation)).AuthorizationResponseIssParameterSupported : sender == provider.Issuer;

    /// <summary>Changes the code for a token, and believes the token or not.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="browser">The key of the browser that asked.</param>
    /// <param name="code">The code.</param>
    /// <param name="answerTo">Where the answer went.</param>
    /// <param name="since">When the person must have proved who they are, or later; null where it may be long ago.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ProviderDownException">The provider does not answer.</exception>
    public async Task<ProviderAnswer> Answer(IdentityProvider provider, BrowserKey browser, string code, Uri answerTo, DateTimeOffset? since, CancellationToken cancellation)
    {
        var itself = await Discover(provider, cancellation);
        if (await Exchange(provider, itself, browser, code, answerTo, cancellation) is not { } token) return ProviderAnswer.Refused("token-not-given");

        var read = await Validate(provider, itself, token);
        if (read.Exception is SecurityTokenSignatureKeyNotFoundException && await DiscoverAnew(provider, cancellation) is { } now) read = await Validate(provider, now, token);
        if (!read.IsValid) return ProviderAnswer.Refused(Why(read.Exception));

        var told = (JsonWebToken)read.SecurityToken;
        if (!SameText(Value(told, "nonce"), NonceOf(browser))) return ProviderAnswer.Refused("token-nonce");
        if (Value(told, "azp") is { } party ? party != provider.ClientId : told.Audiences.Skip(1).Any()) return ProviderAnswer.Refused("token-audience");
        if (told.Subject is not { Length: > 0 and <= 255 }) return ProviderAnswer.Refused("token-subject");
        var proved = ProvedAt(told);
        if (since is not null && !(proved >= since - Slack)) return ProviderAnswer.Refused(NotAnew);
        return new ProviderAnswer(new ToldByProvider(told.Subject, Value(told, "name"), [.. told.Claims.Select(c => new Claimed(c.Type, c.Value))], token, proved), null);
    }

    /// <summary>Where to sign out at the provider; null when it has no such place.</summary>
    /// <exception cref="ProviderDownException">The provider does not answer.</exception>
    public async Task<string?> SignOut(IdentityProvider provider, string? token, Uri after, CancellationToken cancellation) =>
        (await Discover(provider, cancellation)).EndSessionEndpoint is { Length: > 0 } address
            ? new OpenIdConnectMessage { IssuerAddress = address, ClientId = provider.ClientId, IdTokenHint = token, PostLogoutRedirectUri = after.AbsoluteUri }.CreateLogoutRequestUrl()
            : null;

    public void Dispose() => _http.Dispose();

    private static string NonceOf(BrowserKey browser) => browser.For("nonce");

    private static string VerifierOf(BrowserKey browser) => browser.For("verifier");

    private async Task<string?> Exchange(IdentityProvider provider, OpenIdConnectConfiguration itself, BrowserKey browser, string code, Uri answerTo, CancellationToken cancellation)
    {
        var fields = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = answerTo.AbsoluteUri,
            ["client_id"] = provider.ClientId,
            ["code_verifier"] = VerifierOf(browser),
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, itself.TokenEndpoint);
        if (provider.SecretName is { } name)
        {
            var secret = configuration[name] ?? throw new ProviderDownException($"The setting {name} is missing.");
            if (itself.TokenEndpointAuthMethodsSupported is { Count: > 0 } ways && !ways.Contains("client_secret_basic")) fields["client_secret"] = secret;
            else request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(provider.ClientId)}:{Uri.EscapeDataString(secret)}")));
        }

        request.Content = new FormUrlEncodedContent(fields);
        return await Ask(async () =>
        {
            using var answer = await _http.SendAsync(request, cancellation);
            if ((int)answer.StatusCode >= 500) throw new HttpRequestException($"The token endpoint answered {(int)answer.StatusCode}.");
            if (!answer.IsSuccessStatusCode) return null;
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellation));
            return json.RootElement.TryGetProperty("id_token", out var token) ? token.GetString() : null;
        }, cancellation);
    }

    private Task<TokenValidationResult> Validate(IdentityProvider provider, OpenIdConnectConfiguration itself, string token) => new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
    {
        ValidIssuer = provider.Issuer,
        ValidAudience = provider.ClientId,
        IssuerSigningKeys = itself.SigningKeys,
        ValidateIssuerSigningKey = true,
        RequireSignedTokens = true,
        RequireExpirationTime = true,

        // Keys that only the provider has: none, and nothing that is signed with a secret that both know.
        ValidAlgorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"],
        LifetimeValidator = (from, until, _, _) => Holds(from, until),
    });

    private bool Holds(DateTime? from, DateTime? until)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return until is { } end && now < end + Slack && (from is null || from <= now + Slack);
    }

    private async Task<OpenIdConnectConfiguration> Discover(IdentityProvider provider, CancellationToken cancellation) =>
        _discovered.TryGetValue(provider.Issuer, out var kept) && clock.GetUtcNow() - kept.At < Kept ? kept.Itself : await Fetch(provider, cancellation);

    /// <summary>What it says of itself now, when it may have got new keys; null when that was asked just now.</summary>
    private async Task<OpenIdConnectConfiguration?> DiscoverAnew(IdentityProvider provider, CancellationToken cancellation) =>
        _discovered.TryGetValue(provider.Issuer, out var kept) && clock.GetUtcNow() - kept.At < BetweenKeys ? null : await Fetch(provider, cancellation);

    private async Task<OpenIdConnectConfiguration> Fetch(IdentityProvider provider, CancellationToken cancellation)
    {
        var documents = new HttpDocumentRetriever(_http) { RequireHttps = !new Uri(provider.Issuer).IsLoopback };
        var itself = await Ask(() => OpenIdConnectConfigurationRetriever.GetAsync($"{provider.Issuer.TrimEnd('/')}/.well-known/openid-configuration", documents, cancellation), cancellation);
        if (itself.Issuer != provider.Issuer) throw new ProviderDownException("The provider calls itself something else.");
        if (string.IsNullOrEmpty(itself.AuthorizationEndpoint) || string.IsNullOrEmpty(itself.TokenEndpoint)) throw new ProviderDownException("The provider does not say where to go.");

        _discovered[provider.Issuer] = new Discovered(itself, clock.GetUtcNow());
        return itself;
    }

    private static async Task<T> Ask<T>(Func<Task<T>> ask, CancellationToken cancellation)
    {
        try
        {
            return await ask();
        }
        catch (Exception down) when (down is HttpRequestException or IOException or JsonException or ArgumentException or InvalidOperationException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new ProviderDownException(down.GetBaseException().Message, down);
        }
    }

    private static string Why(Exception? exception) => exception switch
    {
        SecurityTokenInvalidAudienceException => "token-audience",
        SecurityTokenInvalidIssuerException => "token-issuer",
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNoExpirationException or SecurityTokenNotYetValidException => "token-lifetime",
        SecurityTokenInvalidAlgorithmException or SecurityTokenInvalidSignatureException or SecurityTokenInvalidSigningKeyException => "token-signature",
        _ => "token-malformed",
    };

    private static DateTimeOffset? ProvedAt(JsonWebToken token) =>
        token.TryGetPayloadValue<long>("auth_time", out var seconds) && seconds is > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static string? Value(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var value) ? value : null;

    private static bool SameText(string? one, string other) => one is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private sealed record Discovered(OpenIdConnectConfiguration Itself, DateTimeOffset At);
}
