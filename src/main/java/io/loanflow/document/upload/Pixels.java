package io.loanflow.document.upload;

/** A small file can say that it is a picture that no memory holds. */
final class Pixels {

    private static final long MOST = 120_000_000;

    private Pixels() {}

    static void check(long width, long height) {
        if (width < 1 || height < 1) {
            throw Refused.corrupt("the picture has no size");
        }
        if (width > MOST || height > MOST || width * height > MOST) {
            throw Refused.content(
                    "too_many_pixels",
                    "The picture has %d by %d pixels; at most %d million are taken."
                            .formatted(width, height, MOST / 1_000_000));
        }
    }
}
