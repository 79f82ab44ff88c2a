package io.loanflow.servicing;

import io.loanflow.testing.Lending;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.Servicing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * What it takes to fund a loan, and what the engine holds for it, by the number of its instalments: loans of each kind in turn
 * in one run, because machines differ and are busy. Not part of the build; src/docs/benchmarks.md says how to run it.
 */
@LoanflowIT
class FundingBenchmark {

    private static final int LOANS = Integer.getInteger("loans", 1000);
    private static final int WARM_UP = 30;

    private static final List<String> KINDS =
            List.of("12 months monthly", "360 months monthly", "12 months weekly", "480 months weekly");

    @Autowired
    ApplicationContext context;

    @Test
    void loansOfAnyLengthInTurn() {
        var lending = new Lending(context);
        var times = new LinkedHashMap<String, List<Double>>();
        var loans = new LinkedHashMap<String, List<Loan>>();
        for (int round = -WARM_UP; round < LOANS; round++) {
            for (var kind : KINDS) {
                var loan = lending.aLoan(application -> application
                        .put("loan_term", Integer.parseInt(kind.split(" ")[0]))
                        .put("repayment_frequency", kind.split(" ")[2]));
                var begin = System.nanoTime();
                lending.fund(loan);
                if (round >= 0) {
                    times.computeIfAbsent(kind, none -> new ArrayList<>()).add((System.nanoTime() - begin) / 1e6);
                    loans.computeIfAbsent(kind, none -> new ArrayList<>()).add(loan);
                }
            }
        }
        times.forEach((kind, each) -> {
            each.sort(Double::compare);
            System.out.printf(
                    "[benchmark] %s: %d loans, median %.1f ms, p90 %.1f ms, %.2f engine rows a loan%n",
                    kind,
                    each.size(),
                    each.get(each.size() / 2),
                    each.get(each.size() * 9 / 10),
                    rows(lending, loans.get(kind)));
        });
    }

    private static double rows(Lending lending, List<Loan> loans) {
        return loans.stream()
                .mapToLong(loan -> new Servicing(lending, loan).engineRows())
                .average()
                .orElseThrow();
    }
}
