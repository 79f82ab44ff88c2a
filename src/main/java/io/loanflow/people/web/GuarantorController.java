package io.loanflow.people.web;

import io.loanflow.people.PartyKind;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/guarantors}. */
@RestController
@RequestMapping("/api/guarantors")
@Tag(name = "Guarantors")
class GuarantorController extends PartyController {

    GuarantorController(PartyDesk desk) {
        super(PartyKind.GUARANTOR, desk);
    }
}
