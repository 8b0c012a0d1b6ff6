using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Imports;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Ui;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kunskapsstyrning.Web.Features.Contacts;

/// <summary>Reading in a list of contacts, in two steps, of which the first only shows what it would do.</summary>
internal static class ContactListEndpoints
{
    public static void MapContactLists(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.ReadInContacts, (TimeProvider clock) => Page("", ContactKind.FunctionAddress, SwedishTime.DayOf(clock.GetUtcNow()).Iso(), null, FieldErrors.None)).For(typeof(TryContacts));
        app.MapPost(Urls.ReadInContacts, Post).For(typeof(ReadInContacts)).FromOwnForm();
    }

    private static async Task<IResult> Post(HttpContext context, Runner runner)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (otherwise, errors) = (Swedish.ContactKindNamed(form["vem"]) ?? ContactKind.FunctionAddress, new FieldErrors());
        var typedDay = form["kontrollerade"].ToString();
        if (!SwedishDay.TryParse(typedDay, out var checkedOn)) errors.Add(ContactListRefusals.NoDay);
        var (text, refused) = await Take(form.Files["lista"], form["text"].ToString(), context.RequestAborted);
        if (refused is not null) errors.Add(refused);
        if (errors.Any) return Page(text, otherwise, typedDay, null, errors);

        if (form.ContainsKey("ja"))
        {
            var result = await runner.Run(new ReadInContacts(text, otherwise, form["sett"].ToString()) { CheckedOn = checkedOn }, context.Actor(), context.RequestAborted);
            if (result.IsDone) return SeeOther.To(context, Urls.Contacts + "?lage=alla&klart=inlast");
            errors.Add(result.Refusal!);
        }

        var trial = await runner.Ask(new TryContacts(text, otherwise) { CheckedOn = checkedOn }, context.Actor(), context.RequestAborted);
        if (trial.Refusal is { } no && !errors.Any) errors.Add(no);
        return Page(text, otherwise, typedDay, trial.Plan, errors);
    }

    /// <summary>The list as columns of text, whether it was pasted, chosen as a file or carried by the page.</summary>
    private static async Task<(string Text, Refusal? Refused)> Take(IFormFile? file, string text, CancellationToken cancellation)
    {
        if (file is null or { Length: 0, FileName: "" }) return (text, string.IsNullOrWhiteSpace(text) ? ListRefusals.Nothing : null);
        if (file.Length > ReceivedFile.Largest) return ("", ListRefusals.TooLarge);

        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellation);
        return ListReader.TryRead(bytes.ToArray(), out var table) is { Refusal: { } refused } ? ("", refused) : (TextOf(table!), null);
    }

    private static string TextOf(ListTable table) =>
        string.Join('\n', (table.HasHeadings ? table.Rows.Prepend(table.Headings) : table.Rows).Select(row => string.Join('\t', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))));

    private static RazorComponentResult<ReadInContactsPage> Page(string text, ContactKind otherwise, string checkedOn, ContactPlan? plan, FieldErrors errors) =>
        Pages.Show<ReadInContactsPage>(new { Text = text, Otherwise = otherwise, CheckedOn = checkedOn, Plan = plan, Errors = errors }, errors);
}
