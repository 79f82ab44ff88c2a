package io.loanflow.people.web;

import io.loanflow.identity.CurrentUser;
import io.loanflow.people.Holdings;
import io.loanflow.people.PartyKind;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/borrowers/{id}/assets} and {@code liabilities}. */
@RestController
@RequestMapping("/api/borrowers")
@Tag(name = "Borrowers")
class BorrowerHoldingController extends HoldingController {

    BorrowerHoldingController(Holdings holdings, CurrentUser currentUser) {
        super(PartyKind.BORROWER, holdings, currentUser);
    }
}
