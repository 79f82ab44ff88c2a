package io.loanflow.servicing.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.testing.Http;
import io.loanflow.testing.Http.Answer;
import io.loanflow.testing.Lending;
import io.loanflow.testing.Loan;
import io.loanflow.testing.People;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/** Money of loans over HTTP, handled by the people of a team, each of whom has logged in. */
final class MoneyCalls {

    private static final List<String> ROWS = List.of(
            "loan t where reference",
            "ledger_entry t where reference",
            "fee t where reference",
            "fee_event t where (select reference from fee where id = fee_id)",
            "payment t where reference",
            "repayment t where reference",
            "loan_extension t where reference");

    private final ApplicationContext context;
    private final Lending lending;
    private final Map<String, String> tokens = new HashMap<>();

    MoneyCalls(ApplicationContext context) {
        this.context = context;
        this.lending = new Lending(context);
    }

    Lending lending() {
        return lending;
    }

    Http as(String group) {
        return new Http(port()).bearer(tokens.computeIfAbsent(group, this::logIn));
    }

    private String logIn(String group) {
        var body = "{\"email\": \"%s\", \"password\": \"%s\"}"
                .formatted(lending.team().email(group), People.PASSWORD);
        return new Http(port())
                .post("/api/auth/login", body)
                .json()
                .path("access")
                .asText();
    }

    private int port() {
        return context.getBean(Environment.class).getRequiredProperty("local.server.port", Integer.class);
    }

    /** 24,000 at 5.5 % over a year, its money out today: the interest of the first month is 110.00. No fees. */
    Loan funded() {
        return funded(24_000, 12);
    }

    Loan funded(int amount, int months) {
        return funded(application -> application.put("loan_amount", amount).put("loan_term", months));
    }

    Loan funded(UnaryOperator<ObjectNode> change) {
        var loan = lending.aFundedLoan(change);
        lending.database()
                .sql("update stage_history set visible_to = '{accounts}' where reference = ? and to_stage = 'funded'")
                .param(loan.reference())
                .update();
        return loan;
    }

    /** From now on the team's member of that group is the borrower too. */
    void letBorrow(String group, Loan loan) {
        lending.database()
                .sql("update borrower set user_id = :user where id in"
                        + " (select borrower_id from application_borrower where reference = :reference)")
                .param("user", lending.team().member(group).userId())
                .param("reference", loan.reference())
                .update();
    }

    Answer get(String group, Loan loan, String what) {
        return as(group).get(path(loan, what));
    }

    /** As accounts. */
    Answer post(Loan loan, String what, String body) {
        return as("accounts").post(path(loan, what), body);
    }

    Answer pay(Loan loan, Object amount) {
        return pay(loan, amount, transfer());
    }

    Answer pay(Loan loan, Object amount, String transfer) {
        return payer().post(path(loan, "payments"), payment(amount, transfer));
    }

    /** Accounts, with a new key. */
    Http payer() {
        return as("accounts").with("Idempotency-Key", UUID.randomUUID().toString());
    }

    String payment(Object amount, String transfer) {
        return "{\"amount\": %s, \"received_on\": \"%s\", \"external_reference\": \"%s\"}"
                .formatted(amount, today(), transfer);
    }

    Answer reverse(long payment) {
        return as("accounts").post("/api/payments/" + payment + "/reversal", "{\"reason\": \"bounced\"}");
    }

    long raise(Loan loan, Object amount) {
        return post(loan, "fees", "{\"type\": \"other\", \"amount\": " + amount + "}")
                .json()
                .path("id")
                .asLong();
    }

    Answer fee(long id, String deed) {
        return as("accounts").post("/api/fees/" + id + "/" + deed, "{}");
    }

    List<JsonNode> items(Loan loan, String what) {
        var items = new ArrayList<JsonNode>();
        get("accounts", loan, what).json().path("items").forEach(items::add);
        return items;
    }

    /** A part of the payout figure of today. */
    BigDecimal figure(Loan loan, String part) {
        return get("accounts", loan, "payout-figure").json().path(part).decimalValue();
    }

    LocalDate today() {
        return LocalDate.now(context.getBean(Clock.class));
    }

    /** Whatever is stored of the loan's money. */
    String booked(Loan loan) {
        return ROWS.stream()
                .map(rows -> lending.database()
                        .sql("select coalesce(string_agg(t::text, chr(10) order by t::text), '-') from " + rows
                                + " = ?")
                        .param(loan.reference())
                        .query(String.class)
                        .single())
                .collect(Collectors.joining("\n--\n"));
    }

    static String transfer() {
        return "T-" + UUID.randomUUID();
    }

    static String path(Loan loan, String what) {
        return "/api/applications/" + loan.reference() + "/" + what;
    }

    static BigDecimal number(JsonNode node, String field) {
        return node.path(field).decimalValue();
    }

    static List<Answer> atOnce(List<Callable<Answer>> calls) {
        var start = new CyclicBarrier(calls.size());
        var threads = Executors.newFixedThreadPool(calls.size());
        try {
            var running = calls.stream()
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            var answers = new ArrayList<Answer>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
