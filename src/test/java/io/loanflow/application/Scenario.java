package io.loanflow.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.loanflow.people.Party;
import io.loanflow.people.PartyData;
import io.loanflow.people.PartyKind;
import io.loanflow.platform.MergePatch;
import io.loanflow.platform.input.PlainReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A complete application, and what a merge patch makes of it. */
final class Scenario {

    static final String REFERENCE = "APP-00000001";

    static final String PERSON = """
            {"first_name": "Ann", "last_name": "Borrower", "date_of_birth": "1985-03-14", "email": "ann@example.com",
             "annual_income": 120000, "monthly_expenses": 3000,
             "residential_address": {"street_name": "George Street", "suburb": "Sydney", "state": "NSW", "postcode": "2000"}}
            """;

    static final String COMPANY = """
            {"kind": "company", "company_name": "Barn Pty Ltd", "abn": "51824753556", "phone": "0412345678",
             "annual_income": 120000, "monthly_expenses": 3000,
             "registered_address": {"street_name": "George Street", "suburb": "Sydney", "state": "NSW", "postcode": "2000"}}
            """;

    private static final String COMPLETE = """
            {"application_type": "residential", "purpose": "A house", "loan_amount": 500000, "loan_term": 360,
             "interest_rate": 4.5, "repayment_frequency": "monthly", "broker_id": 1, "borrowers": [%s],
             "securities": [{"estimated_value": 1000000}]}
            """;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Scenario() {}

    static LoanApplication of(String patch) {
        return of(patch, null);
    }

    /** @param valuation what a review found, in AUD */
    static LoanApplication of(String patch, @Nullable BigDecimal valuation) {
        var tree = MergePatch.apply(tree(COMPLETE.formatted(PERSON)), tree(patch));
        var data = PlainReader.get().read(tree, ApplicationData.class);
        return new LoanApplication(
                REFERENCE,
                data,
                parties(PartyKind.BORROWER, data.borrowersOrNone()),
                parties(PartyKind.GUARANTOR, data.guarantorsOrNone()),
                valuation == null ? null : new LoanApplication.Valuation(valuation, null, null, "somebody"),
                null,
                "somebody",
                Instant.EPOCH,
                Instant.EPOCH,
                1);
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<Party> parties(PartyKind kind, List<PartyData> all) {
        return IntStream.range(0, all.size())
                .mapToObj(at -> new Party(kind, at + 1, null, all.get(at), null, Instant.EPOCH, Instant.EPOCH, 1))
                .toList();
    }
}
