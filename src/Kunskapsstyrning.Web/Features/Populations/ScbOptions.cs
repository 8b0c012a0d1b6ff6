using System.Globalization;

namespace Kunskapsstyrning.Web.Features.Populations;

/// <summary>A table of SCB's that counts inhabitants on 31 December.</summary>
/// <param name="Id">Its id, "TAB638".</param>
/// <param name="FirstYear">The first year in it.</param>
/// <param name="LastYear">The last; null while it goes on.</param>
/// <param name="Contents">The code for the number of inhabitants, where the table does not tell it by its name.</param>
/// <param name="Totals">What stands for the whole of each division that must be named, by the division.</param>
public sealed record ScbTable(string Id, int FirstYear, int? LastYear, string Contents, IReadOnlyDictionary<string, string> Totals)
{
    /// <summary>True when the year is in it.</summary>
    public bool Has(int year) => FirstYear <= year && (LastYear is null || year <= LastYear);
}

/// <summary>Where SCB's figures are fetched, and how patiently.</summary>
/// <param name="Address">What every address begins with.</param>
/// <param name="Tables">The tables, by the years they have.</param>
/// <param name="OnlyHere">True where nothing beyond this machine may be asked: in development and in tests.</param>
public sealed record ScbOptions(Uri Address, IReadOnlyList<ScbTable> Tables, bool OnlyHere)
{
    private static readonly ScbTable[] Known =
    [
        new("TAB638", 1968, 2024, "BE0101N1", new Dictionary<string, string>()),

        // SCB adds noise from 2025, so that a sum of parts is not the published whole: the whole is asked for by name.
        new("TAB5557", 2025, null, "000007ME", new Dictionary<string, string> { ["Civilstand"] = "SC", ["Alder"] = "TotSA", ["Kon"] = "TotSa" }),
    ];

    /// <summary>How long one answer may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long it may take in all, with every pause: somebody waits for the page.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>How long to wait before trying again, the first time; twice as long the next.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The largest answer that is taken in, in bytes.</summary>
    public int Largest { get; init; } = 5 * 1024 * 1024;

    /// <summary>True when the address may be asked from here: over HTTPS, or on this machine.</summary>
    public bool MayAsk => Address.IsLoopback ? Address.Scheme is "http" or "https" : !OnlyHere && Address.Scheme is "https";

    /// <summary>Reads Scb:Address and Scb:Tables; what is not said is as SCB has it.</summary>
    /// <exception cref="InvalidOperationException">The address is none, or a table lacks its id, years or code.</exception>
    public static ScbOptions Of(IConfiguration configuration, bool isProduction)
    {
        var address = configuration["Scb:Address"] is { Length: > 0 } said ? said : "https://statistikdatabasen.scb.se/api/v2/";
        if (!Uri.TryCreate(address.EndsWith('/') ? address : address + "/", UriKind.Absolute, out var root) || root.Scheme is not ("http" or "https"))
            throw new InvalidOperationException("Scb:Address must be an address that begins with https://.");

        var tables = configuration.GetSection("Scb:Tables").GetChildren().Select(TableOf).ToList();
        return new ScbOptions(root, tables.Count > 0 ? tables : Known, !isProduction);
    }

    private static ScbTable TableOf(IConfigurationSection section) => new(
        section["Id"] is { Length: > 0 } id && id.All(char.IsAsciiLetterOrDigit) ? id : throw Lacks(section, "Id"), Year(section, "From") ?? throw Lacks(section, "From"), Year(section, "Through"),
        section["Contents"] ?? throw Lacks(section, "Contents"), section.GetSection("Totals").GetChildren().Where(t => t.Value is not null).ToDictionary(t => t.Key, t => t.Value!));

    private static int? Year(IConfigurationSection section, string name) => int.TryParse(section[name], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private static InvalidOperationException Lacks(IConfigurationSection section, string name) => new($"{section.Path} needs {name}.");
}
