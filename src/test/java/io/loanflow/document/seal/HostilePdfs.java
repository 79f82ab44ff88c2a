package io.loanflow.document.seal;

import io.loanflow.document.Papers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** PDFs that are made to harm whoever reads them, or that nothing may be added to. */
final class HostilePdfs {

    private HostilePdfs() {}

    static byte[] encrypted(String password) {
        return Papers.changed(pdf -> {
            var policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            pdf.protect(policy);
        });
    }

    static byte[] certified() {
        return Papers.changed(pdf -> {
            var permissions = new COSDictionary();
            permissions.setItem(COSName.getPDFName("DocMDP"), new COSDictionary());
            pdf.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Perms"), permissions);
        });
    }

    static byte[] pageLoop() {
        return Papers.changed(pdf -> {
            var pages = pdf.getPages().getCOSObject();
            pages.getCOSArray(COSName.KIDS).add(pages);
            pages.setInt(COSName.COUNT, 3);
        });
    }

    static byte[] pagesSaid(int count) {
        return Papers.changed(pdf -> pdf.getPages().getCOSObject().setInt(COSName.COUNT, count));
    }

    static byte[] nonsenseTags() {
        return Papers.changed(pdf -> {
            var tags = new COSDictionary();
            tags.setItem(COSName.K, tags);
            tags.setItem(COSName.PARENT_TREE, new COSArray());
            tags.setItem(COSName.ROLE_MAP, COSInteger.ONE);
            pdf.getDocumentCatalog().getCOSObject().setItem(COSName.STRUCT_TREE_ROOT, tags);
        });
    }

    static byte[] manyObjects() {
        return Papers.changed(pdf -> {
            var all = new COSArray();
            for (int i = 0; i <= Binder.MOST_OBJECTS; i++) {
                var each = new COSDictionary();
                each.setItem(COSName.A, COSInteger.ONE);
                all.add(each);
            }
            pdf.getDocumentCatalog().getCOSObject().setItem("All", all);
        });
    }

    /** Arrays in arrays, as the page's resources. */
    static byte[] nested() {
        int depth = 200_000;
        return byHand("[".repeat(depth) + "]".repeat(depth));
    }

    private static byte[] byHand(String resources) {
        var pdf = new StringBuilder("%PDF-1.4\n");
        int[] at = new int[4];
        String[] objects = {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] /Resources " + resources + " >>"
        };
        for (int i = 0; i < objects.length; i++) {
            at[i + 1] = pdf.length();
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int table = pdf.length();
        pdf.append("xref\n0 4\n0000000000 65535 f \n");
        for (int i = 1; i < 4; i++) {
            pdf.append("%010d 00000 n \n".formatted(at[i]));
        }
        pdf.append("trailer\n<< /Root 1 0 R /Size 4 >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** A cross-reference stream of zeros: 2 GB in 2 MB. */
    static byte[] bomb() {
        try (var pdf = new ByteArrayOutputStream()) {
            var packed = new ByteArrayOutputStream();
            try (OutputStream out = new DeflaterOutputStream(packed)) {
                var zeros = new byte[1 << 20];
                for (int i = 0; i < 2048; i++) {
                    out.write(zeros);
                }
            }
            pdf.write("%PDF-1.5\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                    .getBytes(StandardCharsets.US_ASCII));
            int table = pdf.size();
            pdf.write(("3 0 obj\n<< /Type /XRef /Size 200000000 /W [1 8 1] /Root 1 0 R /Filter /FlateDecode /Length "
                            + packed.size() + " >>\nstream\n")
                    .getBytes(StandardCharsets.US_ASCII));
            packed.writeTo(pdf);
            pdf.write(("\nendstream\nendobj\nstartxref\n" + table + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII));
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
