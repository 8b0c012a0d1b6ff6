namespace Kunskapsstyrning.Web.Ui;

/// <summary>The identity that a form carries from when it was shown: sent twice, it does once what it says.</summary>
internal static class FormId
{
    /// <summary>The identity in the field "id"; a new one where there is none that can be used.</summary>
    public static Guid IdGiven(this IFormCollection form) => Guid.TryParse(form["id"], out var given) && given != Guid.Empty ? given : Guid.CreateVersion7();
}
