namespace Kunskapsstyrning.Web.Ui;

/// <summary>What a note is about, by the colour of its bar.</summary>
public enum NoteKind
{
    /// <summary>Ink: it is done.</summary>
    Done,
    /// <summary>Lime: good to know.</summary>
    Good,
    /// <summary>Rust: check this.</summary>
    Check,
}
