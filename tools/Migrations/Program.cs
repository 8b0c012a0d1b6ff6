using Kunskapsstyrning.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

// `./dev migration NAME` starts here; nothing is ever run.
return 0;

internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<Db>
{
    public Db CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<Db>().UseNpgsql().Options);
}
