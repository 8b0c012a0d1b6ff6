using Kunskapsstyrning.Web.Api;
using Kunskapsstyrning.Web.Features.Accessibility;
using Kunskapsstyrning.Web.Features.Administration;
using Kunskapsstyrning.Web.Features.Analysis;
using Kunskapsstyrning.Web.Features.Boundaries;
using Kunskapsstyrning.Web.Features.Colleagues;
using Kunskapsstyrning.Web.Features.Contacts;
using Kunskapsstyrning.Web.Features.DecisionKits;
using Kunskapsstyrning.Web.Features.Decisions;
using Kunskapsstyrning.Web.Features.Dispatches;
using Kunskapsstyrning.Web.Features.Documents;
using Kunskapsstyrning.Web.Features.Exports;
using Kunskapsstyrning.Web.Features.FeePapers;
using Kunskapsstyrning.Web.Features.Fees;
using Kunskapsstyrning.Web.Features.Imports;
using Kunskapsstyrning.Web.Features.Inbox;
using Kunskapsstyrning.Web.Features.Invoicing;
using Kunskapsstyrning.Web.Features.Logging;
using Kunskapsstyrning.Web.Features.Messages;
using Kunskapsstyrning.Web.Features.Municipalities;
using Kunskapsstyrning.Web.Features.MunicipalityRegister;
using Kunskapsstyrning.Web.Features.Operations;
using Kunskapsstyrning.Web.Features.Overview;
using Kunskapsstyrning.Web.Features.OwnMunicipality;
using Kunskapsstyrning.Web.Features.Populations;
using Kunskapsstyrning.Web.Features.Publishing;
using Kunskapsstyrning.Web.Features.Recommendations;
using Kunskapsstyrning.Web.Features.Reports;
using Kunskapsstyrning.Web.Features.Rounds;
using Kunskapsstyrning.Web.Features.SavedViews;
using Kunskapsstyrning.Web.Features.Sending;
using Kunskapsstyrning.Web.Features.Snapshots;
using Kunskapsstyrning.Web.Layout;

namespace Kunskapsstyrning.Web.Start;

/// <summary>Every page of the product, feature by feature.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().Open("Style sheet, script and pictures are the same for everyone.");
        app.MapRazorComponents<LiveParts>().AddInteractiveServerRenderMode().For(typeof(TryFees));
        app.MapOverview();
        app.MapExports();
        app.MapSnapshots();
        app.MapReports();
        app.MapCovers();
        app.MapComparedDays();
        app.MapAnalysis();
        app.MapSavedViews();
        app.MapMunicipalities();
        app.MapDecisionKits();
        app.MapFeeNotices();
        app.MapCostLists();
        app.MapNoticeBatches();
        app.MapFees();
        app.MapAccessibility();
        app.MapOwnMunicipality();
        app.MapMunicipalityRegister();
        app.MapContacts();
        app.MapContactLists();
        app.MapContacting();
        app.MapMyMunicipalities();
        app.MapReminders();
        app.MapColleagues();
        app.MapSending();
        app.MapApi();
        app.MapApiDescription();
        app.MapInbox();
        app.MapPageImages();
        app.MapLogging();
        app.MapImports();
        app.MapDecisions();
        app.MapDocuments();
        app.MapReceipts();
        app.MapDispatches();
        app.MapBounces();
        app.MapMessages();
        app.MapTemplates();
        app.MapPublicity();
        app.MapDrafts();
        app.MapDraftContent();
        app.MapLife();
        app.MapThreshold();
        app.MapTimetable();
        app.MapOperations();
        app.MapPopulations();
        app.MapBoundaries();
        app.MapAdministration();
        app.MapInvoices();
    }
}
