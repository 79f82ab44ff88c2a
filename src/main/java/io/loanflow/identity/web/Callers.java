package io.loanflow.identity.web;

import io.loanflow.identity.AccessToken;
import io.loanflow.identity.AccessTokens;
import io.loanflow.identity.Accounts;
import io.loanflow.identity.Credentials;
import io.loanflow.identity.LoginRecord;
import io.loanflow.identity.LoginRecord.Door;
import io.loanflow.identity.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads who calls out of an Authorization header. */
@Component
class Callers {

    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private final AccessTokens tokens;
    private final Credentials credentials;
    private final Accounts accounts;
    private final LoginRecord record;

    Callers(AccessTokens tokens, Credentials credentials, Accounts accounts, LoginRecord record) {
        this.tokens = tokens;
        this.credentials = credentials;
        this.accounts = accounts;
        this.record = record;
    }

    Optional<Viewer> byToken(String header) {
        return after(BEARER, header).flatMap(tokens::verify).map(AccessToken::viewer);
    }

    Optional<Viewer> byTokenOrPassword(String header) {
        return byToken(header).or(() -> after(BASIC, header).flatMap(this::byPassword));
    }

    private Optional<Viewer> byPassword(String encoded) {
        var parts = decoded(encoded).split(":", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        var account = credentials.check(parts[0], parts[1]);
        account.ifPresentOrElse(
                known -> record.acceptedAgain(known.id(), Door.ENGINE_REST),
                () -> record.refused(parts[0], Door.ENGINE_REST));
        return account.map(known -> new Viewer(known.id(), accounts.groupsOf(known.id())));
    }

    private static String decoded(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private static Optional<String> after(String scheme, String header) {
        return header.regionMatches(true, 0, scheme, 0, scheme.length())
                ? Optional.of(header.substring(scheme.length()).strip())
                : Optional.empty();
    }
}
