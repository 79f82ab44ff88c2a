package io.loanflow.document.seal;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.multipdf.PDFCloneUtility;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Pages of another PDF, added behind those of one. */
final class Appendix {

    private final PDDocument original;

    Appendix(PDDocument original) {
        this.original = original;
    }

    /** Into the tree that tells screen readers what is what, so that a PDF/UA stays one. */
    void appendTagged(PDDocument pages) throws IOException {
        new PDFMergerUtility().appendDocument(original, pages);
    }

    void append(PDDocument pages) throws IOException {
        var cloner = new PDFCloneUtility(original) {};
        for (var page : pages.getPages()) {
            original.addPage(copy(page, cloner));
        }
        original.getPages().getCOSObject().setNeedToBeUpdated(true);
        original.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
    }

    /** Nothing is left to inherit from the tree that it is put into. */
    private static PDPage copy(PDPage page, PDFCloneUtility cloner) throws IOException {
        var alone = new COSDictionary(page.getCOSObject());
        alone.removeItem(COSName.PARENT);
        alone.removeItem(COSName.STRUCT_PARENTS);
        alone.setItem(COSName.RESOURCES, page.getResources());
        alone.setItem(COSName.MEDIA_BOX, page.getMediaBox());
        alone.setItem(COSName.CROP_BOX, page.getCropBox());
        alone.setInt(COSName.ROTATE, page.getRotation());
        return new PDPage(cloner.cloneForNewDocument(alone));
    }
}
