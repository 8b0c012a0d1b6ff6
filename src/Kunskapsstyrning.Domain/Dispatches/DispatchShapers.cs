namespace Kunskapsstyrning.Domain.Dispatches;

/// <summary>Who has shaped what leaves in a dispatch. None of them lets it go.</summary>
/// <param name="Writers">Those who prepared it, or changed what it says or to whom; once somebody has started over with the words as they stood, that one and whoever has changed them since.</param>
/// <param name="Addressers">Those who since then have written an address that it goes to, which nobody else has confirmed.</param>
public sealed record DispatchShapers(IReadOnlySet<PersonId> Writers, IReadOnlySet<PersonId> Addressers)
{
    /// <summary>True when more than one has written it: in an office of two nobody is left to let it go.</summary>
    public bool IsWrittenBySeveral => Writers.Count > 1;

    /// <summary>Why somebody does not let it go; null for whoever has had no part in it.</summary>
    public Refusal? RefusalFor(PersonId person)
    {
        if (Writers.Contains(person)) return DispatchRefusals.SamePerson;
        return Addressers.Contains(person) ? DispatchRefusals.OwnAddress : null;
    }
}
