using System.Reflection;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;

namespace Kunskapsstyrning.Web.Tests.Access;

/// <summary>Whose something is that an address asks for.</summary>
internal enum Whose
{
    /// <summary>Whoever may ask gets it.</summary>
    Everyones,
    /// <summary>The planted municipality's, and SKR's.</summary>
    Owners,
    /// <summary>The planted municipality's, and theirs at SKR who log decisions.</summary>
    OwnersAndLoggers,
    /// <summary>The planted municipality's, but whether it is shown to it is for the use case to say. Never a foreign one's.</summary>
    Either,
    /// <summary>Those at SKR who log decisions, and nobody else's.</summary>
    Loggers,
    /// <summary>One person's own.</summary>
    Persons,
    /// <summary>There is no such thing.</summary>
    Nobodys,
    /// <summary>It is for the use case to say.</summary>
    Unsaid,
}

/// <summary>An address as somebody may ask for it, with real values in it.</summary>
internal sealed record Address(string Path, Whose Whose);

/// <summary>An endpoint as it is mapped and declared.</summary>
internal sealed class Mapped
{
    /// <summary>Values of what may stand after the question mark; a name that is not here is left out.</summary>
    private static readonly Dictionary<string, Func<Planted, string>> Queries = new()
    {
        ["rekommendation"] = _ => "2016-nationell-stodfunktion", ["sok"] = _ => "Ekerö", ["sparat"] = p => p.Decision.Value.ToString(), ["fran"] = p => p.Arrived.Value.ToString(),
        ["gjort"] = _ => "at-sidan", ["per"] = _ => "2020-01-01", ["fraga"] = _ => "gallde", ["lan"] = _ => "01", ["status"] = _ => "antagit", ["referens"] = p => p.Reference,
        ["returnUrl"] = p => $"/beslut/{p.Decision.Value}", ["sida"] = _ => "1", ["del"] = _ => "1", ["asOf"] = _ => "2020-01-01", ["basis"] = _ => "held", ["format"] = _ => "csv",
        ["county"] = _ => "01", ["kommun"] = _ => "0125", ["efter"] = _ => "0",
    };

    private readonly RouteEndpoint _endpoint;

    public Mapped(RouteEndpoint endpoint) => _endpoint = endpoint;

    /// <summary>"POST /beslut/{id:guid}/ratta".</summary>
    public string Name => $"{string.Join('+', Methods)} {Pattern}";

    public string Pattern => "/" + _endpoint.RoutePattern.RawText?.TrimStart('/');

    /// <summary>Where none is said every method is meant.</summary>
    public IReadOnlyList<string> Methods => _endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } said ? said : ["GET", "POST"];

    /// <summary>Style sheet, script and pictures: files of the program, the same for everyone.</summary>
    public bool IsFileOfProgram => _endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    /// <summary>What the framework maps beside those files in development.</summary>
    public bool IsFileFallback => Declared.IsFileFallback(_endpoint);

    /// <summary>The framework's own, for live pages: it has its own protocol, so that only who may connect is asked.</summary>
    public bool IsHub => Pattern.Contains("/_blazor", StringComparison.Ordinal) || Pattern.StartsWith("/_framework", StringComparison.Ordinal);

    /// <summary>What another program draws: without it nobody is given anything. Those who may not are refused before.</summary>
    public bool NeedsProgram => Pattern.EndsWith(".pdf", StringComparison.Ordinal) || Pattern.EndsWith(".png", StringComparison.Ordinal) || Pattern is Urls.PageImage;

    public Type? UseCase => _endpoint.Metadata.GetMetadata<ForUseCase>()?.UseCase;

    public bool IsFor(Actor actor) => UseCase is null || actor.May(UseCase);

    /// <summary>The address with every value that stands for what was planted, and once more with everything that may stand after a question mark.</summary>
    public IReadOnlyList<Address> Addresses(Planted planted)
    {
        var paths = _endpoint.RoutePattern.Parameters.Aggregate<RoutePatternParameterPart, IEnumerable<Address>>(
            [new Address(Pattern, Whose.Everyones)],
            (so, part) => so.SelectMany(a => ValuesOf(part, planted).Select(v => new Address(With(a.Path, part, v.Value), a.Whose is Whose.Everyones ? v.Whose : a.Whose)))).ToList();
        return Query(planted) is { Length: > 0 } query && Methods.Contains("GET") ? [.. paths, paths[0] with { Path = $"{paths[0].Path}?{query}", Whose = Whose.Unsaid }] : paths;
    }

    /// <summary>Addresses that read what stands after the question mark themselves.</summary>
    private const string OfView = "per=2020-01-01&fraga=gallde&sedan=2019-01-01&lan=01&status=antagit&organ=namnd&sent=ja&andrat=ja&kolumner=inkom";

    private string Query(Planted planted) => Pattern switch
    {
        Urls.Recommendation => OfView,
        Urls.ComparedDays => "fran=2019-01-01&till=2020-01-01&fraga=gallde",
        _ => QueryOfParameters(planted),
    };

    private string QueryOfParameters(Planted planted) => string.Join('&', (_endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [])
        .Where(p => p.ParameterType == typeof(string) && _endpoint.RoutePattern.GetParameter(p.Name!) is null && Queries.ContainsKey(p.Name!))
        .Select(p => $"{p.Name}={Uri.EscapeDataString(Queries[p.Name!](planted))}"));

    private IEnumerable<(string Value, Whose Whose)> ValuesOf(RoutePatternParameterPart part, Planted p) => (part.Name, Pattern) switch
    {
        ("id", _) when Under("/rekommendationer/{slug}/aterkoppling/") && NeedsProgram => [(p.Of("aterkoppling"), Whose.Unsaid)],
        ("id", _) when NeedsProgram => [(p.Of("handling"), Whose.Unsaid), (p.Of("skickat"), Whose.Unsaid), (p.Of("inkommet"), Whose.Unsaid)],
        ("id", _) when Under("/handlingar/") => [(p.Of("handling"), Whose.Owners), (p.Of("skickat"), Whose.OwnersAndLoggers), (p.Of("inkommet"), Whose.Loggers), (p.Of("tillbakatagen handling"), Whose.Loggers), (p.Of("forslagets handling"), Whose.Loggers)],
        ("id", _) when Under("/beslut/") => [(p.Decision.Value.ToString(), Whose.Owners), (p.Proposal.Value.ToString(), Whose.Owners), (p.Retracted.Value.ToString(), Whose.Either)],
        ("id", _) when Under("/min-kommun/beslut/") => [(p.Decision.Value.ToString(), Whose.Owners)],
        ("id", _) when Under("/min-kommun/skickat/") => [(p.Sent.Value.ToString(), Whose.Owners)],
        ("id", _) when Under("/inkorg/") => [(p.Arrived.Value.ToString(), Whose.Loggers), (p.Sent.Value.ToString(), Whose.Loggers)],
        ("id", _) when Under("/registrera/lista/") => [(p.List.Value.ToString(), Whose.Either), (p.Of("registrerad lista"), Whose.Either)],
        ("id", _) when Under("/rekommendationer/{slug}/utskick/") => [(p.Of("utskick till manga"), Whose.Unsaid)],
        ("id", _) when Under("/utskick/") => [(p.Of("kvitto"), Whose.Loggers)],
        ("id", _) when Under("/uppfoljning/") => [(p.Of("uppfoljning"), Whose.Loggers)],
        ("id", _) when Under("/kommuner/{kod}/kontakt/") => [(p.Of("anteckning"), Whose.Loggers)],
        ("id", _) when Under("/konto/nyckel/") => [(p.Of("nyckel"), Whose.Persons)],
        ("id", _) when Under("/logga-in/hos/") => [(Guid.NewGuid().ToString(), Whose.Nobodys)],
        ("id", _) when Under("/administration/personer/") => [(p.Managed.Id.Value.ToString(), Whose.Either)],
        ("id", _) when Under("/min-kommun/kollegor/") => [(p.Managed.Id.Value.ToString(), Whose.Either)],
        ("id", _) when Under("/folkmangd/las-in/") => [(p.Of("folkmangd som vantar"), Whose.Unsaid)],
        ("id", _) when Under("/folkmangd/") => [(p.Of("folkmangd"), Whose.Unsaid)],
        ("id", _) when Under("/rekommendationer/{slug}/hantera/avgifter/") => [(p.Of("avgiftsforslag"), Whose.Either)],
        ("id", _) when Under("/rekommendationer/{slug}/lagen/") => [(p.Of("sparat lage"), Whose.Unsaid)],
        ("id", _) when Under("/rekommendationer/{slug}/aterkoppling/") => [(p.Of("aterkoppling"), Whose.Unsaid)],
        ("utskrift", _) => [(p.Of("foljebrev"), Whose.Unsaid)],
        ("years", _) => [("2017-2018", Whose.Everyones)],
        ("nyckel", _) => [(p.Of("nyckel"), Whose.Either)],
        ("document", _) => [(p.Of("handling"), Whose.Owners)],
        ("referens", _) => [(p.Reference, Whose.Everyones), ("ZZZZ-ZZZZ", Whose.Nobodys)],
        ("slug", _) when Under("/rekommendationer/{slug}/hantera/uppgifter") || Under("/rekommendationer/{slug}/hantera/skicka") || Under("/rekommendationer/{slug}/hantera/kasta") => [(p.Of("utkast"), Whose.Everyones)],
        ("ar", _) when Under("/rekommendationer/{slug}/hantera/uppgifter") => [("2027", Whose.Everyones)],
        ("slug", Urls.LastTime) => [("2024-kunskapsbaserad-socialtjanst", Whose.Everyones)],
        ("slug", _) => [("2016-nationell-stodfunktion", Whose.Everyones)],
        ("kod" or "code", _) => [(Planted.Owner.Digits, Whose.Everyones)],
        ("mall", _) => [("kvitto", Whose.Everyones)],
        ("lan", _) => [("01", Whose.Everyones)],
        ("ar", _) => [("2017", Whose.Everyones)],
        ("nummer" or "sida", _) => [("1", Whose.Everyones)],
        ("rest", _) => [("negotiate", Whose.Everyones)],

        // An address that is new: every id there is of the municipality's, whatever the address means by it.
        _ when part.ParameterPolicies.Any(policy => policy.Content is "guid") => p.EveryId.Select(id => (id, Whose.Either)),
        _ when part.ParameterPolicies.Any(policy => policy.Content is "int" or "long") => [("1", Whose.Either)],
        _ => [(Planted.Owner.Digits, Whose.Either), ("2016-nationell-stodfunktion", Whose.Either)],
    };

    private bool Under(string address) => Pattern.StartsWith(address, StringComparison.Ordinal);

    /// <summary>"{id:guid}", "{slug}.docx" and "{**rest}" with a value in place of what is in brackets.</summary>
    private static string With(string path, RoutePatternParameterPart part, string value)
    {
        var from = path.IndexOf($"{{{(part.IsCatchAll ? "**" : "")}{part.Name}", StringComparison.Ordinal);
        return string.Concat(path.AsSpan(0, from), value, path.AsSpan(path.IndexOf('}', from) + 1));
    }
}
