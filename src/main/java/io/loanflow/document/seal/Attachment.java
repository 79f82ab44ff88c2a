package io.loanflow.document.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** The evidence as a file inside the PDF, as PDF/A-3 wants it. */
final class Attachment {

    static final String NAME = "signing-evidence.json";

    private final PDDocument original;

    Attachment(PDDocument original) {
        this.original = original;
    }

    void attach(Path evidence, Instant at) throws IOException {
        var specification = new PDComplexFileSpecification();
        specification.setFile(NAME);
        specification.setFileUnicode(NAME);
        specification.setFileDescription("Evidence of the signatures");
        specification.getCOSObject().setName("AFRelationship", "Supplement");
        var file = embedded(evidence, at);
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        list(specification);
    }

    private PDEmbeddedFile embedded(Path evidence, Instant at) throws IOException {
        try (var bytes = Files.newInputStream(evidence)) {
            var file = new PDEmbeddedFile(original, bytes, COSName.FLATE_DECODE);
            file.setSubtype("application/json");
            file.setSize((int) Files.size(evidence));
            var time = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
            time.setTime(Date.from(at));
            file.setCreationDate(time);
            file.setModDate(time);
            return file;
        }
    }

    /** A tree of names too big for one node is left alone, and one that has the name already. */
    private void list(PDComplexFileSpecification specification) throws IOException {
        var catalog = original.getDocumentCatalog();
        var names = catalog.getNames() == null ? new PDDocumentNameDictionary(catalog) : catalog.getNames();
        var old = names.getEmbeddedFiles();
        var there = old == null ? Map.<String, PDComplexFileSpecification>of() : old.getNames();
        if (there == null || there.containsKey(NAME)) {
            return;
        }
        var files = new TreeMap<String, PDComplexFileSpecification>(there);
        files.put(NAME, specification);
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(files);
        names.setEmbeddedFiles(tree);
        catalog.setNames(names);
        names.getCOSObject().setNeedToBeUpdated(true);
        associate(catalog.getCOSObject(), specification);
    }

    private static void associate(COSDictionary catalog, PDComplexFileSpecification specification) {
        var name = COSName.getPDFName("AF");
        var associated = catalog.getCOSArray(name);
        var all = associated == null ? new COSArray() : associated;
        all.add(specification);
        all.setNeedToBeUpdated(true);
        catalog.setItem(name, all);
        catalog.setNeedToBeUpdated(true);
    }
}
