package io.loanflow.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.loanflow.platform.input.Abn;
import io.loanflow.platform.input.Acn;
import io.loanflow.platform.input.Age;
import io.loanflow.platform.input.EmailAddress;
import io.loanflow.platform.input.Money;
import io.loanflow.platform.input.OneOf;
import io.loanflow.platform.input.Phone;
import io.loanflow.platform.input.Tfn;
import io.loanflow.platform.secrets.Secret;
import io.loanflow.platform.secrets.SecretReader;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a borrower or guarantor; nothing is mandatory of a borrower while a scenario is being captured.
 *
 * @param id of an existing one
 * @param kind {@code person} or {@code company}; a person when not said
 * @param relationship of a guarantor to the borrower
 * @param incomeCounts whether a guarantor's income counts when the loan is assessed
 * @param annualIncome in AUD a year
 * @param monthlyExpenses in AUD a month
 */
public record PartyData(
        @Nullable Integer id,
        @OneOf({"person", "company"}) @Nullable String kind,

        @Size(max = 20, message = "has at most {max} characters") @Nullable
        String title,

        @Size(max = 100, message = "has at most {max} characters") @Nullable
        String firstName,

        @Size(max = 100, message = "has at most {max} characters") @Nullable
        String lastName,

        @Age(min = 18, max = 120) @Nullable LocalDate dateOfBirth,

        @EmailAddress @Nullable String email,

        @Phone @Nullable String phone,

        @Valid @Nullable Address residentialAddress,
        @Valid @Nullable Address postalAddress,

        @Tfn @JsonDeserialize(using = SecretReader.class) @Nullable
        Secret taxFileNumber,

        @OneOf({"single", "married", "de_facto", "divorced", "widowed"}) @Nullable
        String maritalStatus,

        @OneOf({"citizen", "permanent_resident", "temporary_resident", "foreign_investor"}) @Nullable
        String residencyStatus,

        @Valid @Nullable Employment employment,
        @Money @Nullable BigDecimal annualIncome,
        @Money @Nullable BigDecimal otherAnnualIncome,
        @Money @Nullable BigDecimal monthlyExpenses,
        @Valid @Nullable BankAccount bankAccount,

        @Size(max = 200, message = "has at most {max} characters") @Nullable
        String companyName,

        @Abn @Nullable String abn,

        @Acn @Nullable String acn,

        @Valid @Nullable Address registeredAddress,

        @OneOf({"sole_proprietorship", "partnership", "pty_ltd", "public_company", "trust", "non_profit"}) @Nullable
        String businessType,

        @Size(max = 200, message = "has at most {max} characters") @Nullable
        String industry,

        @PositiveOrZero(message = "cannot be negative")
        @Max(value = 1000, message = "exceeds the maximum allowed")
        @Nullable
        Integer yearsInBusiness,

        @Nullable Boolean isTrustee,
        @Nullable Boolean isSmsfTrustee,

        @Size(max = 50, message = "has at most {max} entries") @Nullable
        List<@NotNull(message = "cannot be null") @Valid Director> directors,

        @Size(max = 200, message = "has at most {max} characters") @Nullable
        String referralSource,

        @Size(max = 50, message = "has at most {max} entries") @Nullable
        List<@NotNull(message = "cannot be null") @Size(max = 50, message = "has at most {max} characters") String>
                tags,

        @Size(max = 5000, message = "has at most {max} characters") @Nullable
        String notes,

        @OneOf({"spouse", "parent", "child", "sibling", "business_partner", "friend", "other"}) @Nullable
        String relationship,

        @Nullable Boolean incomeCounts) {

    @JsonIgnore
    public boolean isCompany() {
        return "company".equals(kind);
    }

    /** First and last name, or the company's; empty when nothing is known. */
    public String displayName() {
        return isCompany()
                ? Stream.ofNullable(companyName).collect(Collectors.joining())
                : Stream.of(firstName, lastName).filter(part -> part != null).collect(Collectors.joining(" "));
    }

    /** Where a letter goes: a company's registered address, a person's residential one. */
    public @Nullable Address address() {
        return isCompany() ? registeredAddress : residentialAddress;
    }

    @JsonIgnore
    @Nullable
    Secret accountNumber() {
        return bankAccount == null ? null : bankAccount.number();
    }

    /** True when both numbers that few may see are the same; as JSON, masked, different ones may look alike. */
    public boolean hasSecretsOf(PartyData other) {
        return Objects.equals(taxFileNumber, other.taxFileNumber)
                && Objects.equals(accountNumber(), other.accountNumber());
    }
}
