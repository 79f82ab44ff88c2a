package io.loanflow.application;

import io.loanflow.people.PartyData;
import io.loanflow.platform.Violation;
import io.loanflow.workflow.Decisions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an application still lacks. Which values are needed stands in the decision table {@code requireCompleteness}. */
@Component
class Completeness {

    static final String TABLE = "requireCompleteness";

    private final Decisions decisions;

    Completeness(Decisions decisions) {
        this.decisions = decisions;
    }

    /** One violation for each value that is needed and not there. */
    List<Violation> missing(LoanApplication application) {
        var violations = new ArrayList<Violation>();
        decisions
                .decide(
                        TABLE,
                        Collections.singletonMap(
                                "applicationType", application.data().applicationType()))
                .forEach(row -> pointersLacking(String.valueOf(row.get("field")), application)
                        .map(pointer -> new Violation(pointer, "missing", String.valueOf(row.get("detail"))))
                        .forEach(violations::add));
        return violations;
    }

    private static Stream<String> pointersLacking(String field, LoanApplication application) {
        var data = application.data();
        return switch (field) {
            case "application_type" -> lacking(field, data.applicationType());
            case "purpose" -> lacking(field, data.purpose());
            case "loan_amount" -> lacking(field, data.loanAmount());
            case "loan_term" -> lacking(field, data.loanTerm());
            case "interest_rate" -> lacking(field, data.interestRate());
            case "repayment_frequency" -> lacking(field, data.repaymentFrequency());
            case "borrowers" -> application.borrowers().isEmpty() ? Stream.of("/borrowers") : Stream.empty();
            case "borrowers.name" -> borrowersLacking(application, Completeness::name);
            case "borrowers.identity" -> borrowersLacking(application, Completeness::identity);
            case "borrowers.contact" -> borrowersLacking(application, Completeness::contact);
            case "borrowers.address" -> borrowersLacking(application, Completeness::address);
            case "borrowers.income" -> borrowersLacking(application, Completeness::income);
            case "broker_or_bdm" ->
                data.brokerId() == null && data.bdmId() == null ? Stream.of("/broker_id") : Stream.empty();
            case "securities.value" -> securitiesLacking(application);
            default ->
                throw new IllegalStateException(
                        "The table " + TABLE + " names the field '" + field + "', which is not known");
        };
    }

    private static Stream<String> lacking(String field, @Nullable Object value) {
        return value == null ? Stream.of("/" + field) : Stream.empty();
    }

    /** @param lacking the field that a borrower lacks, null when none is */
    private static Stream<String> borrowersLacking(
            LoanApplication application, Function<PartyData, @Nullable String> lacking) {
        var borrowers = application.borrowers();
        return IntStream.range(0, borrowers.size())
                .mapToObj(
                        i -> Optional.ofNullable(lacking.apply(borrowers.get(i).data()))
                                .map(field -> "/borrowers/" + i + "/" + field))
                .flatMap(Optional::stream);
    }

    private static Stream<String> securitiesLacking(LoanApplication application) {
        var securities = application.data().securitiesOrNone();
        if (securities.isEmpty()) {
            return Stream.of("/securities");
        }
        return IntStream.range(0, securities.size())
                .filter(i -> securities.get(i).estimatedValue() == null)
                .mapToObj(i -> "/securities/" + i + "/estimated_value");
    }

    private static @Nullable String name(PartyData borrower) {
        if (borrower.isCompany()) {
            return borrower.companyName() == null ? "company_name" : null;
        }
        return borrower.firstName() == null ? "first_name" : borrower.lastName() == null ? "last_name" : null;
    }

    private static @Nullable String identity(PartyData borrower) {
        if (borrower.isCompany()) {
            return borrower.abn() == null && borrower.acn() == null ? "abn" : null;
        }
        return borrower.dateOfBirth() == null ? "date_of_birth" : null;
    }

    private static @Nullable String contact(PartyData borrower) {
        return borrower.email() == null && borrower.phone() == null ? "email" : null;
    }

    private static @Nullable String address(PartyData borrower) {
        var address = borrower.address();
        var field = borrower.isCompany() ? "registered_address" : "residential_address";
        return address != null && address.isUsable() ? null : field;
    }

    private static @Nullable String income(PartyData borrower) {
        return borrower.annualIncome() == null
                ? "annual_income"
                : borrower.monthlyExpenses() == null ? "monthly_expenses" : null;
    }
}
