package io.loanflow.application;

import io.loanflow.people.PartyData;
import io.loanflow.platform.input.OneOf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people enter of an application. Nothing is mandatory while a scenario is being captured; what is there has the right
 * form. The limits of amount, term and rate stand in the table {@code limitLoan}.
 *
 * @param loanAmount in AUD
 * @param loanTerm in months
 * @param interestRate in % a year
 */
public record ApplicationData(
        @OneOf({"residential", "commercial", "construction", "refinance", "investment", "smsf"}) @Nullable
        String applicationType,

        @Size(max = 2000, message = "has at most {max} characters") @Nullable
        String purpose,

        @Nullable BigDecimal loanAmount,
        @Nullable Integer loanTerm,
        @Nullable BigDecimal interestRate,

        @OneOf({"weekly", "fortnightly", "monthly", "quarterly", "annually"}) @Nullable
        String repaymentFrequency,

        @Size(max = 100, message = "has at most {max} characters") @Nullable
        String product,

        @Nullable LocalDate estimatedSettlementDate,

        @PositiveOrZero(message = "cannot be negative")
        @Max(value = 480, message = "exceeds the maximum allowed")
        @Nullable
        Integer capitalisedInterestMonths,

        @Size(max = 2000, message = "has at most {max} characters") @Nullable
        String exitStrategy,

        @Nullable Integer brokerId,
        @Nullable Integer bdmId,
        @Nullable Integer branchId,

        @Size(max = 20, message = "has at most {max} entries") @Nullable
        List<@NotNull(message = "cannot be null") @Valid PartyData> borrowers,

        @Size(max = 20, message = "has at most {max} entries") @Nullable
        List<@NotNull(message = "cannot be null") @Valid PartyData> guarantors,

        @Size(max = 50, message = "has at most {max} entries") @Nullable
        List<@NotNull(message = "cannot be null") @Valid SecurityData> securities,

        @Size(max = 100, message = "has at most {max} entries") @Nullable
        List<@NotNull(message = "cannot be null") @Valid FundUse> fundUses,

        @Valid @Nullable Solvency solvency) {

    /** Names of the fields that hold one value each, as the API and the columns call them. */
    public static final List<String> FLAT_FIELDS = List.of(
            "application_type",
            "purpose",
            "loan_amount",
            "loan_term",
            "interest_rate",
            "repayment_frequency",
            "product",
            "estimated_settlement_date",
            "capitalised_interest_months",
            "exit_strategy",
            "broker_id",
            "bdm_id",
            "branch_id");

    /** The same with another broker and BDM. */
    ApplicationData with(@Nullable Integer broker, @Nullable Integer bdm) {
        return copy(broker, bdm, borrowers, guarantors, securities, fundUses);
    }

    /** The same with other people behind the loan. */
    ApplicationData with(@Nullable List<PartyData> newBorrowers, @Nullable List<PartyData> newGuarantors) {
        return copy(brokerId, bdmId, newBorrowers, newGuarantors, securities, fundUses);
    }

    /** The same with an id for every security and every use of the money. */
    ApplicationData numbered() {
        return copy(
                brokerId,
                bdmId,
                borrowers,
                guarantors,
                securities == null ? null : Numbers.given(securities, SecurityData::id, SecurityData::withId),
                fundUses == null ? null : Numbers.given(fundUses, FundUse::id, FundUse::withId));
    }

    private ApplicationData copy(
            @Nullable Integer broker,
            @Nullable Integer bdm,
            @Nullable List<PartyData> newBorrowers,
            @Nullable List<PartyData> newGuarantors,
            @Nullable List<SecurityData> newSecurities,
            @Nullable List<FundUse> newFundUses) {
        return new ApplicationData(
                applicationType,
                purpose,
                loanAmount,
                loanTerm,
                interestRate,
                repaymentFrequency,
                product,
                estimatedSettlementDate,
                capitalisedInterestMonths,
                exitStrategy,
                broker,
                bdm,
                branchId,
                newBorrowers,
                newGuarantors,
                newSecurities,
                newFundUses,
                solvency);
    }

    List<PartyData> borrowersOrNone() {
        return borrowers == null ? List.of() : borrowers;
    }

    List<PartyData> guarantorsOrNone() {
        return guarantors == null ? List.of() : guarantors;
    }

    List<SecurityData> securitiesOrNone() {
        return securities == null ? List.of() : securities;
    }

    List<FundUse> fundUsesOrNone() {
        return fundUses == null ? List.of() : fundUses;
    }
}
