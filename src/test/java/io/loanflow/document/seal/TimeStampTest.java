package io.loanflow.document.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.loanflow.document.Papers;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.apache.pdfbox.Loader;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Seals with the time of a real time-stamping server of the test's own. */
@Tag("slow")
class TimeStampTest {

    private final byte[] original = Papers.pdf(1);
    private final Instant stamped = Instant.now().plusSeconds(5).truncatedTo(ChronoUnit.SECONDS);
    private Answer answer = this::stamp;
    private HttpServer server;

    private interface Answer {
        byte[] to(byte[] request) throws Exception;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                var body = answer.to(exchange.getRequestBody().readAllBytes());
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } catch (Exception broken) {
                exchange.close();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aSealCarriesTheTimeThatTheServerSays() throws Exception {
        var sealing = sealing();
        var sealed = sealing.seal(original, "Ann Archer");

        var check = sealing.check(sealed);
        assertThat(check.valid()).as("%s", check.details()).isTrue();
        assertThat(check.details())
                .anyMatch(detail -> detail.startsWith("A time-stamping server says that it was made at " + stamped));
        assertThat(PdfSig.of(sealed)).contains("Signature is Valid.");
        try (var pdf = Loader.loadPDF(sealed)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
        }
    }

    @Test
    void nothingIsSealedWhenTheServerTalksNonsenseOrIsDown() {
        answer = request -> "<html>".getBytes(StandardCharsets.UTF_8);
        refuses();

        answer = request -> stamp(new byte[] {0x30});
        refuses();

        server.stop(0);
        refuses();
    }

    private void refuses() {
        assertThatThrownBy(() -> sealing().seal(original, "Ann Archer"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("time-stamping server");
    }

    private Sealing sealing() {
        return new Sealing(
                Lenders.OURS,
                URI.create("http://localhost:" + server.getAddress().getPort() + "/"));
    }

    private byte[] stamp(byte[] request) throws Exception {
        var pair = SelfSigned.pair();
        var certificate = certificate(pair);
        DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
        var signer = new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", pair.getPrivate(), certificate);
        var tokens = new TimeStampTokenGenerator(
                signer,
                digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                new ASN1ObjectIdentifier("1.2.3.4"));
        tokens.addCertificates(new JcaCertStore(List.of(certificate)));
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                .generate(new TimeStampRequest(request), BigInteger.ONE, Date.from(stamped))
                .getEncoded();
    }

    private static X509Certificate certificate(KeyPair pair) throws Exception {
        var name = new X500Principal("CN=Time of the test");
        var builder = new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(Instant.now().minus(Duration.ofDays(1))),
                        Date.from(Instant.now().plus(Duration.ofDays(1))),
                        name,
                        pair.getPublic())
                .addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }
}
