using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Persistence;
using Kunskapsstyrning.Web.Api;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Features.Reading;
using Kunskapsstyrning.Web.Features.Reports;
using Kunskapsstyrning.Web.Features.Accessibility;
using Kunskapsstyrning.Web.Features.Boundaries;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.FeePapers;
using Kunskapsstyrning.Web.Features.Exports;
using Kunskapsstyrning.Web.Features.Printing;
using Kunskapsstyrning.Web.Features.Inbox;
using Kunskapsstyrning.Web.Features.Imports;
using Kunskapsstyrning.Web.Features.Populations;
using Kunskapsstyrning.Web.Features.Sending;
using Kunskapsstyrning.Web.Features.SignIn;
using Kunskapsstyrning.Web.Layout;
using Kunskapsstyrning.Web.Reference;
using Kunskapsstyrning.Web.UseCases;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Kunskapsstyrning.Web.Start;

/// <summary>What the application consists of, and in what order a request passes it.</summary>
internal static class Composition
{
    /// <summary>The largest request that is read at all: the largest document with room for its form.</summary>
    private const long LargestRequest = 64 * 1024 * 1024;

    /// <summary>The longest address that is read at all, so that one that is too long gets a page of its own.</summary>
    private const int LongestRequestLine = 256 * 1024;

    public static void AddKunskapsstyrning(this WebApplicationBuilder builder, string applicationConnectionString)
    {
        var services = builder.Services;
        services.AddSingleton(NpgsqlDataSource.Create(applicationConnectionString));
        services.AddPooledDbContextFactory<Db>((provider, options) => options.Of(provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(SiteAddress.Of(builder.Configuration, builder.Environment.IsDevelopment()));
        services.AddSingleton<Changes>().AddSingleton<ReferenceFactsKeeper>().AddSingleton<Runner>().AddSingleton<SignedInPeople>();
        services.AddSingleton<DocumentReading>();
        services.AddSingleton(PdfPrinter.Of(builder.Configuration)).AddSingleton<PrintPace>().AddSingleton<PrintedPages>().AddSingleton<ExportFiles>();
        services.AddSingleton(AccessibilityContact.Of(builder.Configuration));
        services.AddHostedService<ChangeListener>();
        services.AddSingleton(ScannerOptions.From(builder.Configuration)).AddSingleton<FileScanner>();
        services.AddSingleton(MailboxOptions.From(builder.Configuration)).AddSingleton<Arrivals>().AddSingleton<MailboxProgress>().AddSingleton<ItemReader>().AddSingleton<PagesKept>();
        services.AddHostedService<MailboxJob>();
        services.AddHostedService<ExpiredDraftsJob>();
        services.AddSingleton<PrintAsked<NoticePrinter>>().AddHostedService<NoticePrinter>();
        services.AddSingleton<PrintAsked<CoverPrinter>>().AddHostedService<CoverPrinter>();
        services.AddSingleton(ScbOptions.Of(builder.Configuration, builder.Environment.IsProduction())).AddSingleton(provider => ScbPace.Of(provider.GetRequiredService<TimeProvider>())).AddSingleton<ScbQuestions>().AddSingleton<ScbTables>();
        services.AddSingleton<SealedBoundaries>();
        services.AddSingleton(MailOptions.Of(builder.Configuration, builder.Environment.ContentRootPath, builder.Environment.IsDevelopment()));
        services.AddSingleton<ReceiptPace>().AddSingleton<Postbox>().AddHostedService<MailSender>();

        services.AddSignIn(builder.Configuration, builder.Environment.IsDevelopment());

        services.AddHttpContextAccessor();
        services.AddCascadingValue(provider => provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Viewer() ?? Viewer.Anyone);
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // å, ä and ö as they are: a page of names is then a good deal smaller
        services.AddRazorComponents().AddInteractiveServerComponents();
        var production = !builder.Environment.IsDevelopment();
        var secure = production ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        services.AddAntiforgery(options => (options.Cookie.Name, options.Cookie.SecurePolicy) = (SignInBrowser.Name("formular", production), secure));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            (options.Cookie.Name, options.Cookie.HttpOnly, options.Cookie.SameSite, options.Cookie.Path) = (SignInBrowser.Name("inloggning", production), true, SameSiteMode.Lax, "/");
            options.Cookie.SecurePolicy = secure;
            (options.ExpireTimeSpan, options.SlidingExpiration) = (BrowserSession.Longest * 2, false); // when it is over is for the session to say, in words
        });
        services.AddDataProtection().SetApplicationName("Kunskapsstyrning");
        services.AddSingleton<IXmlRepository, KeysInDb>();
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository>((options, keys) => options.XmlRepository = keys);

        services.AddApiDescription();
        services.AddOutputCache(options => options.AddPolicy(PublicPages.Name, policy => policy.AddPolicy<PublicPages>(), excludeDefaultPolicy: true));
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/csv", "application/problem+json", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<RequestLocalizationOptions>(options => options.DefaultRequestCulture = new RequestCulture(CultureInfo.GetCultureInfo("sv-SE")));
        services.Configure<FormOptions>(options =>
        {
            options.MultipartBodyLengthLimit = LargestRequest;
            options.ValueLengthLimit = ReceivedFile.Largest; // a list that is pasted
            options.ValueCountLimit = 2 * ListTable.MostRows; // its rows, chosen one by one
        });
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestLineSize = LongestRequestLine;
            options.Limits.MaxRequestBodySize = LargestRequest;
        });
    }

    public static void UseKunskapsstyrning(this WebApplication app)
    {
        app.UseRequestLocalization(app.Services.GetRequiredService<IOptions<RequestLocalizationOptions>>().Value);
        app.UseHead();
        app.UseSafeHeaders();
        app.UseProblems();
        app.UseSentenceForTooLong();
        app.UseRouting();
        app.UseAuthentication();
        app.UseActor();
        app.UseSentenceForTooMuch(LargestRequest);
        app.UseLittleFromStrangers();
        app.UseDeclarations();
        app.UseOutputCache();

        // Only what is the same for everyone: a compressed page with a secret in it can be guessed at by its size.
        app.UseWhen(context => !context.Actor().IsSignedIn, anyone => anyone.UseResponseCompression());
    }
}
