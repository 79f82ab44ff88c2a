package io.loanflow.document.upload;

/**
 * One file in a ZIP, as its directory says.
 *
 * @param offset where it begins in the ZIP
 * @param packed bytes in the ZIP
 * @param size bytes once unpacked
 */
record OfficeEntry(String name, int flags, int method, long offset, long packed, long size) {

    boolean isEncrypted() {
        return (flags & 1) != 0;
    }

    boolean isUnpackable() {
        return method == 0 || method == 8;
    }
}
