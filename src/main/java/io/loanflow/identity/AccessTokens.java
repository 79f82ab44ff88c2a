package io.loanflow.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** Short-lived signed tokens that name a user and a log-in session. */
@Component
public class AccessTokens {

    /** How long a token is good for. */
    public static final Duration LIFETIME = Duration.ofHours(1);

    static final String ISSUER = "loanflow";
    private static final String SESSION = "sid";

    private final JwtEncoder encoder;
    private final JwtDecoder decoder;
    private final JdbcClient jdbc;
    private final Clock clock;

    AccessTokens(TokenKey key, JdbcClient jdbc) {
        this.encoder = key.encoder();
        this.decoder = key.decoder();
        this.jdbc = jdbc;
        this.clock = Clock.systemUTC();
    }

    /** Checks signature, expiry, that the session is open and that the account is active; reads the groups of now. */
    public Optional<AccessToken> verify(String token) {
        return decode(token).flatMap(this::stillGood);
    }

    String issue(String userId, String sessionId) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .subject(userId)
                .claim(SESSION, sessionId)
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME))
                .build();
        var header = JwsHeader.with(MacAlgorithm.HS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    private Optional<Jwt> decode(String token) {
        try {
            return Optional.of(decoder.decode(token));
        } catch (JwtException refused) {
            return Optional.empty();
        }
    }

    private Optional<AccessToken> stillGood(Jwt jwt) {
        @Nullable String sessionId = jwt.getClaimAsString(SESSION);
        @Nullable Instant expiresAt = jwt.getExpiresAt();
        if (sessionId == null || expiresAt == null || jwt.getSubject() == null) {
            return Optional.empty();
        }
        return groups(sessionId, jwt.getSubject())
                .map(groups -> new AccessToken(jwt.getSubject(), sessionId, groups, expiresAt));
    }

    private Optional<Set<String>> groups(String sessionId, String userId) {
        return jdbc.sql("""
                        select array(select m.group_id_ from act_id_membership m
                                      where m.user_id_ = a.id and m.group_id_ <> 'camunda-admin')
                          from login_session s join account a on a.id = s.user_id
                         where s.id = :session and a.id = :user and s.ended_at is null and a.active""")
                .param("session", sessionId)
                .param("user", userId)
                .query((row, number) -> Set.of((String[]) row.getArray(1).getArray()))
                .optional();
    }
}
