package io.loanflow.document.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What a PDF has to be like so that something can be appended to it, and what may be. */
final class OriginalRules {

    private static final int MOST_METADATA = 1024 * 1024;
    private static final Pattern PDFA_PART = Pattern.compile("pdfaid:part(?:=[\"']|>)\\s*(\\d)");

    private OriginalRules() {}

    static void check(PDDocument original) throws BinderRefusal {
        if (original.isEncrypted()) {
            throw new BinderRefusal("it is encrypted");
        }
        if (original.getDocument().getXrefTable().size() > Binder.MOST_OBJECTS) {
            throw new BinderRefusal("it has more than " + Binder.MOST_OBJECTS + " objects");
        }
        int pages = original.getNumberOfPages();
        if (pages < 1 || pages > Binder.MOST_PAGES) {
            throw new BinderRefusal("it has " + pages + " pages, and may have 1 to " + Binder.MOST_PAGES);
        }
        if (counted(original) != pages) {
            throw new BinderRefusal("its page tree does not hold the " + pages + " pages that it says");
        }
        var permissions = catalog(original).getCOSDictionary(COSName.getPDFName("Perms"));
        if (permissions != null && permissions.containsKey(COSName.getPDFName("DocMDP"))) {
            throw new BinderRefusal("it is certified in a way that forbids adding to it");
        }
    }

    /** PDF/A-1 forbids attachments, PDF/A-2 those that are no PDF/A. */
    static boolean mayHoldAttachments(PDDocument original) throws IOException {
        var metadata = original.getDocumentCatalog().getMetadata();
        if (metadata == null) {
            return true;
        }
        try (var xmp = metadata.exportXMPMetadata()) {
            var text = new String(xmp.readNBytes(MOST_METADATA), StandardCharsets.UTF_8);
            var part = PDFA_PART.matcher(text);
            return !part.find() || Integer.parseInt(part.group(1)) > 2;
        }
    }

    private static int counted(PDDocument original) {
        int count = 0;
        for (var page : original.getPages()) {
            if (page != null && ++count > Binder.MOST_PAGES) {
                break;
            }
        }
        return count;
    }

    private static COSDictionary catalog(PDDocument original) {
        return original.getDocumentCatalog().getCOSObject();
    }
}
