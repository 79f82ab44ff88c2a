package io.loanflow.people.web;

import io.loanflow.people.PartyKind;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/borrowers}. */
@RestController
@RequestMapping("/api/borrowers")
@Tag(name = "Borrowers")
class BorrowerController extends PartyController {

    BorrowerController(PartyDesk desk) {
        super(PartyKind.BORROWER, desk);
    }
}
