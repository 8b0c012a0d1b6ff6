// Names that the arithmetic passes by and never uses.
namespace Kunskapsstyrning.Domain.Intake
{
    public readonly record struct DocumentId(Guid Value);
}

namespace Kunskapsstyrning.Domain.People
{
    public readonly record struct PersonId(Guid Value);
}

namespace Kunskapsstyrning.Domain.Recommendations
{
    public readonly record struct RecommendationId(Guid Value);
}
