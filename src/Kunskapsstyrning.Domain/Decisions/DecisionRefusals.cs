namespace Kunskapsstyrning.Domain.Decisions;

/// <summary>What of a recommendation a decision is tried against.</summary>
/// <param name="BoardDecidedOn">The day SKR's board decided; nothing can answer it earlier.</param>
/// <param name="PayingYears">The years that can be paid for, extensions included.</param>
public sealed record Asked(DateOnly BoardDecidedOn, YearSpan PayingYears);

/// <summary>The sentences with which a decision is refused.</summary>
public static class DecisionRefusals
{
    /// <summary>An arrival or meeting after today.</summary>
    public static readonly Refusal ArrivesInTheFuture = new("arrived-in-the-future", "Dagen då handlingen kom in ligger i framtiden. Ange i dag eller en tidigare dag.", "inkommet");

    /// <summary>A meeting after today.</summary>
    public static readonly Refusal InTheFuture = new("decided-in-the-future", "Sammanträdesdagen ligger i framtiden. Ange den dag då organet sammanträdde.", "sammantradesdag");

    /// <summary>A meeting before the board asked.</summary>
    public static readonly Refusal BeforeTheQuestionWasPut = new("before-the-question", "Sammanträdesdagen ligger före styrelsens beslut om rekommendationen. Kontrollera dagen och att rätt rekommendation är vald.", "sammantradesdag");

    /// <summary>An arrival before the board asked.</summary>
    public static readonly Refusal ArrivedBeforeTheQuestion = new("arrived-before-the-question", "Handlingen kan inte ha kommit in före styrelsens beslut om rekommendationen. Kontrollera dagen och att rätt rekommendation är vald.", "inkommet");

    /// <summary>A final decision without its day.</summary>
    public static readonly Refusal FinalNeedsItsDay = new("final-needs-its-day", "Ett slutligt beslut behöver sin sammanträdesdag. Står den inte i handlingen är det kanske ett förslag.", "sammantradesdag");

    /// <summary>A final decision that arrived before it was made.</summary>
    public static readonly Refusal ArrivedBeforeItWasMade = new("arrived-before-it-was-made", "Beslutet kan inte ha kommit in före sammanträdesdagen. Kontrollera de två dagarna.", "inkommet");

    /// <summary>A paying year that the recommendation does not cover.</summary>
    public static readonly Refusal YearOutside = new("year-outside", "Året ligger utanför de år som rekommendationen gäller. Ange ett av de åren eller lämna fältet tomt.", "forsta-avgiftsar");

    /// <summary>Somebody else changed the decision first.</summary>
    public static readonly Refusal ChangedMeanwhile = new("changed-meanwhile", "Någon annan har ändrat beslutet medan du skrev. Jämför de två versionerna nedan och spara igen.");

    /// <summary>A correction or retraction without its reason.</summary>
    public static readonly Refusal NeedsReason = new("needs-reason", "Skriv varför uppgiften ändras. Skälet syns i historiken.", "skal-till-andring");

    /// <summary>A reason that is longer than a reason.</summary>
    public static readonly Refusal ReasonTooLong = new("reason-too-long", "Skälet är för långt. Skriv det viktigaste, högst 2 000 tecken.", "skal-till-andring");

    /// <summary>A correction that changes nothing.</summary>
    public static readonly Refusal NothingChanged = new("nothing-changed", "Inget är ändrat. Rätta en uppgift eller gå tillbaka.");

    /// <summary>A decision that was taken back already.</summary>
    public static readonly Refusal AlreadyRetracted = new("already-retracted", "Beslutet är redan taget tillbaka.");

    /// <summary>A document that is not with the decision, or no longer.</summary>
    public static readonly Refusal NoSuchDocument = new("no-such-document", "Handlingen hör inte till beslutet, eller är redan borttagen från det.");

    /// <summary>What is wrong with a reason; null when nothing is.</summary>
    public static Refusal? OfReason(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) return NeedsReason;
        return reason.Length > 2000 ? ReasonTooLong : null;
    }

    /// <summary>The first rule that the content breaks; null when it breaks none.</summary>
    public static Refusal? Of(DecisionContent content, Asked asked, DateOnly today)
    {
        if (content.ArrivedOn > today) return ArrivesInTheFuture;
        if (content.DecidedOn > today) return InTheFuture;
        if (content.DecidedOn < asked.BoardDecidedOn) return BeforeTheQuestionWasPut;
        if (content.ArrivedOn < asked.BoardDecidedOn) return ArrivedBeforeTheQuestion;
        if (content is { Stage: Stage.Final, DecidedOn: null }) return FinalNeedsItsDay;
        if (content.Stage is Stage.Final && content.ArrivedOn < content.DecidedOn) return ArrivedBeforeItWasMade;
        if (content.FirstPayingYear is { } first && !asked.PayingYears.Contains(first)) return YearOutside;
        if (content.LeavesFrom is { } leaves && (leaves < asked.PayingYears.First || leaves > asked.PayingYears.Last + 1)) return YearOutside with { Field = "uttrader-fran" };
        return null;
    }
}
