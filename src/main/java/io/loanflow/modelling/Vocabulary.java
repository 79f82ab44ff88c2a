package io.loanflow.modelling;

import java.util.Set;

/**
 * The names a model may use because there is something behind them.
 *
 * @param delegates steps that service tasks can name
 * @param gates conditions that exits can name
 * @param variables what the steps declare to set or read; fields of forms need not be here
 */
public record Vocabulary(Set<String> delegates, Set<String> gates, Set<String> variables) {

    static final Set<String> GROUPS = Set.of("admin", "credit", "accounts", "bd", "broker", "client", "analyst");
    static final Set<String> ROLES = Set.of("broker", "bdm");

    public Vocabulary {
        delegates = Set.copyOf(delegates);
        gates = Set.copyOf(gates);
        variables = Set.copyOf(variables);
    }
}
