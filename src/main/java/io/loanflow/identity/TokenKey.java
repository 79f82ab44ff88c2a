package io.loanflow.identity;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** The secret that signs access tokens: configured, or drawn once and shared by all nodes through the database. */
@Component
class TokenKey {

    private static final int FEWEST_BYTES = 32;

    private final SecretKey key;

    TokenKey(@Value("${loanflow.security.jwt-secret:}") String configured, JdbcClient jdbc) {
        this.key = configured.isBlank() ? stored(jdbc) : of(configured.getBytes(StandardCharsets.UTF_8));
    }

    JwtEncoder encoder() {
        return new NimbusJwtEncoder(new ImmutableSecret<>(key));
    }

    JwtDecoder decoder() {
        var decoder = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(Duration.ZERO), new JwtIssuerValidator(AccessTokens.ISSUER)));
        return decoder;
    }

    private static SecretKey of(byte[] secret) {
        if (secret.length < FEWEST_BYTES) {
            throw new IllegalStateException("loanflow.security.jwt-secret needs at least " + FEWEST_BYTES + " bytes.");
        }
        return new SecretKeySpec(secret, "HmacSHA256");
    }

    private static SecretKey stored(JdbcClient jdbc) {
        var drawn = new byte[FEWEST_BYTES];
        new SecureRandom().nextBytes(drawn);
        jdbc.sql("insert into signing_secret (secret) values (:secret) on conflict do nothing")
                .param("secret", Base64.getEncoder().encodeToString(drawn))
                .update();
        var secret = jdbc.sql("select secret from signing_secret")
                .query(String.class)
                .single();
        return of(Base64.getDecoder().decode(secret));
    }
}
