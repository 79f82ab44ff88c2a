package io.loanflow.people.web;

import io.loanflow.identity.CurrentUser;
import io.loanflow.people.Holdings;
import io.loanflow.people.PartyKind;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/guarantors/{id}/assets} and {@code liabilities}. */
@RestController
@RequestMapping("/api/guarantors")
@Tag(name = "Guarantors")
class GuarantorHoldingController extends HoldingController {

    GuarantorHoldingController(Holdings holdings, CurrentUser currentUser) {
        super(PartyKind.GUARANTOR, holdings, currentUser);
    }
}
