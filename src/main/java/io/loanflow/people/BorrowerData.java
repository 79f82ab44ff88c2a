package io.loanflow.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.loanflow.platform.input.Abn;
import io.loanflow.platform.input.Acn;
import io.loanflow.platform.input.Age;
import io.loanflow.platform.input.EmailAddress;
import io.loanflow.platform.input.Money;
import io.loanflow.platform.input.OneOf;
import io.loanflow.platform.input.Phone;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a borrower; nothing is mandatory while a scenario is being captured.
 *
 * @param id an existing borrower; nothing else is given then
 * @param kind {@code person} or {@code company}; a person when not said
 * @param annualIncome in AUD a year
 * @param monthlyExpenses in AUD a month
 */
public record BorrowerData(
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

        @OneOf({"single", "married", "de_facto", "divorced", "widowed"}) @Nullable
        String maritalStatus,

        @OneOf({"citizen", "permanent_resident", "temporary_resident", "foreign_investor"}) @Nullable
        String residencyStatus,

        @Valid @Nullable Employment employment,
        @Money @Nullable BigDecimal annualIncome,
        @Money @Nullable BigDecimal otherAnnualIncome,
        @Money @Nullable BigDecimal monthlyExpenses,

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
        List<@NotNull(message = "cannot be null") @Valid Director> directors) {

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

    /** The same borrower under another id, or under none. */
    public BorrowerData withId(@Nullable Integer newId) {
        return new BorrowerData(
                newId,
                kind,
                title,
                firstName,
                lastName,
                dateOfBirth,
                email,
                phone,
                residentialAddress,
                postalAddress,
                maritalStatus,
                residencyStatus,
                employment,
                annualIncome,
                otherAnnualIncome,
                monthlyExpenses,
                companyName,
                abn,
                acn,
                registeredAddress,
                businessType,
                industry,
                yearsInBusiness,
                isTrustee,
                isSmsfTrustee,
                directors);
    }
}
