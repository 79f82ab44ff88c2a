package io.loanflow.document.letter;

import static io.loanflow.document.letter.Wording.day;
import static io.loanflow.document.letter.Wording.money;
import static io.loanflow.document.letter.Wording.months;
import static io.loanflow.document.letter.Wording.rate;
import static io.loanflow.document.letter.Wording.word;

import io.loanflow.application.ApplicationData;
import io.loanflow.application.RepaymentSchedule;
import io.loanflow.document.Material;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The loan itself: what for, how much, on which terms, and what is repaid when. */
final class LoanFacts {

    private static final String[] SCHEDULE = {
        "loan_amount",
        "loan_term",
        "interest_rate",
        "repayment_frequency",
        "capitalised_interest_months",
        "estimated_settlement_date"
    };

    private static final List<Fact<RepaymentSchedule.Line>> LINES = List.of(
            Fact.<RepaymentSchedule.Line>of("number", "number of the repayment", line -> String.valueOf(line.number()))
                    .always(),
            Fact.<RepaymentSchedule.Line>of("due_date", "due date", line -> day(line.dueDate()))
                    .always(),
            Fact.<RepaymentSchedule.Line>of("payment", "amount of the repayment", line -> money(line.payment()))
                    .always(),
            Fact.<RepaymentSchedule.Line>of("interest", "interest in the repayment", line -> money(line.interest()))
                    .always(),
            Fact.<RepaymentSchedule.Line>of("principal", "principal in the repayment", line -> money(line.principal()))
                    .always(),
            Fact.<RepaymentSchedule.Line>of("balance", "balance after the repayment", line -> money(line.balance()))
                    .always());

    private LoanFacts() {}

    static List<Fact<Material>> all() {
        return List.of(
                entered("application_type", "type of loan", data -> word(data.applicationType()))
                        .always(),
                entered("purpose", "purpose of the loan", ApplicationData::purpose)
                        .always(),
                entered("product", "product", ApplicationData::product),
                of("loan_amount", "loan amount", material -> money(material.amount()))
                        .from("loan_amount")
                        .always(),
                of("interest_rate", "interest rate", material -> rate(material.rate()))
                        .from("interest_rate")
                        .always(),
                of("loan_term", "loan term", material -> months(material.term()))
                        .from("loan_term")
                        .always(),
                entered("repayment_frequency", "repayment frequency", data -> word(data.repaymentFrequency()))
                        .always(),
                of("settlement_date", "estimated settlement date", LoanFacts::settlement)
                        .from("estimated_settlement_date"),
                of("repayments_from", "day from which the repayments count", material -> day(material.start()))
                        .from("estimated_settlement_date")
                        .always(),
                entered(
                        "capitalised_months",
                        "months of capitalised interest",
                        data -> months(positive(data.capitalisedInterestMonths())),
                        "capitalised_interest_months"),
                entered("exit_strategy", "exit strategy", ApplicationData::exitStrategy),
                scheduled(
                        "repayment_amount",
                        "amount of each repayment",
                        plan -> money(plan.first().payment())),
                scheduled(
                        "repayment_count",
                        "number of repayments",
                        plan -> String.valueOf(plan.lines().size())),
                scheduled("repayment_plan", "number and amounts of the repayments, in words", LoanFacts::plan),
                scheduled(
                        "first_repayment_date",
                        "date of the first repayment",
                        plan -> day(plan.first().dueDate())),
                scheduled(
                        "last_repayment_date",
                        "date of the last repayment",
                        plan -> day(plan.last().dueDate())),
                scheduled(
                        "last_repayment_amount",
                        "amount of the last repayment",
                        plan -> money(plan.last().payment())),
                scheduled("total_repayments", "total of all repayments", plan -> money(plan.totalPayment())),
                scheduled("total_interest", "total interest", plan -> money(plan.totalInterest())),
                Fact.list("repayments", "repayment table", LoanFacts::lines, LINES)
                        .from(SCHEDULE)
                        .always());
    }

    private static Fact<Material> of(String name, String label, Function<Material, @Nullable String> value) {
        return Fact.of(name, label, value);
    }

    private static Fact<Material> entered(
            String name, String label, Function<ApplicationData, @Nullable String> value) {
        return entered(name, label, value, name);
    }

    private static Fact<Material> entered(
            String name, String label, Function<ApplicationData, @Nullable String> value, String field) {
        return of(name, label, material -> value.apply(material.application().data()))
                .from(field);
    }

    private static Fact<Material> scheduled(
            String name, String label, Function<RepaymentSchedule, @Nullable String> value) {
        return of(name, label, material -> material.schedule() == null ? null : value.apply(material.schedule()))
                .from(SCHEDULE)
                .at(LoanFacts::lacking)
                .always();
    }

    /** What is to be entered so that repayments can be computed. */
    private static String lacking(Material material) {
        if (material.amount() == null) {
            return "/loan_amount";
        }
        if (material.term() == null) {
            return "/loan_term";
        }
        return material.rate() == null ? "/interest_rate" : "/repayment_frequency";
    }

    private static List<RepaymentSchedule.Line> lines(Material material) {
        return material.schedule() == null ? List.of() : material.schedule().lines();
    }

    /** {@code 359 of $2,245.22 and a last one of $2,247.38}. */
    private static String plan(RepaymentSchedule schedule) {
        var each = schedule.first().payment();
        var last = schedule.last().payment();
        int count = schedule.lines().size();
        return last.compareTo(each) == 0
                ? "%s of %s".formatted(counted(count), money(each))
                : "%s of %s and a last one of %s".formatted(counted(count - 1), money(each), money(last));
    }

    private static String counted(int repayments) {
        return repayments == 1 ? "one" : String.valueOf(repayments);
    }

    private static @Nullable String settlement(Material material) {
        return day(material.application().data().estimatedSettlementDate());
    }

    private static @Nullable Integer positive(@Nullable Integer months) {
        return months == null || months == 0 ? null : months;
    }
}
