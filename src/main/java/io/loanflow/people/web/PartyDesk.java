package io.loanflow.people.web;

import io.loanflow.identity.CurrentUser;
import io.loanflow.people.Finances;
import io.loanflow.people.PartyChanges;
import io.loanflow.people.PartyList;
import io.loanflow.people.Revealing;
import org.springframework.stereotype.Component;

/** What serves the calls about borrowers and about guarantors. */
@Component
record PartyDesk(
        PartyList list,
        PartyChanges changes,
        Revealing revealing,
        Finances finances,
        PartyResources resources,
        CurrentUser currentUser) {}
