package io.loanflow.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Http;
import io.loanflow.testing.LoanflowIT;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files of pdf.js that the page needs are there, and no others. */
@LoanflowIT
@Tag("service")
class PdfViewerIT {

    private static final String PDFJS = "/sign/pdfjs/";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"build/pdf.min.mjs", "build/pdf.worker.min.mjs", "wasm/openjpeg_nowasm_fallback.js"})
    void givesProgramsAsProgramsWithAPolicyOfTheirOwn(String file) {
        var answer = new Http(port).get(PDFJS + file);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith("text/javascript");
        assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.header("cache-control")).isEqualTo("no-cache");
        assertThat(answer.header("content-security-policy"))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe", "blob:");
    }

    @Test
    void givesTheTablesOfLettersAndTheFontsThatADocumentMayLeaveOut() {
        for (var file : new String[] {"cmaps/UniJIS-UTF16-H.bcmap", "standard_fonts/FoxitSerif.pfb"}) {
            assertThat(new Http(port).get(PDFJS + file).status()).as(file).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "build/pdf.mjs",
                "build/pdf.worker.mjs.map",
                "package.json",
                "web/pdf_viewer.mjs",
                "wasm/openjpeg.wasm",
                "build/../package.json",
                "build/%2e%2e/package.json",
                "build/..%2fpackage.json",
                "cmaps/../../../../../../application.yml",
                ""
            })
    void givesNothingElse(String file) {
        assertThat(new Http(port).get(PDFJS + file).status()).as(file).isBetween(400, 499);
    }

    @Test
    void keepsItsVersionToItself() throws IOException {
        var file = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:/META-INF/resources/webjars/pdfjs-dist/*/build/pdf.min.mjs")[0];
        var path = file.getURL().getPath().replaceFirst(".*/META-INF/resources", "");
        assertThat(path).startsWith("/webjars/pdfjs-dist/");
        assertThat(new Http(port).get(path).status()).isEqualTo(401);
    }

    @Test
    void givesTheFilesOfThePage() {
        for (var file : new String[] {"main.js", "sheet.js", "sign.css", "paper.css"}) {
            assertThat(new Http(port).get("/sign/page/" + file).status())
                    .as(file)
                    .isEqualTo(200);
        }
    }
}
