package io.loanflow.identity.web;

import io.loanflow.identity.Accounts;
import io.loanflow.identity.Credentials;
import io.loanflow.identity.LoginRecord;
import io.loanflow.identity.LoginRecord.Door;
import io.loanflow.platform.Problem;
import io.loanflow.platform.web.Problems;
import io.loanflow.platform.web.RequestWithBody;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets people log in to the engine's web applications by e-mail: the engine gets the account's id instead. */
class WebAppLogin extends OncePerRequestFilter {

    private static final Pattern LOG_IN = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/[^/]+");
    private static final String USER_NAME = "username=";
    private static final int MOST_BYTES = 8 * 1024;

    private final Credentials credentials;
    private final Accounts accounts;
    private final LoginRecord record;

    WebAppLogin(Credentials credentials, Accounts accounts, LoginRecord record) {
        this.credentials = credentials;
        this.accounts = accounts;
        this.record = record;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !LOG_IN.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body;
        try {
            body = RequestWithBody.read(request, MOST_BYTES);
        } catch (Problem tooLarge) {
            Problems.write(response, tooLarge, request.getRequestURI());
            return;
        }
        var form = new String(body, StandardCharsets.UTF_8);
        var email = email(form);
        var userId = credentials.engineUserFor(email);
        var version = accounts.passwordVersion(userId);
        var mapped = mapped(form, userId).getBytes(StandardCharsets.UTF_8);
        chain.doFilter(new RequestWithBody(request, mapped), response);
        if (response.getStatus() < 300) {
            request.getSession().setAttribute(WebAppSessions.PASSWORD_VERSION, version.orElse(null));
            record.accepted(userId, Door.WEB_APPS);
        } else {
            record.refused(email, Door.WEB_APPS);
        }
    }

    private static String email(String form) {
        return Arrays.stream(form.split("&", -1))
                .filter(field -> field.startsWith(USER_NAME))
                .map(WebAppLogin::decoded)
                .findFirst()
                .orElse("");
    }

    private static String mapped(String form, String userId) {
        return Arrays.stream(form.split("&", -1))
                .map(field -> field.startsWith(USER_NAME)
                        ? USER_NAME + URLEncoder.encode(userId, StandardCharsets.UTF_8)
                        : field)
                .collect(Collectors.joining("&"));
    }

    private static String decoded(String field) {
        try {
            return URLDecoder.decode(field.substring(USER_NAME.length()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
