using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Boundaries;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Web.Features.Boundaries;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.Tests.Access;
using Kunskapsstyrning.Web.Tests.ReferenceData;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Boundaries;

public sealed class BoundaryTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly DateOnly Day = new(2025, 1, 1);

    private Acting Administrator => app.As(Role.Administrator);

    [Fact]
    public async Task What_is_read_in_is_drawn_at_once_and_what_was_before_is_kept()
    {
        var (first, second) = (await Tried(0.04), await Tried(0.06));
        Assert.Null((await Administrator.Run(new ReadInBoundaries(first.File!, "SCB", Day))).Refusal);
        Assert.Null((await Administrator.Run(new ReadInBoundaries(second.File!, "SCB", Day))).Refusal);

        var drawn = (await Facts()).Boundaries!;
        Assert.Equal((second.File!.Sha256, "SCB", Day), (drawn.Checksum, drawn.Source, drawn.Day));
        Assert.All((await Facts()).MunicipalitiesOn(Day), m => Assert.StartsWith("M", drawn[m.Code]!.Path, StringComparison.Ordinal));
        var listed = (await Administrator.Ask(new BoundarySets())).Sets;
        Assert.Equal([second.File.Sha256, first.File!.Sha256], listed.Take(2).Select(s => s.Checksum));
        Assert.Equal((290, "karta.geojson"), (listed[0].Municipalities, listed[0].ReadFrom));
        Assert.Contains(second.File.Sha256, await app.Read<string>($"SELECT after::text FROM history_event WHERE kind = 'BoundariesAdded' AND subject = '{drawn.Id.Value}'"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_division_of_the_country_that_has_not_come_is_not_drawn() => Assert.Equal(
        BoundaryRefusals.InTheFuture, (await Administrator.Run(new ReadInBoundaries((await Tried(0.04)).File!, "SCB", new DateOnly(2099, 1, 1)))).Refusal);

    [Fact]
    public async Task The_same_again_changes_nothing()
    {
        var again = new ReadInBoundaries((await Tried(0.03)).File!, "SCB", Day);
        Assert.Null((await Administrator.Run(again)).Refusal);
        var before = await app.Read<long>("SELECT count(*) FROM boundary_set");

        Assert.Null((await Administrator.Run(again)).Refusal);

        Assert.Equal(before, await app.Read<long>("SELECT count(*) FROM boundary_set"));
    }

    [Fact]
    public async Task What_the_file_lacks_and_what_it_has_too_much_of_is_told_before_it_is_read_in()
    {
        var there = await There();
        var trial = await Administrator.Ask(new TryBoundaries("x", MadeUpMap.GeoJson([.. there.Where(m => m.Name is not ("Ekerö" or "Åmål")), new Municipality(new MunicipalityCode("9901"), "Påhittad", Day, new TilePlace(0, 0), 60m, 16m)])));

        Assert.Equal((288, 290, "KnKod"), (trial.File!.Outlines.Count, trial.There, trial.File.Property));
        Assert.Equal(["Ekerö", "Åmål"], trial.Missing);
        Assert.Equal(["9901"], trial.Unknown);
    }

    [Fact]
    public async Task A_file_with_no_municipality_of_the_country_is_refused()
    {
        var elsewhere = new Municipality(new MunicipalityCode("9901"), "Påhittad", Day, new TilePlace(0, 0), 60m, 16m);

        Assert.Equal(BoundaryRefusals.NoMunicipality, (await Administrator.Ask(new TryBoundaries("x", MadeUpMap.GeoJson([elsewhere])))).Refusal);
    }

    [Fact]
    public async Task What_was_sealed_comes_back_and_nothing_else_does()
    {
        var seal = new SealedBoundaries(new EphemeralDataProtectionProvider());
        var trial = await Tried(0.05);

        var text = seal.Seal(trial);

        Assert.Equal(trial.File!.Outlines, seal.Open(text)!.File!.Outlines);
        Assert.Null(seal.Open(text[..^8] + "AAAAAAAA"));
        Assert.Null(seal.Open("påhitt"));
        Assert.Null(seal.Open(null));
    }

    [Fact]
    public async Task The_database_lets_nobody_add_boundaries_but_administrators()
    {
        const string Add = "INSERT INTO boundary_set (id, day, source, checksum, read_from, sequence) VALUES (gen_random_uuid(), '2025-01-01', 'x', 'x', 'x', 1)";

        foreach (var (scope, permission) in ((string, string)[])[("skr", "ManageRecommendations"), ("0125", "Administer"), ("public", "Administer"), ("", "")])
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => app.Change(scope, permission, Add))).SqlState);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => app.Change("skr", "Administer", "UPDATE outline SET path = 'M0 0z'"))).SqlState);
    }

    private async Task<BoundaryTrial> Tried(double size) => await Administrator.Ask(new TryBoundaries("karta.geojson", MadeUpMap.GeoJson(await There(), size)));

    private async Task<IReadOnlyList<Municipality>> There() => [.. (await Facts()).MunicipalitiesOn(Day)];

    private Task<ReferenceFacts> Facts() => app.AsAnyone().Ask(new Facts());
}
