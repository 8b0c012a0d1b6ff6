namespace Kunskapsstyrning.Web.Ui;

/// <summary>A field where what somebody else saved and what was typed differ.</summary>
/// <param name="What">What the field is called.</param>
/// <param name="Stands">What stands now; empty when nothing does.</param>
/// <param name="Typed">What was typed; empty when nothing was.</param>
public sealed record TypedDifference(string What, string Stands, string Typed);
