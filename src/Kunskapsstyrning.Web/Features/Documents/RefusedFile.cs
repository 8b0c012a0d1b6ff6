using Kunskapsstyrning.Domain.Shared;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.Documents;

/// <summary>Tells whoever watches over the installation of files that were not taken in: why, from whom and from where, never their names.</summary>
internal static class RefusedFile
{
    public static void Log(HttpContext context, Refusal why) =>
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RefusedFile)).LogWarning(
            "A file was refused: {Why}, from person {Person}, from {Place}.", why.Code, context.Actor().Person?.Value, Place.Of(context));
}
