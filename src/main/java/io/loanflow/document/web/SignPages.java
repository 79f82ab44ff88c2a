package io.loanflow.document.web;

import io.loanflow.platform.web.OpenTo;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page on which people sign who have no log-in. It loads nothing from elsewhere and tells nobody where they were. */
@Hidden
@RestController
class SignPages {

    private static final String OWN_CODE_ONLY =
            "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; connect-src 'self';"
                    + " img-src data:; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    /** The same for every link: what is wrong with one is said by the call that follows. */
    @GetMapping("/sign/{token}")
    @OpenTo(OpenTo.Rows.ANYONE)
    ResponseEntity<Resource> page() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", OWN_CODE_ONLY)
                .header("Referrer-Policy", "no-referrer")
                .body(new ClassPathResource("static/sign/sign.html"));
    }
}
