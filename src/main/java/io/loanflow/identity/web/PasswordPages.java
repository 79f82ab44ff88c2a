package io.loanflow.identity.web;

import io.loanflow.platform.web.OpenTo;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pages that people without a password need. They load nothing from elsewhere and tell nobody where they were. */
@Hidden
@RestController
class PasswordPages {

    private static final String OWN_CODE_ONLY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    @GetMapping("/password-reset")
    @OpenTo(OpenTo.Rows.ANYONE)
    ResponseEntity<Resource> reset() {
        return page("reset.html");
    }

    @GetMapping("/password-forgotten")
    @OpenTo(OpenTo.Rows.ANYONE)
    ResponseEntity<Resource> forgotten() {
        return page("forgotten.html");
    }

    private static ResponseEntity<Resource> page(String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", OWN_CODE_ONLY)
                .header("Referrer-Policy", "no-referrer")
                .body(new ClassPathResource("static/password/" + name));
    }
}
