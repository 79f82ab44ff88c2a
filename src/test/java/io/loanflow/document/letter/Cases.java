package io.loanflow.document.letter;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.loanflow.application.ApplicationData;
import io.loanflow.application.LoanApplication;
import io.loanflow.application.RepaymentSchedule;
import io.loanflow.document.Material;
import io.loanflow.people.Address;
import io.loanflow.people.Bdm;
import io.loanflow.people.BranchData;
import io.loanflow.people.Broker;
import io.loanflow.people.Party;
import io.loanflow.people.PartyData;
import io.loanflow.people.PartyKind;
import io.loanflow.platform.MergePatch;
import io.loanflow.platform.input.PlainReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Applications to print letters of. */
final class Cases {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    /** No more than what an approval guarantees. */
    private static final String BARE = """
            {"application_type": "residential", "purpose": "A house to live in",
             "loan_amount": 500000, "loan_term": 360, "interest_rate": 3.5, "repayment_frequency": "monthly",
             "borrowers": [{"kind": "person", "first_name": "Ann", "last_name": "Archer",
               "date_of_birth": "1985-03-14", "email": "ann@example.com",
               "annual_income": 180000, "monthly_expenses": 3000,
               "residential_address": {"street_number": "12", "street_name": "George Street",
                 "suburb": "Sydney", "state": "NSW", "postcode": "2000"}}]}
            """;

    /** What may be there besides. */
    private static final String RICH = """
            {"product": null, "estimated_settlement_date": "2026-05-29", "capitalised_interest_months": 3,
             "exit_strategy": "Sale of the finished townhouses.\\nOtherwise refinance with a bank.",
             "borrowers": [
               {"kind": "person", "title": "Ms", "first_name": "Ann", "last_name": "Archer",
                "date_of_birth": "1985-03-14", "email": "ann@example.com", "phone": "0412345678",
                "marital_status": "de_facto", "residency_status": "citizen",
                "employment": {"type": "full_time", "employer_name": "Harbour Architects", "job_title": "Partner"},
                "tax_file_number": "123456782", "bank_account": {"bank": "Big Bank", "bsb": "062000", "number": "12345678"},
                "annual_income": 180000, "other_annual_income": 12000, "monthly_expenses": 3000,
                "residential_address": {"unit": "3", "street_number": "12", "street_name": "George Street",
                  "suburb": "Sydney", "state": "NSW", "postcode": "2000"}},
               {"kind": "company", "company_name": "Barn Developments Pty Ltd", "abn": "51824753556", "acn": "004085616",
                "business_type": "pty_ltd", "industry": "Property development", "years_in_business": 9,
                "is_trustee": true, "phone": "0298765432", "email": "office@barn.example",
                "annual_income": 940000, "monthly_expenses": 21000,
                "directors": [{"first_name": "Ann", "last_name": "Archer", "roles": ["Director", "Secretary"]},
                  {"first_name": "Ben", "last_name": "Barnes", "roles": ["Director"]}],
                "registered_address": {"street_number": "88", "street_name": "Pitt Street",
                  "suburb": "Sydney", "state": "NSW", "postcode": "2000"}}],
             "guarantors": [{"kind": "person", "first_name": "Carl", "last_name": "Archer", "date_of_birth": "1955-07-01",
               "relationship": "parent",
               "residential_address": {"street_number": "4", "street_name": "Ocean Road",
                  "suburb": "Byron Bay", "state": "NSW", "postcode": "2481"}}],
             "securities": [
               {"property_type": "residential", "occupancy": "investment", "estimated_value": 1450000,
                "purchase_price": 1200000, "current_mortgagee": "Big Bank", "current_debt": 310000,
                "address": {"street_number": "7", "street_name": "Hill Street", "suburb": "Newtown", "state": "NSW", "postcode": "2042"}},
               {"property_type": "land", "estimated_value": 600000}],
             "fund_uses": [{"description": "Building costs", "amount": 420000}, {"description": "Interest and fees", "amount": 80000}],
             "solvency": {"litigation": false, "credit_refused": true, "tax_debt": false, "details": "A credit card in 2019."}}
            """;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Cases() {}

    /** Applied for and approved, with no more than that takes. */
    static Material bare(String patch) {
        return material(data(BARE, patch), given(List.of()), false);
    }

    /** A borrower of that name; an empty last name is none. */
    static Material named(String first, String last) {
        var borrower = JSON.createObjectNode();
        borrower.setAll(
                (com.fasterxml.jackson.databind.node.ObjectNode) tree(BARE).at("/borrowers/0"));
        borrower.put("first_name", first);
        if (last.isEmpty()) {
            borrower.remove("last_name");
        } else {
            borrower.put("last_name", last);
        }
        var patch = JSON.createObjectNode();
        patch.putArray("borrowers").add(borrower);
        return bare(patch);
    }

    private static Material bare(JsonNode patch) {
        return material(
                PlainReader.get().read(MergePatch.apply(tree(BARE), patch), ApplicationData.class),
                given(List.of()),
                false);
    }

    static Material rich(String patch) {
        return material(
                data(MergePatch.apply(tree(BARE), tree(RICH)).toString(), patch),
                given(List.of(
                        "Certificate of currency of the building insurance, noting the lender as mortgagee.",
                        "Evidence of the sale of 9/40 King Street, Newtown.")),
                true);
    }

    static Material notApproved(String patch) {
        return material(data(BARE, patch), null, false);
    }

    private static Material.Given given(List<String> conditions) {
        return new Material.Given(TODAY, TODAY.plusDays(30), conditions.isEmpty() ? null : "Dana Credit", conditions);
    }

    private static ApplicationData data(String json, String patch) {
        return PlainReader.get().read(MergePatch.apply(tree(json), tree(patch)), ApplicationData.class);
    }

    private static Material material(ApplicationData data, Material.@Nullable Given given, boolean contacts) {
        var start = data.estimatedSettlementDate() == null ? TODAY : data.estimatedSettlementDate();
        return new Material(
                application(data),
                data.loanAmount(),
                data.loanTerm(),
                data.interestRate(),
                given,
                start,
                schedule(data, start),
                contacts
                        ? new Broker(1, "Bea Broker", "Broker & Sons", "bea@broker.example", "+61412000111", null)
                        : null,
                contacts ? new Bdm(1, "Dan Manager", "dan@loanflow.example", "+61298765432", null) : null,
                contacts ? branch() : null,
                TODAY.minusDays(20),
                TODAY);
    }

    private static @Nullable RepaymentSchedule schedule(ApplicationData data, LocalDate start) {
        if (data.loanAmount() == null
                || data.loanTerm() == null
                || data.interestRate() == null
                || data.repaymentFrequency() == null) {
            return null;
        }
        int capitalised = data.capitalisedInterestMonths() == null ? 0 : data.capitalisedInterestMonths();
        return RepaymentSchedule.of(
                new RepaymentSchedule.Loan(
                        data.loanAmount(),
                        data.interestRate(),
                        data.loanTerm(),
                        data.repaymentFrequency(),
                        capitalised),
                start);
    }

    private static BranchData branch() {
        return new BranchData(
                "Sydney CBD",
                new Address("Level 9", "1", "Martin Place", "Sydney", "NSW", "2000", null),
                "+61291234567",
                "sydney@loanflow.example");
    }

    private static LoanApplication application(ApplicationData data) {
        return new LoanApplication(
                "APP-7K2M9QXD",
                data,
                parties(PartyKind.BORROWER, data.borrowers()),
                parties(PartyKind.GUARANTOR, data.guarantors()),
                null,
                null,
                "somebody",
                Instant.EPOCH,
                Instant.EPOCH,
                1);
    }

    private static List<Party> parties(PartyKind kind, @Nullable List<PartyData> all) {
        return all == null
                ? List.of()
                : IntStream.range(0, all.size())
                        .mapToObj(
                                at -> new Party(kind, at + 1, null, all.get(at), null, Instant.EPOCH, Instant.EPOCH, 1))
                        .toList();
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
