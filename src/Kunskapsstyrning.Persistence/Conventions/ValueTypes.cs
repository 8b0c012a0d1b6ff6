using Kunskapsstyrning.Domain.Decisions;
using Kunskapsstyrning.Domain.Dispatches;
using Kunskapsstyrning.Domain.Fees;
using Kunskapsstyrning.Domain.Intake;
using Kunskapsstyrning.Domain.Invoices;
using Kunskapsstyrning.Domain.Messages;
using Kunskapsstyrning.Domain.Municipalities;
using Kunskapsstyrning.Domain.Municipalities.Boundaries;
using Kunskapsstyrning.Domain.Municipalities.Contacts;
using Kunskapsstyrning.Domain.People;
using Kunskapsstyrning.Domain.Recommendations;
using Kunskapsstyrning.Domain.Reports;
using Kunskapsstyrning.Domain.Rounds;
using Kunskapsstyrning.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kunskapsstyrning.Persistence.Conventions;

/// <summary>How each value type is stored, said once: ids as uuid, codes as text, kronor as numeric, enums by name.</summary>
internal static class ValueTypes
{
    public static void Configure(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<RecommendationId>().HaveConversion<RecommendationIds>();
        conventions.Properties<FundingPeriodId>().HaveConversion<FundingPeriodIds>();
        conventions.Properties<ExtensionId>().HaveConversion<ExtensionIds>();
        conventions.Properties<AllocationId>().HaveConversion<AllocationIds>();
        conventions.Properties<FeeNoticeBatchId>().HaveConversion<FeeNoticeBatchIds>();
        conventions.Properties<AllocationProposalId>().HaveConversion<AllocationProposalIds>();
        conventions.Properties<PopulationSetId>().HaveConversion<PopulationSetIds>();
        conventions.Properties<BoundarySetId>().HaveConversion<BoundarySetIds>();
        conventions.Properties<DecisionId>().HaveConversion<DecisionIds>();
        conventions.Properties<SnapshotId>().HaveConversion<SnapshotIds>();
        conventions.Properties<ReportId>().HaveConversion<ReportIds>();
        conventions.Properties<CoverBatchId>().HaveConversion<CoverBatchIds>();
        conventions.Properties<ImportId>().HaveConversion<ImportIds>();
        conventions.Properties<DocumentId>().HaveConversion<DocumentIds>();
        conventions.Properties<OutgoingMessageId>().HaveConversion<OutgoingMessageIds>();
        conventions.Properties<DispatchId>().HaveConversion<DispatchIds>();
        conventions.Properties<FollowUpId>().HaveConversion<FollowUpIds>();
        conventions.Properties<ContactNoteId>().HaveConversion<ContactNoteIds>();
        conventions.Properties<EmailAddress>().HaveConversion<EmailAddresses>();
        conventions.Properties<ReceiptReference>().HaveConversion<ReceiptReferences>();
        conventions.Properties<ArrivedItemId>().HaveConversion<ArrivedItemIds>();
        conventions.Properties<PasskeyId>().HaveConversion<PasskeyIds>();
        conventions.Properties<IdentityProviderId>().HaveConversion<IdentityProviderIds>();
        conventions.Properties<SavedViewId>().HaveConversion<SavedViewIds>();
        conventions.Properties<PersonId>().HaveConversion<PersonIds>();
        conventions.Properties<MunicipalityCode>().HaveConversion<MunicipalityCodes>();
        conventions.Properties<OrganisationNumber>().HaveConversion<OrganisationNumbers>();
        conventions.Properties<ContactId>().HaveConversion<ContactIds>();
        conventions.Properties<PhoneNumber>().HaveConversion<PhoneNumbers>();
        conventions.Properties<InvoiceRunId>().HaveConversion<InvoiceRunIds>();
        conventions.Properties<BuyerReference>().HaveConversion<BuyerReferences>();
        conventions.Properties<Bankgiro>().HaveConversion<BankgiroNumbers>();
        conventions.Properties<Iban>().HaveConversion<Ibans>();
        conventions.Properties<VatNumber>().HaveConversion<VatNumbers>();
        conventions.Properties<Kronor>().HaveConversion<KronorAmounts>();
        conventions.Properties<Enum>().HaveConversion<string>();
    }

    private sealed class RecommendationIds() : ValueConverter<RecommendationId, Guid>(id => id.Value, value => new(value));
    private sealed class FundingPeriodIds() : ValueConverter<FundingPeriodId, Guid>(id => id.Value, value => new(value));
    private sealed class ExtensionIds() : ValueConverter<ExtensionId, Guid>(id => id.Value, value => new(value));
    private sealed class AllocationIds() : ValueConverter<AllocationId, Guid>(id => id.Value, value => new(value));
    private sealed class FeeNoticeBatchIds() : ValueConverter<FeeNoticeBatchId, Guid>(id => id.Value, value => new(value));
    private sealed class AllocationProposalIds() : ValueConverter<AllocationProposalId, Guid>(id => id.Value, value => new(value));
    private sealed class PopulationSetIds() : ValueConverter<PopulationSetId, Guid>(id => id.Value, value => new(value));

    private sealed class BoundarySetIds() : ValueConverter<BoundarySetId, Guid>(id => id.Value, value => new(value));
    private sealed class DecisionIds() : ValueConverter<DecisionId, Guid>(id => id.Value, value => new(value));
    private sealed class SnapshotIds() : ValueConverter<SnapshotId, Guid>(id => id.Value, value => new(value));
    private sealed class ReportIds() : ValueConverter<ReportId, Guid>(id => id.Value, value => new(value));
    private sealed class CoverBatchIds() : ValueConverter<CoverBatchId, Guid>(id => id.Value, value => new(value));
    private sealed class ImportIds() : ValueConverter<ImportId, Guid>(id => id.Value, value => new(value));
    private sealed class DocumentIds() : ValueConverter<DocumentId, Guid>(id => id.Value, value => new(value));
    private sealed class OutgoingMessageIds() : ValueConverter<OutgoingMessageId, Guid>(id => id.Value, value => new(value));
    private sealed class DispatchIds() : ValueConverter<DispatchId, Guid>(id => id.Value, value => new(value));
    private sealed class FollowUpIds() : ValueConverter<FollowUpId, Guid>(id => id.Value, value => new(value));
    private sealed class ContactNoteIds() : ValueConverter<ContactNoteId, Guid>(id => id.Value, value => new(value));
    private sealed class EmailAddresses() : ValueConverter<EmailAddress, string>(address => address.Text, text => EmailAddress.Parse(text));
    private sealed class ReceiptReferences() : ValueConverter<ReceiptReference, string>(reference => reference.Text, text => ReceiptReference.Parse(text));
    private sealed class ArrivedItemIds() : ValueConverter<ArrivedItemId, Guid>(id => id.Value, value => new(value));
    private sealed class PasskeyIds() : ValueConverter<PasskeyId, Guid>(id => id.Value, value => new(value));
    private sealed class IdentityProviderIds() : ValueConverter<IdentityProviderId, Guid>(id => id.Value, value => new(value));
    private sealed class SavedViewIds() : ValueConverter<SavedViewId, Guid>(id => id.Value, value => new(value));
    private sealed class PersonIds() : ValueConverter<PersonId, Guid>(id => id.Value, value => new(value));
    private sealed class MunicipalityCodes() : ValueConverter<MunicipalityCode, string>(code => code.Digits, digits => new(digits));
    private sealed class OrganisationNumbers() : ValueConverter<OrganisationNumber, string>(number => number.Digits, digits => OrganisationNumber.Parse(digits));
    private sealed class ContactIds() : ValueConverter<ContactId, Guid>(id => id.Value, value => new(value));
    private sealed class PhoneNumbers() : ValueConverter<PhoneNumber, string>(number => number.Text, text => PhoneNumber.Parse(text));
    private sealed class InvoiceRunIds() : ValueConverter<InvoiceRunId, Guid>(id => id.Value, value => new(value));
    private sealed class BuyerReferences() : ValueConverter<BuyerReference, string>(reference => reference.Text, text => BuyerReference.Parse(text));
    private sealed class BankgiroNumbers() : ValueConverter<Bankgiro, string>(number => number.Digits, text => Bankgiro.Parse(text));
    private sealed class Ibans() : ValueConverter<Iban, string>(iban => iban.Text, text => Iban.Parse(text));
    private sealed class VatNumbers() : ValueConverter<VatNumber, string>(number => number.Text, text => VatNumber.Parse(text));
    private sealed class KronorAmounts() : ValueConverter<Kronor, decimal>(kronor => kronor.Amount, amount => new(amount));
}
