package io.loanflow.document.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.document.Papers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Binds in this process, PDFs that mean no harm to it. */
@Tag("fast")
class BinderTest {

    @TempDir
    Path folder;

    @Test
    void addsPagesAndLeavesRoomForASignatureOverAllTheRest() throws Exception {
        var original = Papers.pdf(2);
        var gap = Gap.of(bind(original), Files.size(bound()));

        assertThat(gap.content(bound())).hasSize(Binder.SIGNATURE_ROOM).containsOnly(0);
        assertThat(Files.readAllBytes(bound())).startsWith(original);
        try (var pdf = Loader.loadPDF(bound().toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
            assertThat(pdf.getLastSignatureDictionary().getReason()).isEqualTo("A reason");
            assertThat(pdf.getLastSignatureDictionary().getSignDate().toInstant())
                    .isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        }
    }

    @Test
    void addsToTheTagsOfATaggedOne() throws Exception {
        bind(Papers.changed(pdf -> pdf.getDocumentCatalog().setStructureTreeRoot(new PDStructureTreeRoot())));

        assertPages(3);
    }

    @Test
    void leavesTagsAloneThatAreNonsense() throws Exception {
        bind(HostilePdfs.nonsenseTags());

        assertPages(3);
    }

    @Test
    void keepsAttachmentsThatAreThere() throws Exception {
        bind(Papers.changed(pdf -> attach(pdf, "plan.txt")));

        try (var pdf = Loader.loadPDF(bound().toFile())) {
            assertThat(names(pdf)).containsOnlyKeys("plan.txt", Attachment.NAME);
        }
    }

    @Test
    void replacesNoAttachment() throws Exception {
        bind(Papers.changed(pdf -> attach(pdf, Attachment.NAME)));

        try (var pdf = Loader.loadPDF(bound().toFile())) {
            assertThat(names(pdf).get(Attachment.NAME).getFileDescription()).isEqualTo("theirs");
        }
    }

    @Test
    void leavesATreeOfAttachmentsAlone() throws Exception {
        bind(Papers.changed(pdf -> {
            var names = new COSDictionary();
            var files = new COSDictionary();
            files.setItem(COSName.KIDS, new COSArray());
            names.setItem(COSName.EMBEDDED_FILES, files);
            pdf.getDocumentCatalog().getCOSObject().setItem(COSName.NAMES, names);
        }));

        try (var pdf = Loader.loadPDF(bound().toFile())) {
            assertThat(pdf.getDocumentCatalog().getCOSObject().containsKey(COSName.getPDFName("AF")))
                    .isFalse();
        }
    }

    @Test
    void refusesWhatCannotBeAddedTo() {
        refuses(HostilePdfs.encrypted(""), "it is encrypted");
        refuses(HostilePdfs.certified(), "forbids adding to it");
        refuses(HostilePdfs.pagesSaid(500), "does not hold the 500 pages");
        refuses(HostilePdfs.pagesSaid(-1), "it has -1 pages");
    }

    @Test
    void cannotReadWhatIsNoPdf() {
        assertThatThrownBy(() -> bind("<html>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }

    private void refuses(byte[] original, String why) {
        assertThatThrownBy(() -> bind(original))
                .isInstanceOf(BinderRefusal.class)
                .hasMessageContaining(why);
    }

    private void assertPages(int count) throws IOException {
        try (var pdf = Loader.loadPDF(bound().toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(count);
        }
    }

    private String bind(byte[] original) throws Exception {
        return Binder.bind(BinderOrder.of(new BinderOrder(
                        Files.write(folder.resolve("original.pdf"), original),
                        Files.write(folder.resolve("certificate.pdf"), Papers.pdf(1)),
                        Files.writeString(folder.resolve("evidence.json"), "{}"),
                        bound(),
                        "A lender",
                        "A reason",
                        Instant.parse("2026-03-01T00:00:00Z"))
                .arguments()));
    }

    private Path bound() {
        return folder.resolve("bound.pdf");
    }

    private static void attach(PDDocument pdf, String name) {
        var file = new PDComplexFileSpecification();
        file.setFile(name);
        file.setFileDescription("theirs");
        var files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(name, file));
        var names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        pdf.getDocumentCatalog().setNames(names);
    }

    private static Map<String, PDComplexFileSpecification> names(PDDocument pdf) throws IOException {
        return new PDDocumentNameDictionary(pdf.getDocumentCatalog())
                .getEmbeddedFiles()
                .getNames();
    }
}
