package io.loanflow.document.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.loanflow.document.Papers;
import io.loanflow.document.SealCheck;
import io.loanflow.document.SealStatement;
import io.loanflow.document.SigningFixtures;
import io.loanflow.document.Unsealable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A sealed document, read by others than those who sealed it. */
@Tag("slow")
@TestInstance(Lifecycle.PER_CLASS)
class SealTest {

    private static final String[] NAMES = {
        "José Álvarez",
        "Nguyễn Thị Hương",
        "Łukasz Żółć",
        "Αλέξανδρος Παπαδόπουλος",
        "Дмитрий Иванов",
        "王小明",
        "김민수",
        "さくら"
    };

    private final Sealing sealing = new Sealing(Lenders.OURS);
    private final byte[] original = Papers.pdf(5);
    private byte[] sealed = {};

    @BeforeAll
    void seal() {
        sealed = sealing.seal(original, NAMES);
    }

    @Test
    void keepsWhatWasSignedAsItsBeginning() {
        assertThat(Arrays.copyOf(sealed, original.length)).isEqualTo(original);
    }

    @Test
    void appendsACertificateThatNamesEverybodyAndEveryHash() throws IOException {
        var document = Papers.document(original);

        try (var pdf = Loader.loadPDF(sealed)) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(1);
            stripper.setEndPage(5);
            assertThat(stripper.getText(pdf)).contains("page 1", "page 5").doesNotContain("Certificate");
            stripper.setStartPage(6);
            stripper.setEndPage(pdf.getNumberOfPages());
            var certificate = stripper.getText(pdf);

            assertThat(certificate).contains(NAMES).contains("Certificate of completion", "APP-7K2M9QXD");
            assertThat(certificate)
                    .contains(document.content().sha256(), "signer1@example.com", "203.0.113.17")
                    .contains("Logged in with a password", "One-time link sent by e-mail")
                    .containsPattern("\\d{1,2} \\w{3} \\d{4}, \\d\\d:\\d\\d:\\d\\d UTC\\+1[01]:00");
            var statement = sealing.check(sealed).statement();
            assertThat(certificate.replaceAll("\\s", ""))
                    .contains(Objects.requireNonNull(statement).head());
        }
    }

    @Test
    void printsArabicAndHebrewTheWayTheyAreRead() throws IOException {
        try (var pdf = Loader.loadPDF(sealing.seal(original, "محمد الأحمد", "שרה כהן"))) {
            var text = new PDFTextStripper().getText(pdf);

            assertThat(text).contains("שרה").containsPattern("[\\uFB50-\\uFEFF\\u0600-\\u06FF]{4}");
            assertThat(text).doesNotContain("#", "[U+");
        }
    }

    @Test
    void writesTheNumberOfALetterThatNoFontHas() throws IOException {
        try (var pdf = Loader.loadPDF(sealing.seal(original, "Ann \u0905\u202E\u0000"))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Ann [U+0905]?");
        }
    }

    @Test
    void printsMarkupInANameAsItStands() throws IOException {
        var name = "<img src='http://localhost:9/x'/> {{head}} & Söhne";

        try (var pdf = Loader.loadPDF(sealing.seal(original, name))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", "")).contains(name.replaceAll("\\s", ""));
        }
    }

    @Test
    void embedsEveryFontOfTheCertificate() throws IOException {
        try (var pdf = Loader.loadPDF(sealed)) {
            for (int index = 5; index < pdf.getNumberOfPages(); index++) {
                var resources = pdf.getPage(index).getResources();
                for (var name : resources.getFontNames()) {
                    assertThat(resources.getFont(name).isEmbedded())
                            .as(name.getName())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void isSignedAsPadesBaselineWants() throws Exception {
        try (var pdf = Loader.loadPDF(sealed)) {
            var signature = pdf.getLastSignatureDictionary();
            assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
            var cms = new CMSSignedData(
                    new CMSProcessableByteArray(signature.getSignedContent(sealed)),
                    new ASN1InputStream(signature.getContents(sealed)));
            var signer = cms.getSignerInfos().getSigners().iterator().next();
            var attributes = signer.getSignedAttributes();
            var named = SigningCertificateV2.getInstance(
                            attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                                    .getAttributeValues()[0])
                    .getCerts()[0];

            assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(Lenders.OURS.certificate())))
                    .isTrue();
            assertThat(signer.getDigestAlgorithmID().getAlgorithm()).isEqualTo(NISTObjectIdentifiers.id_sha256);
            assertThat(attributes.get(CMSAttributes.signingTime)).isNull();
            assertThat(named.getCertHash()).isEqualTo(Signer.fingerprint(Lenders.OURS.certificate()));
            assertThat(signature.getSignDate().toInstant())
                    .isBetween(Instant.now().minus(Duration.ofMinutes(10)), Instant.now());
        }
    }

    @Test
    void isAcceptedByAToolOfOthers() throws Exception {
        var said = PdfSig.of(sealed);

        assertThat(said).contains("Signature is Valid.", "Total document signed", "ETSI.CAdES.detached");
        assertThat(said).contains("CN=Loanflow tests");
    }

    @Test
    void isAcceptedWithAnEllipticKeyToo() throws Exception {
        var elliptic = new Sealing(Lenders.key("CN=Elliptic", Instant.now()));
        var other = elliptic.seal(original, "Ann Archer");

        assertThat(elliptic.check(other).valid()).isTrue();
        assertThat(PdfSig.of(other)).contains("Signature is Valid.");
    }

    @Test
    void isNoLongerAcceptedByThatToolWhenOneByteIsChanged() throws Exception {
        var changed = sealed.clone();
        changed[original.length / 2] ^= 1;

        assertThat(PdfSig.of(changed)).doesNotContain("Signature is Valid.");
    }

    @Test
    void attachesTheEvidenceFromWhichTheHashesCanBeComputedAgain() throws Exception {
        try (var pdf = Loader.loadPDF(sealed)) {
            var files = new PDDocumentNameDictionary(pdf.getDocumentCatalog())
                    .getEmbeddedFiles()
                    .getNames();
            var json = new JsonMapper()
                    .readTree(Objects.requireNonNull(files.get(Attachment.NAME))
                            .getEmbeddedFile()
                            .toByteArray());
            var previous = sha256(
                    "loanflow-evidence-1",
                    "12",
                    "7",
                    json.path("document_sha256").asText());
            for (var row : json.path("rows")) {
                assertThat(row.path("previous_hash").asText()).isEqualTo(previous);
                previous = sha256(
                        "loanflow-evidence-1",
                        row.path("signing").asText(),
                        row.path("document").asText(),
                        row.path("number").asText(),
                        row.path("kind").asText(),
                        row.path("at").asText(),
                        row.path("signer").asText(),
                        row.path("previous_hash").asText(),
                        row.path("payload").asText());
                assertThat(row.path("hash").asText()).isEqualTo(previous);
            }
            assertThat(previous)
                    .isEqualTo(Objects.requireNonNull(sealing.check(sealed).statement())
                            .head());
        }
    }

    @Test
    void attachesNothingWhereTheKindForbidsIt() throws IOException {
        assertThat(attachments(sealing.seal(claiming(2), "Ann Archer"))).isNull();
        assertThat(attachments(sealing.seal(claiming(3), "Ann Archer"))).isNotNull();
    }

    @Test
    void keepsAnEarlierSignatureWhole() throws Exception {
        var twice = sealing.seal(sealed, "Ben Borrower");

        try (var pdf = Loader.loadPDF(twice)) {
            assertThat(pdf.getSignatureDictionaries()).hasSize(2);
        }
        assertThat(PdfSig.of(twice).split("Signature is Valid\\.", -1)).hasSize(3);
        assertThat(sealing.check(twice).valid()).isTrue();
    }

    @Test
    void isMadeOfOurOwnDocumentsToo() {
        var own = sealing.sealGenerated(original, "Ann Archer");

        assertThat(own).startsWith(original);
        assertThat(sealing.check(own).valid()).isTrue();
        assertThatThrownBy(() -> sealing.sealGenerated(HostilePdfs.encrypted(""), "Ann Archer"))
                .isInstanceOf(Unsealable.class)
                .hasMessage("The document cannot be sealed: it is encrypted.");
    }

    @Test
    void saysWhatItWasSealedOn() {
        var evidence = SigningFixtures.of(Papers.document(original), NAMES);

        assertThat(sealing.check(sealing.seal(original, evidence)).statement())
                .isEqualTo(SealStatement.of(evidence))
                .isEqualTo(new SealStatement(
                        12,
                        NAMES.length,
                        evidence.size(),
                        evidence.get(evidence.size() - 1).hash()));
    }

    @Test
    void isNotMadeWithACertificateThatHasExpired() {
        var expired = Lenders.key("CN=Long ago", Instant.now().minus(Duration.ofDays(4000)));

        assertThatThrownBy(() -> new Sealing(expired).seal(original, "Ann Archer"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("loanflow.seal.keystore");
    }

    @Test
    void isNoSealOfAnotherLender() {
        var check = new Sealing(Lenders.key("CN=Somebody else", Instant.now())).check(sealed);

        assertThat(check.valid()).isFalse();
        assertThat(check.details()).anyMatch(detail -> detail.contains("which is not the lender's"));
    }

    @Test
    void countsAsOursWhenAnEarlierKeyOfOursMadeIt() {
        var now = Lenders.key("CN=Next year", Instant.now());
        var both = Set.of(now.certificate(), Lenders.OURS.certificate());

        assertThat(new Sealing(new LenderKey(now.key(), now.chain(), both))
                        .check(sealed)
                        .valid())
                .isTrue();
    }

    @Test
    void isBrokenByEveryChangeAndByWhatIsAddedBehindIt() throws IOException {
        var range = range();
        for (int at = 0; at < sealed.length; at += 997) {
            if (at < range[1] || at >= range[2]) {
                assertThat(checkWith(at, (byte) (sealed[at] ^ 1)).valid())
                        .as("byte %d", at)
                        .isFalse();
            }
        }
        assertThat(sealing.check(Arrays.copyOf(sealed, sealed.length + 1)).valid())
                .isFalse();
        assertThat(sealing.check(Arrays.copyOf(sealed, sealed.length - 1)).valid())
                .isFalse();
        assertThat(sealing.check(original)).satisfies(check -> {
            assertThat(check.valid()).isFalse();
            assertThat(check.statement()).isNull();
        });
    }

    @Test
    void isCheckedWithoutFailingWhateverStandsInThePlaceOfTheSignature() throws IOException {
        int from = range()[1] + 1;
        for (int digit = 0; digit < 3000; digit++) {
            int at = from + digit;
            assertThat(checkWith(at, (byte) (sealed[at] == 'f' ? '0' : 'f')).details())
                    .as("digit %d", digit)
                    .isNotEmpty();
        }
        assertThat(checkWith(from, (byte) 'x').valid()).isFalse();
        assertThat(checkWith(from, (byte) 'f').valid()).isFalse();
    }

    private int[] range() throws IOException {
        try (var pdf = Loader.loadPDF(sealed)) {
            return pdf.getLastSignatureDictionary().getByteRange();
        }
    }

    private SealCheck checkWith(int at, byte other) {
        var changed = sealed.clone();
        changed[at] = other;
        return sealing.check(changed);
    }

    private static byte[] claiming(int part) {
        return Papers.changed(pdf -> {
            var xmp =
                    "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                            + "<rdf:Description xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/'><pdfaid:part>" + part
                            + "</pdfaid:part></rdf:Description></rdf:RDF></x:xmpmeta>";
            var metadata = new PDMetadata(pdf);
            metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
            pdf.getDocumentCatalog().setMetadata(metadata);
        });
    }

    private static Object attachments(byte[] bytes) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return pdf.getDocumentCatalog().getCOSObject().getItem(COSName.getPDFName("AF"));
        }
    }

    private static String sha256(String... lines) {
        return java.util.HexFormat.of()
                .formatHex(TimeStamps.sha256(String.join("\n", List.of(lines)).getBytes(StandardCharsets.UTF_8)));
    }
}
