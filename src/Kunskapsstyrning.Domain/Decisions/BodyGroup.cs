namespace Kunskapsstyrning.Domain.Decisions;

/// <summary>Deciding bodies as they are counted together.</summary>
public enum BodyGroup
{
    /// <summary>Fullmäktige.</summary>
    Council,
    /// <summary>Kommunstyrelsen.</summary>
    Executive,
    /// <summary>A board, also one that several municipalities have together.</summary>
    Board,
    /// <summary>A committee, or somebody by delegation.</summary>
    CommitteeOrDelegate,
    /// <summary>Not told, or a name that says none of the others.</summary>
    Unknown,
}

/// <summary>Which bodies are counted together.</summary>
public static class BodyGroups
{
    /// <summary>The group of a kind of body.</summary>
    public static BodyGroup Group(this BodyKind kind) => kind switch
    {
        BodyKind.Council => BodyGroup.Council,
        BodyKind.Executive => BodyGroup.Executive,
        BodyKind.Board or BodyKind.JointBoard => BodyGroup.Board,
        BodyKind.Committee or BodyKind.Delegate => BodyGroup.CommitteeOrDelegate,
        _ => BodyGroup.Unknown,
    };

    /// <summary>The group of the body that has decided in a municipality; null where none has decided finally. A proposal does not tell who will decide.</summary>
    public static BodyGroup? Of(Standing standing) => standing.Content is { IsAnswer: true } decided ? decided.BodyKind.Group() : null;
}
