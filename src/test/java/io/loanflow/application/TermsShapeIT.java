package io.loanflow.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Api;
import io.loanflow.testing.Lending;
import io.loanflow.testing.LoanflowIT;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Terms are read as strictly as everything else, with an approval and with any other move. */
@LoanflowIT
@Tag("service")
class TermsShapeIT {

    @Autowired
    ApplicationContext context;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"amount\":\"NaN\",\"term\":0,\"rate\":99,\"expiry\":\"2020-01-01\"}|/terms/amount /terms/expiry /terms/rate /terms/term",
                "{\"conditions\":[1,null,{\"a\":1},\"x\"]}|/terms/conditions/0 /terms/conditions/2 /terms/conditions/1",
                "{\"conditions\":\"x\"}|/terms/conditions",
                "{\"amount\":[\"300000\"],\"term\":true}|/terms/amount /terms/term",
                "{\"amount\":{},\"x\":1,\"expiry\":5}|/terms/amount /terms/x /terms/expiry",
                "{\"amount\":-5}|/terms/amount",
                "{\"rate\":99}|/terms/rate",
                "{\"term\":0}|/terms/term",
                "{\"expiry\":\"2000-01-01\"}|/terms/expiry",
                "[1]|/terms",
                "\"x\"|/terms"
            })
    void areRefusedWithEverythingThatIsWrong(String terms, String pointers) {
        var lending = new Lending(context);
        var credit = new Api(context, lending.team()).as("credit");
        var loan = lending.aLoan();
        var path = "/api/applications/" + loan.reference() + "/transitions";

        var other = credit.post(path, "{\"to\":\"declined\",\"reason\":\"no\",\"terms\":" + terms + "}");
        loan.isIn("inquiry").movedBy("broker", "processing");
        var approval = credit.post(path, "{\"to\":\"approved\",\"terms\":" + terms + "}");

        for (var answer : new io.loanflow.testing.Http.Answer[] {other, approval}) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.pointers()).containsExactlyInAnyOrder(pointers.split(" "));
        }
        assertThat(other.json().path("violations")).isEqualTo(approval.json().path("violations"));
        loan.isIn("processing");
    }
}
