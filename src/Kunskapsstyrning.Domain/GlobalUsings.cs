global using Kunskapsstyrning.Domain.Municipalities;
global using Kunskapsstyrning.Domain.Recommendations;
global using Kunskapsstyrning.Domain.Shared;
