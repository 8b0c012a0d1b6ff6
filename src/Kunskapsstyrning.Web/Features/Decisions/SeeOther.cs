namespace Kunskapsstyrning.Web.Features.Decisions;

/// <summary>What a post that was done answers with: another page to read, so that reading it again posts nothing.</summary>
internal static class SeeOther
{
    /// <summary>303, to one of our own addresses.</summary>
    public static IResult To(HttpContext context, string address)
    {
        context.Response.Headers.Location = address;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
