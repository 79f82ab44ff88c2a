package io.loanflow.document.letter;

import static io.loanflow.document.letter.Wording.address;
import static io.loanflow.document.letter.Wording.day;
import static io.loanflow.document.letter.Wording.joined;
import static io.loanflow.document.letter.Wording.money;
import static io.loanflow.document.letter.Wording.word;

import io.loanflow.application.FundUse;
import io.loanflow.application.SecurityData;
import io.loanflow.application.Solvency;
import io.loanflow.document.Material;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What secures the loan, what it is used for, and what the borrower has declared. */
final class SecurityFacts {

    private static final List<Fact<SecurityData>> SECURITY = List.of(
            of("property", "description of the property", SecurityFacts::property),
            of("property_address", "address of the property", one -> address(one.address()))
                    .at(one -> "/address"),
            of("property_value", "estimated value of the property", one -> money(one.estimatedValue()))
                    .at(one -> "/estimated_value"),
            of("purchase_price", "purchase price of the property", one -> money(one.purchasePrice())),
            of("current_mortgagee", "current mortgagee", SecurityData::currentMortgagee),
            of("current_debt", "current debt on the property", one -> money(one.currentDebt())));

    private static final List<Fact<FundUse>> USE = List.of(
            Fact.of("use", "use of the money", FundUse::description).at(use -> "/description"),
            Fact.<FundUse>of("use_amount", "amount of the use", use -> money(use.amount()))
                    .at(use -> "/amount"));

    private static final List<Fact<Answer>> ANSWER = List.of(
            Fact.of("question", "question", Answer::question).always(),
            Fact.of("answer", "answer", Answer::yesOrNo).always());

    private SecurityFacts() {}

    private record Answer(String question, @Nullable Boolean yes) {

        String yesOrNo() {
            return Boolean.TRUE.equals(yes) ? "Yes" : "No";
        }
    }

    static List<Fact<Material>> all() {
        return List.of(
                Fact.list("securities", "securities", SecurityFacts::securities, SECURITY)
                        .from("securities"),
                Fact.<Material>flag(
                                "has_securities",
                                "whether there are securities",
                                material -> !securities(material).isEmpty())
                        .from("securities"),
                whole("securities_value", "estimated value of all securities", SecurityFacts::total)
                        .from("securities"),
                whole("valuation_amount", "valuation of the securities", material -> {
                            var valuation = material.application().valuation();
                            return valuation == null ? null : money(valuation.amount());
                        })
                        .from("valuation"),
                whole("valuation_date", "date of the valuation", material -> {
                            var valuation = material.application().valuation();
                            return valuation == null ? null : day(valuation.date());
                        })
                        .from("valuation"),
                Fact.list("fund_uses", "uses of the money", SecurityFacts::uses, USE)
                        .from("fund_uses"),
                Fact.<Material>flag(
                                "has_fund_uses",
                                "whether uses of the money are stated",
                                material -> !uses(material).isEmpty())
                        .from("fund_uses"),
                Fact.list("solvency", "solvency questions", SecurityFacts::answers, ANSWER)
                        .from("solvency"),
                whole("solvency_details", "details on the solvency questions", material -> {
                            var solvency = material.application().data().solvency();
                            return solvency == null ? null : solvency.details();
                        })
                        .from("solvency"));
    }

    private static Fact<SecurityData> of(String name, String label, Function<SecurityData, @Nullable String> value) {
        return Fact.of(name, label, value);
    }

    private static Fact<Material> whole(String name, String label, Function<Material, @Nullable String> value) {
        return Fact.of(name, label, value);
    }

    private static @Nullable String property(SecurityData security) {
        var kind = word(security.propertyType());
        var type = kind == null || "Land".equals(kind) ? kind : kind + " property";
        var occupancy =
                security.occupancy() == null ? null : security.occupancy().replace('_', ' ');
        return joined(", ", type, occupancy);
    }

    private static List<SecurityData> securities(Material material) {
        var all = material.application().data().securities();
        return all == null ? List.of() : all;
    }

    private static List<FundUse> uses(Material material) {
        var all = material.application().data().fundUses();
        return all == null ? List.of() : all;
    }

    private static @Nullable String total(Material material) {
        var values = securities(material).stream()
                .map(SecurityData::estimatedValue)
                .filter(Objects::nonNull)
                .toList();
        return values.isEmpty() ? null : money(values.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** Those questions that have been asked. */
    private static List<Answer> answers(Material material) {
        var solvency = material.application().data().solvency();
        return solvency == null ? List.of() : asked(solvency);
    }

    private static List<Answer> asked(Solvency solvency) {
        return Stream.of(
                        new Answer("Is there litigation pending against you?", solvency.litigation()),
                        new Answer("Is there an unsatisfied judgement against you?", solvency.unsatisfiedJudgement()),
                        new Answer("Have you been bankrupt or insolvent?", solvency.bankruptOrInsolvent()),
                        new Answer("Has credit been refused to you?", solvency.creditRefused()),
                        new Answer("Do you owe tax that is overdue?", solvency.taxDebt()),
                        new Answer("Are tax returns outstanding?", solvency.returnsOutstanding()),
                        new Answer("Have you entered into a payment arrangement?", solvency.paymentArrangement()))
                .filter(answer -> answer.yes() != null)
                .toList();
    }
}
