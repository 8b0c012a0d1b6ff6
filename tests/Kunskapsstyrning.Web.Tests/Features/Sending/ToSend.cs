using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Sending;
using Kunskapsstyrning.Web.Tests.Features.Logging;
using Xunit;

namespace Kunskapsstyrning.Web.Tests.Features.Sending;

/// <summary>What a municipality sends in tests: each changes only what it is about.</summary>
internal static class ToSend
{
    public const string Slug = "2024-kunskapsbaserad-socialtjanst";

    /// <summary>Everything that the form asks for, with what is given in place of what stands.</summary>
    public static IReadOnlyList<(string Name, string Value)> Fields(params IEnumerable<(string Name, string Value)> instead)
    {
        var fields = new Dictionary<string, string>
        {
            ["id"] = Guid.CreateVersion7().ToString(), ["rekommendation"] = Slug, ["utfall"] = "antar", ["niva"] = "slutligt", ["organ"] = "Kommunstyrelsen",
            ["sammantradesdag"] = "4 mars 2025", ["paragraf"] = "§ 45", ["dnr"] = "KS 2025/17",
        };
        foreach (var (name, value) in instead) fields[name] = value;
        return [.. fields.Select(f => (f.Key, f.Value))];
    }

    public static SendDecisionForm Form(params IEnumerable<(string Name, string Value)> instead) => new(Fields(instead).Select(f => KeyValuePair.Create(f.Name, f.Value)));

    /// <summary>Begins an answer.</summary>
    public static async Task<ArrivedItemId> Begins(this Acting acting, SendDecisionForm form, ReceivedFile? file = null)
    {
        Assert.Null((await acting.Run(new KeepSendingDraft(form, file ?? Files.Text($"Utdrag {form.Id.Value}.")))).Refusal);
        return form.Id;
    }

    /// <summary>Sends a decision.</summary>
    public static async Task<ArrivedItemId> Sends(this Acting acting, SendDecisionForm? form = null, ReceivedFile? file = null)
    {
        var item = await acting.Begins(form ?? Form(), file);
        Assert.Null((await acting.Run(new SendDecision(item))).Refusal);
        return item;
    }
}
