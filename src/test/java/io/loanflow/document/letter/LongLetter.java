package io.loanflow.document.letter;

/** Prints the longest agreement that there can be for a JVM with little memory. */
public final class LongLetter {

    static final String LONGEST = "{\"loan_term\": 480, \"repayment_frequency\": \"weekly\"}";

    private LongLetter() {}

    public static void main(String[] arguments) {
        for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
            try (var letter = PdfFile.SHIPPED.print("loan_agreement", Cases.rich(LONGEST))) {
                System.out.println("bytes " + letter.file().toFile().length());
            }
        }
    }
}
