package io.loanflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.loanflow.testing.Http;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.People;
import io.loanflow.testing.People.Person;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@LoanflowIT
@Tag("service")
class LoginIT {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    Person broker;

    @BeforeEach
    void makeABroker() {
        broker = People.someone(accounts, "broker");
    }

    @Test
    void answersTokensAndTheUserWhateverTheCaseOfTheEmail() {
        var answer = login(broker.email().toUpperCase(Locale.ROOT), People.PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(3600);
        assertThat(answer.json().at("/user/id").asText()).isEqualTo(broker.id());
        assertThat(answer.json().at("/user/groups").toString()).isEqualTo("[\"broker\"]");
        assertThat(me(access(answer)).json().path("email").asText()).isEqualTo(broker.email());
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownEmailAlikeAndForgivesAMistake() {
        var wrong = login(broker.email(), "not it at all");
        var unknown = login("nobody@loanflow.example", People.PASSWORD);

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.text()).isEqualTo(wrong.text());
        assertThat(wrong.header("content-type")).startsWith("application/problem+json");
        assertThat(login(broker.email(), People.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void locksAfterManyWrongPasswords() {
        for (int i = 0; i < 6; i++) {
            login(broker.email(), "not it at all");
        }

        assertThat(login(broker.email(), People.PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void namesWhatIsMissingOrMalformed() {
        assertThat(post("/api/auth/login", "{\"email\":\"x\"}").pointers()).containsExactly("/password");
        assertThat(post("/api/auth/login", "{\"email\":").status()).isEqualTo(400);
        assertThat(post("/api/auth/login", "{\"mail\":\"x\"}").pointers())
                .containsExactlyInAnyOrder("/mail", "/email", "/password");
        assertThat(post("/api/auth/login", "{\"email\":\" \",\"password\":\" \"}")
                        .json()
                        .path("violations")
                        .findValuesAsText("detail"))
                .containsExactly("E-mail is needed.", "Password is needed.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "login|{\"email\":5,\"password\":[],\"x\":1}|/email,/password,/x",
                "refresh|{\"refresh\":5,\"x\":1}|/refresh,/x",
                "logout|{\"refresh\":{},\"x\":1}|/refresh,/x",
                "register|{\"email\":5,\"password\":6,\"first_name\":[],\"last_name\":7,\"phone\":8}"
                        + "|/email,/password,/first_name,/last_name,/phone",
                "password-resets|{\"email\":[],\"x\":1}|/email,/x",
                "password-resets/unknown|{\"new_password\":5}|/new_password"
            })
    void namesEveryFieldOfTheWrongTypeInTheWordsOfAllOtherCalls(String call, String body, String pointers) {
        var refused = post("/api/auth/" + call, body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointers()).containsExactlyInAnyOrder(pointers.split(","));
        assertThat(refused.json().at("/violations").findValuesAsText("detail"))
                .allMatch(detail ->
                        detail.startsWith("Here goes a text, not ") || detail.startsWith("There is no field"));
    }

    @Test
    void refreshesOnceAndEndsTheSessionWhenARefreshTokenComesBack() {
        var login = login(broker.email(), People.PASSWORD);
        var refreshed = refresh(refreshOf(login));
        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(me(access(refreshed)).status()).isEqualTo(200);

        assertThat(refresh(refreshOf(login)).status()).isEqualTo(401);

        assertThat(me(access(refreshed)).status()).isEqualTo(401);
        assertThat(refresh(refreshOf(refreshed)).status()).isEqualTo(401);
    }

    @Test
    void logsOutForGood() {
        var login = login(broker.email(), People.PASSWORD);

        var logout = post("/api/auth/logout", "{\"refresh\":\"" + refreshOf(login) + "\"}");

        assertThat(logout.status()).isEqualTo(204);
        assertThat(me(access(login)).status()).isEqualTo(401);
        assertThat(refresh(refreshOf(login)).status()).isEqualTo(401);
    }

    @Test
    void letsADeactivatedAccountDoNothing() {
        var login = login(broker.email(), People.PASSWORD);

        accounts.setActive(broker.id(), false);

        assertThat(me(access(login)).status()).isEqualTo(401);
        assertThat(login(broker.email(), People.PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void endsEverySessionWhenTheGroupsChange() {
        var login = login(broker.email(), People.PASSWORD);

        accounts.setGroups(broker.id(), Set.of("broker"));
        assertThat(me(access(login)).status()).as("nothing has changed").isEqualTo(200);
        accounts.setGroups(broker.id(), Set.of("admin", "credit"));

        assertThat(me(access(login)).status()).isEqualTo(401);
        assertThat(refresh(refreshOf(login)).status()).isEqualTo(401);
        var again = login(broker.email(), People.PASSWORD);
        assertThat(me(access(again)).json().path("groups").toString()).isEqualTo("[\"admin\",\"credit\"]");
    }

    @Test
    void refusesForgedExpiredAndUnsignedTokens() throws Exception {
        var genuine = SignedJWT.parse(access(login(broker.email(), People.PASSWORD)));
        var claims = genuine.getJWTClaimsSet();
        var lasting = new JWTClaimsSet.Builder(claims).build();
        var expired = new JWTClaimsSet.Builder(claims)
                .expirationTime(Date.from(Instant.now().minusSeconds(1)))
                .build();
        var secret = Base64.getDecoder()
                .decode(jdbc.sql("select secret from signing_secret")
                        .query(String.class)
                        .single());

        assertThat(me(signed(lasting, secret)).status()).isEqualTo(200);
        assertThat(me(signed(expired, secret)).status()).isEqualTo(401);
        assertThat(me(signed(lasting, new byte[32])).status()).isEqualTo(401);
        assertThat(me(new PlainJWT(lasting).serialize()).status()).isEqualTo(401);
        assertThat(me("nonsense").status()).isEqualTo(401);
    }

    @Test
    void answersStrangersWithAProblemAndNeverARedirect() {
        var answer = new Http(port).get("/api/users/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.header("www-authenticate")).isEqualTo("Bearer");
        assertThat(new Http(port).get("/api/nothing/here").status()).isEqualTo(401);
        assertThat(new Http(port).get("/nothing/here").status()).isEqualTo(401);
    }

    @Test
    void keepsTheEnginesAdministratorsGroupInStepAndOutOfSight() {
        var admin = People.someone(accounts, "admin");
        assertThat(accounts.groupsOf(admin.id())).containsExactly("admin");
        assertThat(accounts.membersOf("camunda-admin")).contains(admin.id());

        accounts.setGroups(admin.id(), Set.of("credit"));

        assertThat(accounts.membersOf("camunda-admin")).doesNotContain(admin.id());
    }

    private static String signed(JWTClaimsSet claims, byte[] secret) throws Exception {
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        jwt.sign(new MACSigner(secret));
        return jwt.serialize();
    }

    private Http.Answer login(String email, String password) {
        return post("/api/auth/login", "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
    }

    private Http.Answer refresh(String token) {
        return post("/api/auth/refresh", "{\"refresh\":\"" + token + "\"}");
    }

    private Http.Answer post(String path, String body) {
        return new Http(port).post(path, body);
    }

    private Http.Answer me(String token) {
        return new Http(port).bearer(token).get("/api/users/me");
    }

    private static String access(Http.Answer answer) {
        return answer.json().path("access").asText();
    }

    private static String refreshOf(Http.Answer answer) {
        return answer.json().path("refresh").asText();
    }
}
