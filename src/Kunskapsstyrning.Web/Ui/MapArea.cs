using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Boundaries;

namespace Kunskapsstyrning.Web.Ui;

/// <summary>An area of the map: whose, how far its answer has come, its outline where there is one, and whether the selection leaves it out.</summary>
public readonly record struct MapArea(Municipality Municipality, Status Status, Outline? Outline, bool IsOut);
