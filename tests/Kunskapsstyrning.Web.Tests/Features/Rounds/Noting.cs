using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Rounds;
using Kunskapsstyrning.Web.Features.Rounds;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Rounds;

/// <summary>Notes and next steps for tests. The recommendation of 2024 can be answered on the day the test clock begins.</summary>
internal static class Noting
{
    public const string Slug = "2024-kunskapsbaserad-socialtjanst";

    public static readonly DateOnly Day = new(2025, 11, 24);

    public static NotedWords Call(string words = "De tar upp det i december.", string? with = "Registratorn") => new(NotedFrom.Call, Day, with, words);

    public static NoteContact About(string municipality, NotedWords? noted, NextStep? next = null) => new(new ContactNoteId(Guid.CreateVersion7()), new MunicipalityCode(municipality), Slug, noted, next ?? new NextStep(null, null, null));

    public static async Task Notes(this Acting acting, NoteContact command) => Assert.Null((await acting.Run(command)).Refusal);

    public static async Task<ContactWithView> ContactWith(this Acting acting, string municipality) => (await acting.Ask(new ContactWith(new MunicipalityCode(municipality), null)))!;

    /// <summary>The note that the page lets somebody mend first.</summary>
    public static ContactNoteId NoteId(this ContactWithView view) => new(Guid.Parse(view.Entries.First(e => e.CorrectAt is not null).CorrectAt!.Split('/')[4]));
}
