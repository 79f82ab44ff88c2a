package io.loanflow.identity.web;

import io.loanflow.identity.Account;
import io.loanflow.identity.Accounts;
import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import io.loanflow.platform.web.OpenTo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller, as the system knows them. */
@RestController
@Tag(name = "Log-in")
class MeController {

    private final CurrentUser currentUser;
    private final Accounts accounts;

    MeController(CurrentUser currentUser, Accounts accounts) {
        this.currentUser = currentUser;
        this.accounts = accounts;
    }

    @OpenTo(OpenTo.Rows.OWN)
    @GetMapping("/api/users/me")
    @Operation(summary = "The caller")
    Me me() {
        var viewer = currentUser.get();
        var account = accounts.find(viewer.userId()).orElseThrow(() -> Problem.notFound("user"));
        return Me.of(account, viewer);
    }

    record Me(
            String id,
            String email,
            String firstName,
            String lastName,
            @Nullable String phone,
            List<String> groups,
            boolean active) {

        static Me of(Account account, Viewer viewer) {
            return new Me(
                    account.id(),
                    account.email(),
                    account.firstName(),
                    account.lastName(),
                    account.phone(),
                    viewer.groups().stream().sorted().toList(),
                    account.active());
        }
    }
}
