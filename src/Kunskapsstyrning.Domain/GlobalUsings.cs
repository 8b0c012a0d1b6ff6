global using Kunskapsstyrning.Domain.Intake;
global using Kunskapsstyrning.Domain.Municipalities;
global using Kunskapsstyrning.Domain.People;
global using Kunskapsstyrning.Domain.Recommendations;
global using Kunskapsstyrning.Domain.Shared;
