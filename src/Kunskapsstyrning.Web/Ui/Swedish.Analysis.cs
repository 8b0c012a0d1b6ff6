using Kunskapsstyrning.Domain.Decisions;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>The sentences about break-downs, rounds and forecasts, true and grammatical for none, one, some and all.</summary>
public static partial class Swedish
{
    /// <summary>"Styrelsen".</summary>
    public static string Label(this BodyGroup body) => body switch
    {
        BodyGroup.Council => "Fullmäktige",
        BodyGroup.Executive => "Styrelsen",
        BodyGroup.Board => "Nämnd",
        BodyGroup.CommitteeOrDelegate => "Utskott eller delegation",
        _ => "Okänt organ",
    };
}
