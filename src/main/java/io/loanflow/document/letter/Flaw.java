package io.loanflow.document.letter;

/**
 * Something wrong with a template.
 *
 * @param line counts from 1, 0 when it is the file as a whole
 * @param what is wrong and what to do
 */
record Flaw(String file, int line, String what) {

    static Flaw absent(String file) {
        return new Flaw(
                file,
                0,
                "The file is missing. Put it there, or restore it; each document type has the template of its name.");
    }

    @Override
    public String toString() {
        return TemplateFiles.FOLDER + file + (line > 0 ? ", line " + line : "") + ": " + what;
    }
}
