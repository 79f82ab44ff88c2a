package io.loanflow.document.upload;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which virus scanner is asked. */
@Configuration(proxyBeanMethods = false)
class ScannerConfiguration {

    private static final int CLAMD = 3310;
    private static final int ICAP = 1344;

    @Bean
    VirusScanner virusScanner(
            @Value("${loanflow.documents.scanner:}") String scanner,
            @Value("${loanflow.documents.scanner-timeout:30s}") Duration timeout) {
        return of(scanner, timeout);
    }

    /** @throws ScannerProblem for an address that none can have: better no start than no scanner */
    static VirusScanner of(String scanner, Duration timeout) {
        if (scanner.isBlank()) {
            return file -> {};
        }
        var address = address(scanner.strip());
        if ("clamd".equals(address.getScheme())) {
            return new ClamdScanner(new ScannerSocket(address, CLAMD, timeout));
        }
        if ("icap".equals(address.getScheme())) {
            return new IcapScanner(address, new ScannerSocket(address, ICAP, timeout));
        }
        throw new ScannerProblem(scanner);
    }

    private static URI address(String scanner) {
        try {
            var address = new URI(scanner);
            if (address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            throw new ScannerProblem(scanner);
        }
        throw new ScannerProblem(scanner);
    }
}
