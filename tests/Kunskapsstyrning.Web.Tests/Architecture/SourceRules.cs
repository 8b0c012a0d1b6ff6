using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Kunskapsstyrning.Domain.Shared;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Architecture;

public sealed partial class SourceRules
{
    private static readonly string Root = RootFrom();

    [Fact]
    public void The_domain_refers_to_nothing_but_the_language() =>
        Assert.All(typeof(IEvent).Assembly.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name, StringComparison.Ordinal));

    [Fact]
    public void The_domain_has_no_clock_and_touches_no_files() =>
        Refuse("src/Kunskapsstyrning.Domain", @"\b(DateTime(Offset)?\.(Utc)?(Now|Today)|TimeProvider|Stopwatch|File\.|Directory\.|HttpClient|Environment\.|Guid\.(NewGuid|CreateVersion7)\(\))", allowed: []);

    [Fact]
    public void Only_the_runner_saves() =>
        Refuse("src", @"SaveChanges|ExecuteUpdate|ExecuteDelete", allowed: ["UseCases/Runner.cs"]);

    [Fact]
    public void Only_the_runner_and_start_up_make_contexts() =>
        Refuse("src", @"IDbContextFactory|CreateDbContext|new DbContextOptionsBuilder", allowed: ["UseCases/Runner.cs", "Start/StartUp.cs", "Rights/Schema.cs"]);

    [Fact]
    public void Only_the_runner_sends_sql_of_its_own_outside_the_server_and_rights() =>
        Refuse("src", @"ExecuteSql|SqlQuery|FromSql|new NpgsqlCommand|new NpgsqlBatch", allowed: ["UseCases/Runner.cs", "UseCases/BulkInsert.cs", "UseCases/Changes.cs", "Rights/", "Server/"]);

    [Fact]
    public void Nothing_but_the_clock_itself_tells_the_time() =>
        Refuse("src/Kunskapsstyrning.Web", @"DateTime(Offset)?\.(Utc)?(Now|Today)", allowed: []);

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Refuse("src", @"\b(class|record|interface|enum|struct) \w*(Manager|Helper|Util|Utils|Service|Handler|Processor|Dto|Impl)\b", allowed: []);

    [Fact]
    public void No_page_has_styles_or_script_within_it() =>
        Refuse("src/Kunskapsstyrning.Web", "<script(?![^>]*\\bsrc=)|<style|\\bstyle=\"|\\bon(click|change|input|submit|load)=\"(?!@)", allowed: [], pattern: "*.razor");

    [Fact]
    public void Every_public_word_of_the_domain_is_in_the_glossary()
    {
        var words = typeof(IEvent).Assembly.GetExportedTypes().Where(t => !t.IsNested).Select(t => t.Name.Split('`')[0]).ToList();
        var known = Code().Matches(File.ReadAllText(Path.Combine(Root, "docs/glossary.md"))).Select(m => m.Groups["word"].Value).ToHashSet(StringComparer.Ordinal);

        Assert.True(words.Count > 50, $"Only {words.Count} types were found.");
        Assert.DoesNotContain(words, w => !known.Contains(w));
    }

    [Fact]
    public void An_installation_is_reached_through_the_proxy_before_it_only_since_it_believes_what_a_proxy_says()
    {
        var installation = File.ReadAllText(Path.Combine(Root, "docker-compose.yml"));

        Assert.Contains("ASPNETCORE_FORWARDEDHEADERS_ENABLED", installation, StringComparison.Ordinal);
        Assert.Equal("""["127.0.0.1:5080:8080"]""", Assert.Single(Ports().Matches(installation)).Groups["where"].Value);
    }

    private static void Refuse(string folder, string wrong, IReadOnlyList<string> allowed, string pattern = "*.cs")
    {
        var files = Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/Migrations/", StringComparison.Ordinal))
            .ToList();

        Assert.True(files.Count > 3, $"Only {files.Count} files were found in {folder}.");
        Assert.All(allowed, place => Assert.Contains(files, f => f.Contains(place, StringComparison.Ordinal)));
        Assert.Empty(
            from file in files
            where !allowed.Any(place => file.Contains(place, StringComparison.Ordinal))
            from line in File.ReadLines(Path.Combine(Root, file))
            where !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Regex.IsMatch(line, wrong, RegexOptions.None, TimeSpan.FromSeconds(1))
            select $"{file}: {line.Trim()}");
    }

    private static string RootFrom([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));

    [GeneratedRegex(@"^\s*ports: (?<where>\[[^\]]*\])", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ports();

    [GeneratedRegex("`(?<word>[A-Za-z]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
