using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.UseCases;

namespace Kunskapsstyrning.Web.Features.SignIn;

/// <summary>Tells whoever watches over the installation of sign-ins that were refused: why and from where, never who or what was typed.</summary>
internal sealed class SignInLog(ILogger<SignInLog> log)
{
    /// <summary>A sign-in was refused.</summary>
    public void Refused(HttpContext context, string why) => log.LogWarning("A sign-in was refused: {Why}, from {Place}.", why, Place.Of(context));

    /// <summary>Somebody signed in.</summary>
    public void Entered(HttpContext context, SignedInPerson entered) => log.LogInformation("Person {Person} signed in: {Way}, from {Place}.", entered.Person.Id.Value, entered.Session.Way, Place.Of(context));

    /// <summary>It was tried too often.</summary>
    public IResult TooOften(HttpContext context)
    {
        Refused(context, "too-often");
        return Pages.Problem(StatusCodes.Status429TooManyRequests, "För många försök.", "Vänta tio minuter och försök igen.", Urls.SignIn, "Till inloggningen");
    }

    /// <summary>A provider does not answer.</summary>
    public void Down(string provider, ProviderDownException down) => log.LogError(down, "The identity provider {Provider} does not answer.", provider);

    /// <summary>Where to go afterwards, if that is one of our own pages.</summary>
    public string? Own(HttpContext context, string? returnUrl)
    {
        if (string.IsNullOrEmpty(returnUrl) || Landing.Own(returnUrl) is not null) return returnUrl;

        Refused(context, "return-url");
        return null;
    }

    /// <summary>The form may carry these fields and no others: whoever adds one, a role perhaps, is refused.</summary>
    public static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Only(params string[] fields) => async (context, next) =>
    {
        var form = await context.HttpContext.Request.ReadFormAsync(context.HttpContext.RequestAborted);
        if (form.Files.Count == 0 && form.Keys.All(k => k is "__RequestVerificationToken" || fields.Contains(k))) return await next(context);

        context.HttpContext.RequestServices.GetRequiredService<SignInLog>().Refused(context.HttpContext, "unknown-field");
        return Pages.Problem(StatusCodes.Status400BadRequest, "Det gick inte att förstå.", "Formuläret har uppgifter som inte hör dit. Börja om från inloggningen.", Urls.SignIn, "Till inloggningen");
    };
}
