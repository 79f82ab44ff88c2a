package io.loanflow.modelling;

import java.util.HashMap;
import java.util.List;

/** Two files of one name deploy as one, silently, whatever folders they are in. */
final class FileRules {

    private FileRules() {}

    static void check(List<ModelFile> files, Findings findings) {
        var seen = new HashMap<String, ModelFile>();
        for (var file : files) {
            var other = seen.putIfAbsent(file.name(), file);
            if (other != null) {
                findings.add(
                        file,
                        null,
                        "There is another file of this name, " + other.path()
                                + "; only one of them would be deployed. Give one of them another name.");
            }
        }
    }

    static void nameIsId(ModelFile file, String kind, String id, Findings findings) {
        if (!file.stem().equals(id)) {
            findings.add(
                    file,
                    id.isEmpty() ? null : id,
                    "The id of the " + kind + " is \"" + id + "\", but the file is called \"" + file.name()
                            + "\". Name the file \"" + id + "." + file.extension() + "\" or change the id.");
        }
    }
}
