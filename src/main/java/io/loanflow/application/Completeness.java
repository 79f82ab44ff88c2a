package io.loanflow.application;

import io.loanflow.people.Party;
import io.loanflow.people.PartyData;
import io.loanflow.platform.Violation;
import io.loanflow.workflow.Decisions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
            case "borrowers.name" -> borrowersLacking(application, "name", Completeness::hasName);
            case "borrowers.identity" -> borrowersLacking(application, "identity", Completeness::hasIdentity);
            case "borrowers.contact" -> borrowersLacking(application, "contact", Completeness::hasContact);
            case "borrowers.address" -> borrowersLacking(application, "address", Completeness::hasAddress);
            case "borrowers.income" -> borrowersLacking(application, "income", Completeness::hasIncome);
            case "broker_or_bdm" ->
                data.brokerId() == null && data.bdmId() == null ? Stream.of("/broker_id") : Stream.empty();
            case "securities.value" -> securitiesLacking(application);
            default ->
                throw new IllegalStateException(
                        "The table " + TABLE + " names the field '" + field + "', which is not known");
        };
    }

    private static Stream<String> lacking(String field, @org.jspecify.annotations.Nullable Object value) {
        return value == null ? Stream.of("/" + field) : Stream.empty();
    }

    private static Stream<String> borrowersLacking(
            LoanApplication application, String what, Predicate<PartyData> isThere) {
        List<PartyData> all = application.borrowers().stream().map(Party::data).toList();
        return IntStream.range(0, all.size())
                .filter(i -> !isThere.test(all.get(i)))
                .mapToObj(i -> "/borrowers/" + i + "/" + what);
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

    private static boolean hasName(PartyData borrower) {
        return borrower.isCompany()
                ? borrower.companyName() != null
                : borrower.firstName() != null && borrower.lastName() != null;
    }

    private static boolean hasIdentity(PartyData borrower) {
        return borrower.isCompany() ? borrower.abn() != null || borrower.acn() != null : borrower.dateOfBirth() != null;
    }

    private static boolean hasContact(PartyData borrower) {
        return borrower.email() != null || borrower.phone() != null;
    }

    private static boolean hasAddress(PartyData borrower) {
        var address = borrower.address();
        return address != null && address.isUsable();
    }

    private static boolean hasIncome(PartyData borrower) {
        return borrower.annualIncome() != null && borrower.monthlyExpenses() != null;
    }
}
