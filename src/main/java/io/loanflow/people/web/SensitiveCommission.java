package io.loanflow.people.web;

import io.loanflow.people.CommissionAccount;

/** A broker's whole account number, for the eyes of one. */
record SensitiveCommission(Sensitive.Account commissionAccount) {

    static SensitiveCommission of(CommissionAccount account) {
        return new SensitiveCommission(Sensitive.Account.of(account));
    }
}
